import { Plus } from "lucide-react";
import { useRef } from "react";
import { areasClient, type Board } from "../../areas/web/areas-client.ts";
import { LevelHeads, LevelTrack } from "../../areas/web/level-track.tsx";
import { levelName } from "../../areas/web/level-words.ts";
import { currencyChoices, likelyCurrency } from "../../areas/web/may-i-currency.ts";
import { Refused } from "../../foundation/client.ts";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { peopleClient } from "../../people/web/session.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { type StarterSetId, starterSets } from "../start/starter-sets.ts";
import { after, StepFoot, type Way } from "./start-frame.tsx";
import { PickRow } from "./start-pick-row.tsx";
import { makeInput, nameKey, ownPick, type Pick, type Picks, picksOf } from "./start-picks.ts";
import { say } from "./start-words.ts";

/** What was chosen before anything was. */
export function noPicks(): Picks {
  return { set: null, currency: likelyCurrency(spokenVariety()), areas: [] };
}

/** Which areas there are, at which level today and at which one is wished: made in one go. */
export function AreasStep({
  board,
  picks,
  setPicks,
  way,
}: {
  board: Board;
  picks: Picks;
  setPicks: (picks: Picks) => void;
  way: Way;
}) {
  const there = board.areas.length > 0;
  const choosing = picks.areas.length > 0;
  return (
    <div className="grid gap-5">
      {there && <OnBoard board={board} />}
      <Card title={say(there ? "start.areas.more" : "start.areas.kind")} lead={say("start.areas.kind_lead")}>
        <div className="[&>fieldset]:grid-cols-2 [&>fieldset]:xl:grid-cols-4">
          <RadioGroup
            cards
            legendHidden
            legend={say("start.areas.kind")}
            value={picks.set}
            onValue={(set: StarterSetId) =>
              setPicks({
                ...picks,
                set,
                areas: [
                  ...picksOf(
                    set,
                    board.areas.map(({ name }) => name),
                  ),
                  ...picks.areas.filter(isOwn),
                ],
              })
            }
            choices={starterSets.map(({ id }) => ({
              value: id,
              label: <span className="font-semibold">{say(`starter.sets.${id}.name`)}</span>,
              hint: <span className="max-sm:hidden">{say(`starter.sets.${id}.what`)}</span>,
            }))}
          />
        </div>
        {!choosing && (
          <Button
            className="mt-4"
            icon={<Plus aria-hidden="true" size={17} />}
            onClick={() => setPicks({ ...picks, areas: [ownPick()] })}
          >
            {say("start.areas.own_only")}
          </Button>
        )}
      </Card>
      {choosing ? <Choosing board={board} picks={picks} setPicks={setPicks} way={way} /> : <StepFoot way={way} />}
    </div>
  );
}

const isOwn = ({ key }: Pick) => !starterSets.some(({ areas }) => areas.some(({ id }) => id === key));

