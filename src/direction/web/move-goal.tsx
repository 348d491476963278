import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { useToday } from "./day-text.tsx";
import { directionClient, type GoalView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { DueField } from "./goal-fields.tsx";

/** Moves a goal's date, with why. */
export function MoveGoal({ view, open, end }: { view: GoalView; open: boolean; end: () => void }) {
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      title={say("web.goal.move_title")}
      lead={<bdi>{view.outcome}</bdi>}
      closeLabel={say("web.close")}
    >
      <MoveForm view={view} end={end} />
    </Dialog>
  );
}

function MoveForm({ view, end }: { view: GoalView; end: () => void }) {
  const { workspace } = usePlace();
  const today = useToday();
  const change = directionClient.useDo("changeGoal");
  const submit = useSubmit(
    async ({ due = "", why = "" }) => {
      insistOnFilled({ due, why });
      if (due !== view.due) await change.mutateAsync({ workspace: workspace.id, goal: view.id, due, why });
      end();
      toast.success(say("web.goal.moved"));
    },
    { "direction.say_all_of_it": "why" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <DueField submit={submit} value={view.due} min={today < view.due ? today : view.due} />
      <Field label={say("web.goal.why")} hint={say("web.goal.why_move_hint")} error={submit.wrong("why")}>
        <Textarea name="why" dir="auto" rows={2} maxLength={500} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.goal.move_submit")}
        </Button>
      </div>
    </form>
  );
}
