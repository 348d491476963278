import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./deciding-words.ts";
import { decisionsClient, type Objection } from "./decisions-client.ts";

type Ending = { objection: Objection; how: "withdrawn" | "overruled" };

/**
 * Ends an objection or a concern: withdrawn by whoever raised it, or overruled with a reason that everybody reads.
 * @param ending which one and how, or null where none is
 * @param close called when it is done or left
 */
export function EndObjection({ ending, close }: { ending: Ending | null; close: () => void }) {
  // the last one stays drawn while its dialog goes away
  const [last, setLast] = useState(ending);
  if (ending && ending !== last) setLast(ending);
  if (!last) return null;
  return (
    <Dialog
      open={ending !== null}
      onOpen={(open) => !open && close()}
      title={say(`web.objection.end_title.${last.how}_${last.objection.kind}`)}
      lead={say(`web.objection.end_lead.${last.how}`, { name: last.objection.by.name })}
      closeLabel={say("web.deciding.close")}
    >
      <EndForm key={last.objection.id + last.how} ending={last} close={close} />
    </Dialog>
  );
}

function EndForm({ ending: { objection, how }, close }: { ending: Ending; close: () => void }) {
  const { workspace } = usePlace();
  const end = decisionsClient.useDo("endObjection", { alsoChanges: ["home", "notices"] });
  const submit = useSubmit(
    async ({ why = "" }) => {
      if (how === "overruled") insistOnFilled({ why });
      await end.mutateAsync({ workspace: workspace.id, objection: objection.id, how, why });
      close();
      toast.success(say(`web.objection.end_done.${how}`));
    },
    { "decisions.why_needed": "why" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <blockquote dir="auto" className="border-s-2 border-line-2 ps-3.5 whitespace-pre-line text-ink-2">
        {objection.words}
      </blockquote>
      <Field
        label={say(`web.objection.why.${how}`)}
        {...(how === "withdrawn" ? { optional: say("web.voice.optional") } : { required: true })}
        error={submit.wrong("why")}
      >
        <Textarea name="why" dir="auto" rows={3} maxLength={1000} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={close}>{say("web.deciding.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say(`web.objection.${how === "withdrawn" ? "withdraw" : "overrule"}`)}
        </Button>
      </div>
    </form>
  );
}