/** What is on the board already. */
function OnBoard({ board }: { board: Board }) {
  return (
    <Card tone="pasture" title={say("start.areas.there", { n: board.areas.length })}>
      <div className="mb-2 hidden grid-cols-[minmax(0,1fr)_20rem] gap-6 sm:grid">
        <span />
        <LevelHeads numbers={false} />
      </div>
      <ul className="divide-y divide-line">
        {board.areas.map((area) => (
          <li key={area.id} className="grid items-center gap-x-6 py-2 sm:grid-cols-[minmax(0,1fr)_20rem]">
            <span className="min-w-0">
              <bdi className="font-semibold">{area.name}</bdi>
              <span className="block text-sm text-ink-2">
                {area.owner ? <bdi>{area.owner.name}</bdi> : say("ground_map.sheet.nobody")}
                {area.offered !== area.level &&
                  ` · ${say("ground_map.sheet.offered", { level: levelName(area.offered) })}`}
              </span>
            </span>
            <LevelTrack name={area.name} level={area.level} offered={area.offered} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Choosing({
  board,
  picks,
  setPicks,
  way,
}: {
  board: Board;
  picks: Picks;
  setPicks: (picks: Picks) => void;
  way: Way;
}) {
  const { workspace, team } = usePlace();
  const at = { workspace: workspace.id, team: team!.id };
  const expect = peopleClient.useDo("expect", { alsoChanges: ["areas"] });
  const make = areasClient.useDo("make");
  // a place once made for a name is used again when the rest has to be tried again
  const places = useRef(new Map<string, string>());
  const picked = picks.areas.filter((pick) => pick.picked);
  const change = (key: string, patch: Partial<Pick>) =>
    setPicks({ ...picks, areas: picks.areas.map((pick) => (pick.key === key ? { ...pick, ...patch } : pick)) });

  const submit = useSubmit(async () => {
    insistOnNames(picked);
    for (const { name, expected, member } of board.people) if (expected) places.current.set(nameKey(name), member);
    for (const { goes } of picked) {
      if (goes.to !== "named" || places.current.has(nameKey(goes.name))) continue;
      const { member } = await expect.mutateAsync({ ...at, name: goes.name.trim() });
      places.current.set(nameKey(goes.name), member);
    }
    await make.mutateAsync({ ...at, areas: makeInput(picks, places.current) });
    setPicks(noPicks());
    way.go(after(way.step));
  });

  const priced = picked.some(({ guard }) => guard?.kind === "cost");
  return (
    <form {...submit.form}>
      <Card
        title={say("start.areas.pick")}
        note={<span role="status">{say("start.areas.picked", { n: picked.length })}</span>}
        lead={say("start.areas.pick_lead")}
      >
        <FormProblem>{submit.problem}</FormProblem>
        <ul className="divide-y divide-line">
          {picks.areas.map((pick) => (
            <PickRow
              key={pick.key}
              pick={pick}
              own={isOwn(pick)}
              currency={picks.currency}
              people={board.people}
              wrongName={submit.wrong(`name.${pick.key}`)}
              wrongPerson={submit.wrong(`person.${pick.key}`)}
              change={(patch) => change(pick.key, patch)}
              remove={() => setPicks({ ...picks, areas: picks.areas.filter(({ key }) => key !== pick.key) })}
            />
          ))}
        </ul>
        <div className="mt-4 flex flex-wrap items-end justify-between gap-4">
          <Button
            icon={<Plus aria-hidden="true" size={17} />}
            onClick={() => setPicks({ ...picks, areas: [...picks.areas, ownPick()] })}
          >
            {say("start.areas.own")}
          </Button>
          {priced && (
            <Field label={say("start.areas.currency")} className="w-36">
              <Select
                value={picks.currency}
                onChange={(event) => setPicks({ ...picks, currency: event.target.value })}
                choices={currencyChoices([picks.currency])}
              />
            </Field>
          )}
        </div>
      </Card>
      <StepFoot way={way}>
        <Button
          type="submit"
          look="primary"
          size="lg"
          busy={submit.busy}
          why={board.whyNotMake ?? (picked.length === 0 ? say("start.areas.pick_one") : null)}
        >
          {say("start.areas.make", { n: picked.length })}
        </Button>
      </StepFoot>
    </form>
  );
}

/** Every picked area has a name, and a name of its own; whoever is to hold it has one too. */
function insistOnNames(picked: readonly Pick[]): void {
  const fields: Record<string, string> = {};
  const seen = new Set<string>();
  for (const { key, name, goes } of picked) {
    if (!name.trim()) fields[`name.${key}`] = say("start.areas.name_needed");
    else if (seen.has(nameKey(name))) fields[`name.${key}`] = say("start.areas.name_twice");
    seen.add(nameKey(name));
    if (goes.to === "named" && !goes.name.trim()) fields[`person.${key}`] = say("start.areas.person_needed");
  }
  if (Object.keys(fields).length > 0) throw new Refused("invalid", say("start.look_again"), 400, fields);
}
