import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { directionClient, type GoalView } from "./direction-client.ts";
import { say } from "./direction-words.ts";

type EndProps = {
  view: GoalView;
  as: "reached" | "dropped";
  end: () => void;
  /** The way back, offered for a few seconds. */
  reopen: (goal: string) => Promise<void>;
};

/** A goal is reached, or dropped with a reason. */
export function EndGoal({ open, ...props }: EndProps & { open: boolean }) {
  const { view, as, end } = props;
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      title={say(as === "reached" ? "web.goal.reach_title" : "web.goal.drop_title")}
      lead={<bdi>{view.outcome}</bdi>}
      closeLabel={say("web.close")}
    >
      <EndForm {...props} />
    </Dialog>
  );
}

function EndForm({ view, as, end, reopen }: EndProps) {
  const { workspace } = usePlace();
  const ending = directionClient.useDo("endGoal");
  const reached = as === "reached";
  const submit = useSubmit(
    async ({ why = "" }) => {
      if (!reached) insistOnFilled({ why });
      await ending.mutateAsync({ workspace: workspace.id, goal: view.id, as, why });
      end();
      toast.success(say(reached ? "web.goal.reached_now" : "web.goal.dropped_now"), {
        label: say("web.undo"),
        onPress: () => void reopen(view.id),
      });
    },
    { "direction.say_all_of_it": "why" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <Field
        label={say(reached ? "web.goal.how_known" : "web.goal.why")}
        optional={reached ? say("web.optional") : undefined}
        hint={reached ? undefined : say("web.goal.why_drop_hint")}
        error={submit.wrong("why")}
      >
        <Textarea name="why" dir="auto" rows={3} maxLength={500} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say(reached ? "web.goal.reach" : "web.goal.drop")}
        </Button>
      </div>
    </form>
  );
}
