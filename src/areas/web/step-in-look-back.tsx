import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { areasClient, type StepIn } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { alsoTold } from "./loan-words.ts";

const fields = ["intended", "happened", "because", "keep"] as const;

/** Looking back at a step-in: what was intended, what happened, why, what to keep and change. */
export function LookBackDialog({ one, open, end }: { one: StepIn; open: boolean; end: () => void }) {
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      width="md"
      title={say("web.step_in.look_back_title")}
      lead={say("web.step_in.look_back_lead")}
      closeLabel={say("web.close")}
    >
      <LookBackForm one={one} end={end} />
    </Dialog>
  );
}

function LookBackForm({ one, end }: { one: StepIn; end: () => void }) {
  const { workspace } = usePlace();
  const review = areasClient.useDo("reviewStepIn", alsoTold);
  const submit = useSubmit(async ({ intended = "", happened = "", because = "", keep = "" }) => {
    insistOnFilled({ happened });
    await review.mutateAsync({ workspace: workspace.id, stepIn: one.id, intended, happened, because, keep });
    end();
    toast.success(say("web.step_in.looked_back"));
  });
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      {fields.map((field) => (
        <Field
          key={field}
          label={say(`web.step_in.${field}`)}
          {...(field === "happened" ? {} : { optional: say("web.optional") })}
          error={submit.wrong(field)}
        >
          <Textarea
            name={field}
            dir="auto"
            rows={2}
            maxLength={1_000}
            // what was intended was said when it began
            defaultValue={field === "intended" ? one.reason : ""}
          />
        </Field>
      ))}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.step_in.look_back_send")}
        </Button>
      </div>
    </form>
  );
}

/**
 * What was written when a step-in was looked back at.
 * @param open whether it can be read at once
 */
export function LookedBack({ review, open }: { review: NonNullable<StepIn["review"]>; open: boolean }) {
  const { by } = review;
  return (
    <details open={open} className="rounded-lg bg-neutral-soft px-3.5 py-2.5">
      <summary className="cursor-pointer font-medium">
        {by ? say("web.step_in.look_back_by", { by }) : say("web.step_in.look_back_by_nobody")}
      </summary>
      <dl className="mt-2.5 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {fields
          .filter((field) => review[field])
          .map((field) => (
            <div key={field}>
              <dt className="text-xs font-semibold text-ink-2">{say(`web.step_in.${field}`)}</dt>
              <dd dir="auto" className="mt-0.5 max-w-prose whitespace-pre-line">
                {review[field]}
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
