import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { alsoNotices } from "./outcome-words.ts";

/** Withdraw a decision; what becomes of a sealed round is said beforehand. */
export function WithdrawForm({ view, end }: { view: DecidingView; end: () => void }) {
  const { workspace } = usePlace();
  const withdraw = decisionsClient.useDo("withdraw", alsoNotices);
  const submit = useSubmit(async ({ why = "" }) => {
    await withdraw.mutateAsync({ workspace: workspace.id, decision: view.id, why });
    end();
    toast.success(say("web.hand.withdrawn"));
  });
  const what = view.phase === "sealed" ? "sealed" : view.shape === "note" ? "note" : "other";
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <p className="text-sm text-ink-2">{say(`web.hand.withdraw_means.${what}`)}</p>
      <Field label={say("web.hand.withdraw_why")} optional={say("web.outcome.optional")} error={submit.wrong("why")}>
        <Textarea name="why" dir="auto" rows={2} maxLength={1_000} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.outcome.cancel")}</Button>
        <Button type="submit" look="danger" busy={submit.busy}>
          {say("web.hand.withdraw")}
        </Button>
      </div>
    </form>
  );
}
