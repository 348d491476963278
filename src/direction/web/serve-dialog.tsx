import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.ts";
import { directionClient, type GoalEntry, type GoalsView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { goalFieldOf, ServesField } from "./goal-fields.tsx";
import { servesFrom, servesNothing } from "./goal-words.ts";

/**
 * Asks what an orphan serves.
 * @param goal the goal, or null where nothing is asked
 * @param end called when it is said or left
 */
export function ServeDialog({ goal, view, end }: { goal: GoalEntry | null; view: GoalsView; end: () => void }) {
  // the last one stays drawn while its dialog goes away
  const [last, setLast] = useState(goal);
  if (goal && goal !== last) setLast(goal);
  if (!last) return null;
  return (
    <Dialog
      open={goal !== null}
      onOpen={(open) => !open && end()}
      title={say("web.goals.what_serves")}
      lead={<bdi>{last.outcome}</bdi>}
      closeLabel={say("web.close")}
    >
      <ServeForm key={last.id} goal={last} view={view} end={end} />
    </Dialog>
  );
}

function ServeForm({ goal, view, end }: { goal: GoalEntry; view: GoalsView; end: () => void }) {
  const { workspace } = usePlace();
  const change = directionClient.useDo("changeGoal");
  const set = (choice: string | undefined) =>
    change.mutateAsync({ workspace: workspace.id, goal: goal.id, serves: servesFrom(choice) });
  const submit = useSubmit(async ({ serves }) => {
    if (serves !== servesNothing) {
      await set(serves);
      toast.success(say("web.goals.serves_now"), {
        label: say("web.undo"),
        onPress: () => void tellOutcome(set(servesNothing), say("web.goals.serves_again_nothing")),
      });
    }
    end();
  }, goalFieldOf);
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <ServesField submit={submit} view={view} without={goal.id} />
      {view.lines.length === 0 && <p className="text-sm text-ink-2">{say("web.goals.no_lines")}</p>}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.save")}
        </Button>
      </div>
    </form>
  );
}
