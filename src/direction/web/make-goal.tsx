import { useNavigate } from "@tanstack/react-router";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.ts";
import { useToday } from "./day-text.tsx";
import { directionClient, type GoalsView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import {
  DueField,
  goalFieldOf,
  MeasureFields,
  measureFrom,
  OutcomeField,
  OwnerField,
  ServesField,
} from "./goal-fields.tsx";
import { servesFrom } from "./goal-words.ts";

/**
 * Sets a goal.
 * @param view whom it can be given to, and what it may serve
 */
export function MakeGoal({
  team,
  view,
  open,
  onOpen,
}: {
  team: TeamEntry;
  view: GoalsView;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  return (
    <Dialog
      open={open}
      onOpen={onOpen}
      width="md"
      title={say("web.goal.make_title")}
      lead={say("web.goal.make_lead")}
      closeLabel={say("web.close")}
    >
      <GoalForm team={team} view={view} end={() => onOpen(false)} />
    </Dialog>
  );
}

function GoalForm({ team, view, end }: { team: TeamEntry; view: GoalsView; end: () => void }) {
  const { workspace } = usePlace();
  const navigate = useNavigate();
  const today = useToday();
  const make = directionClient.useDo("makeGoal");
  const submit = useSubmit(async (typed) => {
    const { outcome = "", owner = "", due = "" } = typed;
    insistOnFilled({ outcome, due });
    const { goal } = await make.mutateAsync({
      workspace: workspace.id,
      team: team.id,
      outcome,
      measure: measureFrom(typed),
      owner,
      due,
      serves: servesFrom(typed.serves),
    });
    end();
    toast.success(say("web.goal.made"));
    await navigate({
      to: "/w/$workspace/t/$team/goals/$goal",
      params: { workspace: workspace.slug, team: team.id, goal },
    });
  }, goalFieldOf);
  const me = view.owners.find(({ member }) => member === workspace.me.id) ?? view.owners[0];
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <OutcomeField submit={submit} />
      <MeasureFields submit={submit} />
      <div className="grid gap-x-5 gap-y-5 sm:grid-cols-2">
        <OwnerField submit={submit} owners={view.owners} value={me?.member ?? ""} />
        <DueField submit={submit} min={today} />
      </div>
      <ServesField submit={submit} view={view} />
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.goal.make_submit")}
        </Button>
      </div>
    </form>
  );
}
