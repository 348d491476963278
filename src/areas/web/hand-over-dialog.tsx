import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { monthsAfter } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { toast } from "../../ui/toast.ts";
import { alsoChanges } from "./answer-dialog.tsx";
import { areasClient, type Board } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { fieldName } from "./field-words.ts";
import { LevelPick } from "./ground-level-pick.tsx";
import { levelMeans, levelText } from "./level-words.ts";
import { OwnerField, useOwnerChoice } from "./owner-choice.tsx";
import { useAreasPlace } from "./use-areas.ts";

const usualLevel = 3;
const reviewMonths = 3;

/**
 * Hands an area over: what it is, where it stands today, where it may go, and who holds it.
 * @param board whom it can be handed to
 */
export function HandOverDialog({
  board,
  open,
  onOpen,
}: {
  board: Board;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const { at } = useAreasPlace();
  return (
    <Dialog
      open={open}
      onOpen={onOpen}
      width="md"
      title={say("web.hand_over.title")}
      lead={
        <>
          {say("web.hand_over.lead")}{" "}
          <Link to="/w/$workspace/t/$team/start" params={at} className={textLink}>
            {say("web.hand_over.starter_set")}
          </Link>
        </>
      }
      closeLabel={say("web.close")}
    >
      <HandOverForm board={board} end={() => onOpen(false)} />
    </Dialog>
  );
}

function HandOverForm({ board, end }: { board: Board; end: () => void }) {
  const { workspace, team, at } = useAreasPlace();
  const navigate = useNavigate();
  const today = useToday();
  const [level, setLevel] = useState(usualLevel);
  const [offered, setOffered] = useState<number | null>(null);
  const make = areasClient.useDo("make", alsoChanges);
  const ownerOf = useOwnerChoice();
  const submit = useSubmit(
    async (typed) => {
      const { areaName = "", purpose = "", review = "" } = typed;
      insistOnFilled({ areaName });
      const owner = await ownerOf(typed);
      const made = await make.mutateAsync({
        workspace: workspace.id,
        team: team.id,
        areas: [
          {
            name: areaName,
            purpose,
            level,
            offered: offered ?? level,
            ...(owner ? { owner } : {}),
            ...(review ? { review } : {}),
          },
        ],
      });
      end();
      const [area] = made.areas;
      toast.success(say("web.hand_over.done", { name: areaName.trim() }), {
        label: say("web.hand_over.write_card"),
        onPress: () => void navigate({ to: "/w/$workspace/t/$team/areas/$area", params: { ...at, area: area! } }),
      });
    },
    {
      "areas.not_in_the_team": "owner",
      "areas.0.name": "areaName",
      "areas.0.purpose": "purpose",
      "areas.0.owner": "owner",
      "areas.0.review": "review",
      name: "newName",
    },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <Field label={fieldName("name")} hint={say("web.hand_over.name_hint")} error={submit.wrong("areaName")}>
        <TextInput name="areaName" dir="auto" maxLength={80} autoComplete="off" />
      </Field>
      <Field label={fieldName("purpose")} optional={say("web.optional")} error={submit.wrong("purpose")}>
        <TextInput
          name="purpose"
          dir="auto"
          maxLength={400}
          autoComplete="off"
          placeholder={say("web.hand_over.purpose_example")}
        />
      </Field>
      <LevelPick legend={say("web.hand_over.today")} value={level} onValue={setLevel} meaning={levelMeans(level)} />
      <LevelPick
        legend={say("web.hand_over.offered")}
        value={offered ?? level}
        onValue={setOffered}
        from={level}
        meaning={
          offered === null || offered === level
            ? say("web.hand_over.offered_same")
            : say("web.hand_over.offered_other", { level: levelText(offered) })
        }
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <OwnerField submit={submit} people={board.people} mayExpect={team.myRole === "lead"} />
        <Field label={fieldName("review")} optional={say("web.optional")} error={submit.wrong("review")}>
          <DateInput name="review" min={today} defaultValue={monthsAfter(today, reviewMonths)} />
        </Field>
      </div>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.hand_over.submit")}
        </Button>
      </div>
    </form>
  );
}
