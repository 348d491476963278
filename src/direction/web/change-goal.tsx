import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { SkeletonText } from "../../ui/skeleton.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { directionClient, type GoalsView, type GoalView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { goalFieldOf, MeasureFields, measureFrom, OutcomeField, OwnerField, ServesField } from "./goal-fields.tsx";
import { servesFrom, servesValue } from "./goal-words.ts";

/** Says a goal otherwise; everything that was said before stays in its history. */
export function ChangeGoal({ view, open, end }: { view: GoalView; open: boolean; end: () => void }) {
  const { workspace } = usePlace();
  const around = directionClient.useAsk(
    "goals",
    { workspace: workspace.id, team: view.team, state: "open" },
    { enabled: open },
  );
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      width="md"
      title={say("web.goal.change_title")}
      lead={say("web.goal.change_lead")}
      closeLabel={say("web.close")}
    >
      {around.data ? (
        <ChangeForm view={view} around={around.data} end={end} />
      ) : around.error ? (
        <CouldNotLoad level={3} error={around.error} again={() => void around.refetch()} />
      ) : (
        <SkeletonText lines={8} label={say("web.waiting")} />
      )}
    </Dialog>
  );
}

function ChangeForm({ view, around, end }: { view: GoalView; around: GoalsView; end: () => void }) {
  const { workspace } = usePlace();
  const change = directionClient.useDo("changeGoal");
  const serves = servesValue(view.serves);
  const submit = useSubmit(async (typed) => {
    const { outcome = "", why = "" } = typed;
    insistOnFilled({ outcome });
    await change.mutateAsync({
      workspace: workspace.id,
      goal: view.id,
      outcome,
      measure: measureFrom(typed),
      why,
      // somebody who left, or a line that is gone, is only replaced when somebody chose another one
      ...(typed.owner && typed.owner !== view.owner.member ? { owner: typed.owner } : {}),
      ...(typed.serves !== serves ? { serves: servesFrom(typed.serves) } : {}),
    });
    end();
    toast.success(say("web.saved"));
  }, goalFieldOf);
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <OutcomeField submit={submit} value={view.outcome} />
      <MeasureFields submit={submit} value={view.measure} />
      <OwnerField submit={submit} owners={around.owners} value={view.owner} />
      <ServesField submit={submit} view={around} value={serves} without={view.id} />
      <Field label={say("web.goal.why_change")} optional={say("web.optional")} error={submit.wrong("why")}>
        <Textarea name="why" dir="auto" rows={2} maxLength={500} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.save")}
        </Button>
      </div>
    </form>
  );
}
