import { useState } from "react";
import { levelText } from "../../areas/web/level-words.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { alsoNotices } from "./outcome-words.ts";

/** Over to you: a lead hands a decision that is theirs to the team, or to one of them. */
export function HandOverForm({ view, end }: { view: DecidingView; end: () => void }) {
  const { workspace } = usePlace();
  const [whom, setWhom] = useState<"team" | "one">("team");
  const over = decisionsClient.useDo("overToYou", alsoNotices);
  const submit = useSubmit(
    async ({ to = "", why = "" }) => {
      if (whom === "one") insistOnFilled({ to });
      await over.mutateAsync({
        workspace: workspace.id,
        decision: view.id,
        to: whom === "one" ? to : null,
        why,
      });
      end();
      toast.success(say("web.hand.handed"));
    },
    { "decisions.not_in_the_team": "to" },
  );
  const others = view.people.filter(({ member }) => member !== workspace.me.id);
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <RadioGroup
        cards
        legend={say("web.hand.to_whom")}
        value={whom}
        onValue={setWhom}
        choices={[
          {
            value: "team",
            label: say("web.hand.to_team"),
            hint: say("web.hand.to_team_means", { level: levelText(4) }),
          },
          { value: "one", label: say("web.hand.to_one"), hint: say("web.hand.to_one_means", { level: levelText(5) }) },
        ]}
      />
      {whom === "one" && (
        <Field label={say("web.hand.who")} error={submit.wrong("to")}>
          <Select
            name="to"
            defaultValue=""
            choices={[
              { value: "", label: say("web.hand.choose"), disabled: true },
              ...others.map(({ member, name }) => ({ value: member, label: name })),
            ]}
          />
        </Field>
      )}
      <Field label={say("web.hand.over_why")} optional={say("web.outcome.optional")} error={submit.wrong("why")}>
        <Textarea name="why" dir="auto" rows={2} maxLength={1_000} />
      </Field>
      {view.rounds.length > 0 && (
        <p className="rounded-lg bg-neutral-soft px-3.5 py-2.5 text-sm text-ink-2">{say("web.hand.new_round")}</p>
      )}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.outcome.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.hand.over")}
        </Button>
      </div>
    </form>
  );
}
