import type { areas } from "../../areas/contract.ts";
import { newKey } from "../../foundation/client.ts";
import type { InputOf } from "../../foundation/contract.ts";
import { firstPicked, type StarterArea, type StarterSetId, starterAreas } from "../start/starter-sets.ts";
import { newId } from "./start-id.ts";
import { say } from "./start-words.ts";

type MakeInput = InputOf<(typeof areas.operations)["make"]>;
type Guardrail = NonNullable<MakeInput["areas"][number]["guardrails"]>[number];

/** To whom an area goes: nobody yet, somebody of the team, or a name that has not joined. */
export type Goes = { to: "nobody" } | { to: "member"; member: string } | { to: "named"; name: string };

/** An area as it is picked, before it is made. */
export type Pick = {
  key: string;
  picked: boolean;
  name: string;
  purpose: string;
  level: number;
  wished: number;
  goes: Goes;
  guard: StarterArea["guard"];
};

/** What was chosen so far: the kind of team, and its areas. */
export type Picks = { set: StarterSetId | null; currency: string; areas: Pick[] };

/** The areas of a starter set as picks; those to begin with are ticked, what is on the board already is left out. */
export function picksOf(set: StarterSetId, there: readonly string[]): Pick[] {
  const taken = new Set(there.map((name) => name.trim().toLocaleLowerCase()));
  return starterAreas(set)
    .map((area, at) => ({
      key: area.id,
      picked: at < firstPicked,
      name: say(`starter.areas.${area.id}.name`),
      purpose: say(`starter.areas.${area.id}.purpose`),
      level: area.level,
      wished: area.wished,
      goes: { to: "nobody" } as Goes,
      guard: area.guard,
    }))
    .filter(({ name }) => !taken.has(name.toLocaleLowerCase()));
}

/** One of somebody's own, without a word in it yet. */
export function ownPick(): Pick {
  return {
    key: newKey(),
    picked: true,
    name: "",
    purpose: "",
    level: 3,
    wished: 5,
    goes: { to: "nobody" },
    guard: null,
  };
}

/** A pick's guardrail as the board takes it. */
function guardrailOf(guard: StarterArea["guard"], currency: string): Guardrail[] {
  if (!guard) return [];
  const id = newId();
  if (guard.kind === "cost") return [{ id, kind: "cost", over: guard.over, currency, level: guard.level }];
  if (guard.kind === "one_way") return [{ id, kind: "one_way", level: guard.level }];
  return [{ id, kind: "text", words: say(`starter.guards.${guard.of}`) }];
}

/**
 * What is asked of the board to make the picked areas.
 * @param members name that has not joined → the place that was made for it
 */
export function makeInput({ areas, currency }: Picks, members: ReadonlyMap<string, string>): MakeInput["areas"] {
  return areas
    .filter(({ picked }) => picked)
    .map(({ name, purpose, level, wished, goes, guard }) => {
      const owner =
        goes.to === "member" ? goes.member : goes.to === "named" ? members.get(nameKey(goes.name)) : undefined;
      return {
        name,
        purpose,
        level,
        offered: wished,
        guardrails: guardrailOf(guard, currency),
        ...(owner ? { owner } : {}),
      };
    });
}

/** The same name written a little otherwise is the same person. */
export function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLocaleLowerCase();
}
