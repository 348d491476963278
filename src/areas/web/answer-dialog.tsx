import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button, type ButtonSize } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { areasClient } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { useOnce } from "./once.ts";

/**
 * Yes, or not yet, to a proposal. Yes holds at once; not yet takes a word along.
 * @param proposal its id
 * @param about what it is about, as the dialog's title has it
 * @param holds what is said when yes was said
 * @param why why it is not mine to answer, as a sentence
 */
export function AnswerButtons({
  proposal,
  about,
  holds,
  why = null,
  size = "sm",
}: {
  proposal: string;
  about: string;
  holds: string;
  why?: string | null;
  size?: ButtonSize;
}) {
  const { workspace } = usePlace();
  const answer = areasClient.useDo("answer", alsoChanges);
  const [wording, setWording] = useState<"yes" | "no" | null>(null);
  const once = useOnce();
  const yes = () =>
    once(() => tellOutcome(answer.mutateAsync({ workspace: workspace.id, proposal, yes: true }), holds));
  return (
    <span className="no-print inline-flex flex-wrap gap-2">
      <Button size={size} look="primary" busy={answer.isPending} why={why} onClick={() => void yes()}>
        {say("web.answer.yes")}
      </Button>
      <Button size={size} disabled={answer.isPending} why={why} onClick={() => setWording("no")}>
        {say("web.answer.not_yet")}
      </Button>
      <Dialog
        open={wording !== null}
        onOpen={(open) => !open && setWording(null)}
        title={say("web.answer.title")}
        lead={about}
        closeLabel={say("web.close")}
      >
        <NotYet proposal={proposal} end={() => setWording(null)} />
      </Dialog>
    </span>
  );
}

/** A proposal stands on Today, on my ground and in the inbox as well. */
export const alsoChanges = { alsoChanges: ["home", "notices"] } as const;

function NotYet({ proposal, end }: { proposal: string; end: () => void }) {
  const { workspace } = usePlace();
  const answer = areasClient.useDo("answer", alsoChanges);
  const submit = useSubmit(
    async ({ words = "" }) => {
      await answer.mutateAsync({ workspace: workspace.id, proposal, yes: false, answer: words });
      end();
      toast.success(say("web.answer.said_not_yet"));
    },
    { answer: "words" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <Field
        label={say("web.answer.words")}
        hint={say("web.answer.words_hint")}
        optional={say("web.optional")}
        error={submit.wrong("words")}
      >
        <Textarea name="words" dir="auto" rows={3} maxLength={500} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.answer.not_yet")}
        </Button>
      </div>
    </form>
  );
}
