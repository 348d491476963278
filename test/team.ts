import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { areas } from "../src/areas/contract.ts";
import type { decisions } from "../src/decisions/contract.ts";
import type { direction } from "../src/direction/contract.ts";
import { type Clock, movedClock } from "../src/foundation/clock.ts";
import type { InputOf, Operation, OutputOf } from "../src/foundation/contract.ts";
import { Refusal } from "../src/foundation/refusal.ts";
import { callerWithoutRequest, type Engine, operationNamed, run, type SignedIn } from "../src/foundation/run.ts";
import type { notices } from "../src/notices/contract.ts";
import type { people } from "../src/people/contract.ts";
import type { records } from "../src/records/contract.ts";
import { type TestHouse, testHouse } from "./open-house.ts";

/** Every room's contract, for the types of what can be asked. */
type Contracts = {
  people: typeof people;
  notices: typeof notices;
  direction: typeof direction;
  areas: typeof areas;
  decisions: typeof decisions;
  records: typeof records;
};

type Named<R extends keyof Contracts> = {
  [K in keyof Contracts[R]["operations"] & string as `${R}.${K}`]: Contracts[R]["operations"][K];
};
type Together<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer A) => void ? A : never;
/** `room.operation` → the operation, for every room. */
export type OperationsByName = Together<{ [R in keyof Contracts]: Named<R> }[keyof Contracts]>;
export type OperationName = keyof OperationsByName & string;

type Filled = "workspace" | "team";
type Known<I> = Omit<I, Filled> & Partial<Pick<I, Filled & keyof I>>;
type Asked<N extends OperationName> = Known<InputOf<OperationsByName[N]>>;
type Answer<N extends OperationName> = OutputOf<OperationsByName[N]>;
type MaybeInput<N extends OperationName> =
  Record<never, never> extends Asked<N> ? [input?: Asked<N>] : [input: Asked<N>];

/** Somebody who can ask, through the same door as everybody. */
export type Asker = {
  user: SignedIn;
  /** Asks; the workspace and team of the test are filled in where the input needs them and has none. */
  ask<N extends OperationName>(name: N, ...input: MaybeInput<N>): Promise<Answer<N>>;
  /** Asks, and returns the code of the refusal; fails the test when there is none. */
  refused<N extends OperationName>(name: N, ...input: MaybeInput<N>): Promise<string>;
};
/** One person of the team. */
export type TeamPerson = Asker & { member: string };

type FirstName<N extends string> = Lowercase<N extends `${infer First} ${string}` ? First : N>;

/** A team in a workspace of its own. Each person is there by first name, in lower case. */
export type Team<Names extends string> = {
  workspace: string;
  team: string;
  house: TestHouse;
  engine: Engine;
  /** Stands at the start given, until a test moves it. */
  clock: ReturnType<typeof movedClock>;
  /** Somebody who is signed in and is not in this workspace. */
  stranger(name?: string): Promise<Asker>;
  /** Brings one more person into the team. */
  joins(name: string, role?: "lead" | "member" | "observer"): Promise<TeamPerson>;
} & { readonly [N in Names as FirstName<N>]: TeamPerson };

/**
 * A team in one line: `const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] })`, then
 * `await t.grace.ask("people.showTeam")`. Its history is made by the actions people use; only passwords are left out.
 * @param who the people; `at` is where the clock stands at first, `house` another house than the shared one
 */
export async function aTeam<
  const L extends string,
  const M extends string = never,
  const O extends string = never,
>(who: {
  lead: L;
  members?: readonly M[];
  observers?: readonly O[];
  at?: Date | string;
  timeZone?: string;
  locale?: "en" | "ar";
  house?: TestHouse;
}): Promise<Team<L | M | O>> {
  const house = who.house ?? (await testHouse());
  const clock = movedClock(new Date(who.at ?? "2026-03-02T09:00:00Z"));
  const engine: Engine = { ...house.engine, clock };
  const place = { timeZone: who.timeZone ?? "Africa/Johannesburg", locale: who.locale ?? "en" };
  const lead = askerFor(engine, await somebody(house, who.lead, clock), {});
  const { workspace, team } = await lead.ask("people.makeWorkspace", {
    name: "Harbour",
    teamName: "Platform",
    ...place,
  });
  const filled = { workspace, team };
  const nomsa = askerFor(engine, lead.user, filled);
  const memberOf = async (asker: Asker) => (await asker.ask("people.workspace")).me.id;

  const joins = async (name: string, role: "lead" | "member" | "observer" = "member"): Promise<TeamPerson> => {
    const { token } = await nomsa.ask("people.invite", { role });
    const joined = askerFor(engine, await somebody(house, name, clock), filled);
    await joined.ask("people.acceptInvitation", { token, ...place });
    return { ...joined, member: await memberOf(joined) };
  };
  const everybody: Record<string, TeamPerson> = { [firstName(who.lead)]: { ...nomsa, member: await memberOf(nomsa) } };
  for (const name of who.members ?? []) everybody[firstName(name)] = await joins(name);
  for (const name of who.observers ?? []) everybody[firstName(name)] = await joins(name, "observer");
  const team_ = {
    ...filled,
    house,
    engine,
    clock,
    joins,
    stranger: async (name = "Sam Stranger") => askerFor(engine, await somebody(house, name, clock), filled),
    ...everybody,
  };
  return team_ as unknown as Team<L | M | O>;
}

const firstName = (name: string) => name.split(" ")[0]!.toLowerCase();

/**
 * Somebody who can sign in, without the tenth of a second that hashing a password takes.
 * @returns who they are; several may have the same name
 */
export async function somebody(house: TestHouse, name: string, clock: Clock): Promise<SignedIn> {
  const id = randomUUID();
  const email = `${firstName(name)}.${id}@example.org`;
  await house.owner.query(
    `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") values ($1, $2, $3, false, $4, $4)`,
    [id, name, email, clock.now()],
  );
  return { id, name, email };
}

/** Asks as a person. */
export function askerFor(engine: Engine, user: SignedIn, filled: Partial<Record<Filled, string>>): Asker {
  const ask = (name: string, input: Record<string, unknown> = {}) => {
    const { operation } = operationNamed(engine.house, name);
    return run(engine, name, withFilled(operation, input, filled), callerWithoutRequest(user));
  };
  return {
    user,
    ask: ask as Asker["ask"],
    async refused(name, ...input) {
      try {
        await ask(name, input[0] as Record<string, unknown> | undefined);
      } catch (error) {
        if (error instanceof Refusal) return error.code;
        throw error;
      }
      throw new Error(`${name} was not refused`);
    },
  };
}

function withFilled(operation: Operation, input: Record<string, unknown>, filled: Partial<Record<Filled, string>>) {
  const shape = operation.input.shape as Record<string, z.ZodType | undefined>;
  const needed = Object.entries(filled).filter(
    ([key]) => shape[key] && !(key in input) && !shape[key].safeParse(undefined).success,
  );
  return { ...Object.fromEntries(needed), ...input };
}
