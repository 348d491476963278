import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { alsoChanges } from "./answer-dialog.tsx";
import { areasClient, type BoardArea } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { LevelPick } from "./ground-level-pick.tsx";
import { levelMeans, levelText } from "./level-words.ts";

const trialWeeks = [2, 4, 6, 8, 12];

export type Proposing = {
  area: Pick<BoardArea, "id" | "name" | "level" | "loan" | "owner" | "mine">;
  level: number;
};

/**
 * Proposes a level: which one, why, and whether it is tried for some weeks.
 * @param proposing the area and the level to begin with, or null where nothing is proposed
 * @param end called when it is done or left
 */
export function ProposeDialog({ proposing, end }: { proposing: Proposing | null; end: () => void }) {
  // the last one stays drawn while its dialog goes away
  const [last, setLast] = useState(proposing);
  const [key, setKey] = useState(0);
  if (proposing && proposing !== last) {
    setLast(proposing);
    setKey(key + 1);
  }
  if (!last) return null;
  return (
    <Dialog
      open={proposing !== null}
      onOpen={(open) => !open && end()}
      width="md"
      title={say("web.propose.title", { name: last.area.name })}
      lead={nowText(last.area)}
      closeLabel={say("web.close")}
    >
      <ProposeForm key={key} proposing={last} end={end} />
    </Dialog>
  );
}

function ProposeForm({ proposing: { area, level: first }, end }: { proposing: Proposing; end: () => void }) {
  const { workspace, team } = usePlace();
  const [level, setLevel] = useState(first);
  const propose = areasClient.useDo("propose", alsoChanges);
  const withdraw = areasClient.useDo("withdraw", alsoChanges);
  const submit = useSubmit(
    async ({ weeks = "", why = "" }) => {
      const { proposal } = await propose.mutateAsync({
        workspace: workspace.id,
        area: area.id,
        level,
        why,
        ...(weeks ? { trialWeeks: Number(weeks) } : {}),
      });
      end();
      if (!proposal) {
        toast.success(say("web.propose.holds", { name: area.name, level: levelText(level) }));
        return;
      }
      toast.success(say("web.propose.proposed"), {
        label: say("web.undo"),
        onPress: () =>
          void tellOutcome(withdraw.mutateAsync({ workspace: workspace.id, proposal }), say("web.proposal.taken_back")),
      });
    },
    { "areas.level_is_that": "level", trialWeeks: "weeks" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <LevelPick
        legend={say("web.propose.level")}
        value={level}
        onValue={setLevel}
        from={area.loan?.back ?? area.level}
        meaning={levelMeans(level)}
      />
      {submit.wrong("level") && <FormProblem>{submit.wrong("level")}</FormProblem>}
      <Field label={say("web.propose.trial")} hint={say("web.propose.trial_hint")} error={submit.wrong("weeks")}>
        <Select
          name="weeks"
          choices={[
            { value: "", label: say("web.propose.for_good") },
            ...trialWeeks.map((n) => ({ value: String(n), label: say("web.propose.for_weeks", { n }) })),
          ]}
        />
      </Field>
      <Field label={say("web.why")} optional={say("web.optional")} error={submit.wrong("why")}>
        <Textarea name="why" dir="auto" rows={2} maxLength={500} placeholder={say("web.propose.why_example")} />
      </Field>
      <p className="rounded-lg bg-neutral-soft px-3.5 py-2.5 text-sm text-ink-2">
        {whoseYes(area, team?.myRole === "lead")}
      </p>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.propose.submit", { level: levelText(level) })}
        </Button>
      </div>
    </form>
  );
}

/** Where it stands; while a lead has stepped in, what is proposed is where it goes back to. */
function nowText({ level, loan }: Proposing["area"]): string {
  if (!loan) return say("web.propose.now", { level: levelText(level) });
  return say("web.propose.now_on_loan", { level: levelText(level), back: levelText(loan.back) });
}

/** Whose yes a level needs before it holds, said beforehand. */
function whoseYes({ owner, mine }: Proposing["area"], leads: boolean): string {
  if (!owner || owner.expected || (leads && mine === "owner")) return say("web.propose.at_once");
  if (mine === "owner") return say("web.propose.needs_lead");
  return say("web.propose.needs_owner", { name: owner.name });
}
