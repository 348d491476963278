import pg from "pg";
import type { z } from "zod";
import { asTheClock } from "./as-the-clock.ts";
import type { Clock } from "./clock.ts";
import { dayIn } from "./clock.ts";
import type { Operation, Operations, OutputOf, ParsedOf, RoomContract } from "./contract.ts";
import { type Db, dbOn } from "./db.ts";
import { type Happening, writeEvent } from "./event.ts";
import { timedId } from "./id.ts";
import { answerText, earlierAnswer, type Knock, knockOf, knockText } from "./knock.ts";
import type { Live } from "./live.ts";
import { log } from "./log.ts";
import { type FieldSentences, Refusal, refuse } from "./refusal.ts";
import type { Nouns } from "./words.ts";

/** Somebody who is signed in. */
export type SignedIn = { id: string; name: string; email: string };

/** The member a signed-in person is in one workspace. */
export type Me = { id: string; name: string; timeZone: string; locale: string; administers: boolean };

/** Who knocks, through whichever door: the web, the API, the command line, a job, a test. */
export type Caller = {
  user: SignedIn | null;
  locale: string;
  /** The request's own headers and where it came from; empty for doors that have none. */
  headers: Headers;
  origin: string;
  ip: string;
  /** What goes back beside the answer (cookies). */
  reply: Headers;
  /** Makes a repeated POST change things once. */
  idempotencyKey?: string | undefined;
  /** For a door without screens (the command line): where progress is told. */
  onProgress?: ((done: number, total: number) => void) | undefined;
};

/** What an action for anyone is handed. */
export type AnyoneContext = {
  db: Db;
  now: Date;
  locale: string;
  caller: Caller;
  /** A new id that carries the time. */
  id(): string;
  random(): number;
  /** After the commit. */
  after(work: () => void | Promise<void>): void;
  /** After the commit, screens of a workspace that show this room refetch. */
  tellWorkspace(workspace: string, room: string): void;
};
/** What an action for a signed-in person is handed. */
export type PersonContext = AnyoneContext & { user: SignedIn };
/** One transaction in one workspace, under row security: what the clock has, and a member has more. */
export type WorkspaceContext = {
  db: Db;
  now: Date;
  workspace: string;
  /** Where people reach this installation, without a slash at its end. */
  address: string;
  id(): string;
  random(): number;
  /** A room's sentences in a language, with this workspace's nouns. */
  sayTo(locale: string, room: string): (key: string, params?: Record<string, unknown>) => string;
  record(what: Happening): Promise<void>;
  /** After the commit, screens of this workspace that show this room read it again. */
  tell(room: string): void;
};
/** What an action for a member is handed. */
export type MemberContext = PersonContext &
  WorkspaceContext & {
    me: Me;
    nouns: Nouns;
    /** Today in my zone, as an ISO date. */
    today: string;
    progress(key: string, done: number, total: number): void;
    /** After the commit, in a transaction of its own in this workspace, with nobody as the actor. */
    afterAsTheClock(work: (context: WorkspaceContext) => Promise<void>): void;
  };
type ContextOf<Op> = Op extends { who: "member" }
  ? MemberContext
  : Op extends { who: "person" }
    ? PersonContext
    : AnyoneContext;

/** A room's actions: one function an operation. */
export type Actions<R extends RoomContract> = {
  [K in keyof R["operations"]]: (
    context: ContextOf<R["operations"][K]>,
    input: ParsedOf<R["operations"][K]>,
  ) => Promise<OutputOf<R["operations"][K]>>;
};

type AnyAction = (context: never, input: never) => Promise<unknown>;
/** A room as the house lists it. */
export type Room = { contract: RoomContract<Operations>; actions: Record<string, AnyAction> };

/** All that `run` needs to know of the product. */
export type House = {
  rooms: readonly Room[];
  /** SQL for who a person is in the workspace entered: one row (id, name, time_zone, locale, administers, nouns) or none. */
  memberQuery(userLiteral: string): string;
  /** The nouns of a language, with a workspace's own in place of them. */
  nouns(locale: string, own?: Nouns): Nouns;
  /** A room's sentences in a language (`foundation` and `app` count as rooms here). */
  say(room: string, locale: string, nouns?: Nouns): (key: string, params?: Record<string, unknown>) => string;
};

/** A running house: its database, clock, dice and news, and where people reach it. */
export type Engine = {
  house: House;
  pool: pg.Pool;
  clock: Clock;
  random: () => number;
  live: Live;
  address: string;
};

const noHeaders = () => new Headers();

/** A caller that has no request behind it. */
export function callerWithoutRequest(user: SignedIn | null, locale = "en"): Caller {
  return { user, locale, headers: noHeaders(), origin: "", ip: "", reply: noHeaders() };
}

const found = new WeakMap<House, Map<string, { operation: Operation; action: AnyAction }>>();

/** The operation and action behind `room.name`; a bug where there is none. */
export function operationNamed(house: House, name: string): { operation: Operation; action: AnyAction } {
  let byName = found.get(house);
  if (!byName) {
    byName = new Map();
    for (const room of house.rooms) {
      for (const [key, operation] of Object.entries(room.contract.operations)) {
        const action = room.actions[key];
        if (!action) throw new Error(`${room.contract.name}.${key} has no action`);
        byName.set(`${room.contract.name}.${key}`, { operation, action });
      }
    }
    found.set(house, byName);
  }
  const entry = byName.get(name);
  if (!entry) throw new Error(`there is no operation ${name}`);
  return entry;
}

/**
 * The one door: parse, one transaction (in the workspace, under row security, for a member's operation), check the answer,
 * commit, tell. Refusals are thrown as `Refusal`; anything else thrown is a bug and nothing of it is kept.
 * @param engine the running house
 * @param name `room.operation`
 * @param raw the input as it came
 * @param caller who knocks
 * @returns the answer, as the contract's output says
 */
export async function run(engine: Engine, name: string, raw: unknown, caller: Caller): Promise<unknown> {
  const { operation, action } = operationNamed(engine.house, name);
  if (operation.who !== "anyone" && !caller.user) throw refuse("not_signed_in");
  const parsed = operation.input.safeParse(raw);
  if (!parsed.success) throw refuse("invalid", {}, fieldsOf(parsed.error));
  const input = parsed.data as Record<string, unknown>;

  const now = engine.clock.now();
  const afterwards: (() => void | Promise<void>)[] = [];
  const told = new Map<string, Set<string>>();
  const tellWorkspace = (workspace: string, room: string) => {
    told.set(workspace, (told.get(workspace) ?? new Set()).add(room));
  };
  const knock = operation.who === "member" ? knockOf(caller.idempotencyKey, name, operation, raw) : null;
  const client = await engine.pool.connect();
  let broken = false;
  let output: unknown;
  let lastWords = "commit";
  let reader: Refusal["reader"];
  try {
    const begin = operation.method === "GET" && !operation.reads ? "begin read only" : "begin";
    const db = dbOn(client);
    const anyone: AnyoneContext = {
      db,
      now,
      locale: caller.locale,
      caller,
      id: () => timedId(now),
      random: engine.random,
      after: (work) => void afterwards.push(work),
      tellWorkspace,
    };
    const call = (context: AnyoneContext) => (action as (c: unknown, i: unknown) => Promise<unknown>)(context, input);
    if (operation.who === "member") {
      const workspace = input.workspace as string;
      const { context, again } = await enterAsMember(engine, client, begin, anyone, workspace, knock);
      reader = { locale: context.locale, nouns: context.nouns };
      output = knock && again ? await earlierAnswer(db, workspace, context.me.id, knock) : await call(context);
      await noteReading(context, name, operation, input);
      output = checked(name, operation.output, output);
      if (knock && !again) lastWords = `${answerText(workspace, context.me.id, knock, output)}; commit`;
    } else {
      await client.query(begin);
      output = await call(caller.user ? ({ ...anyone, user: caller.user } as PersonContext) : anyone);
      output = checked(name, operation.output, output);
    }
    await client.query(lastWords);
  } catch (error) {
    if (error instanceof Refusal) error.reader ??= reader;
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
  for (const [workspace, rooms] of told) engine.live.publish(workspace, rooms);
  for (const work of afterwards) {
    try {
      await work();
    } catch (error) {
      log.error({ error, operation: name }, "what follows a commit failed");
    }
  }
  return output;
}

type MemberRow = { id: string; name: string; time_zone: string; locale: string; administers: boolean; nouns: Nouns };

/**
 * One round trip: begin, enter the workspace, who the caller is there, and whether they knock again. A stranger finds nothing.
 * @param begin how the transaction begins
 * @param knock what is noted of a request that carries a key
 */
async function enterAsMember(
  engine: Engine,
  client: pg.PoolClient,
  begin: string,
  anyone: AnyoneContext,
  workspace: string,
  knock: Knock | null,
): Promise<{ context: MemberContext; again: boolean }> {
  const user = anyone.caller.user!;
  const { db, now, id } = anyone;
  const entering = [
    begin,
    `select set_config('app.workspace', ${pg.escapeLiteral(workspace)}, true)`,
    engine.house.memberQuery(pg.escapeLiteral(user.id)),
    ...(knock ? [knockText(workspace, knock, now)] : []),
  ];
  const results = (await client.query(entering.join("; "))) as unknown as pg.QueryResult[];
  const row = results[2]?.rows[0] as MemberRow | undefined;
  if (!row) throw refuse("not_found");
  const me: Me = {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    locale: row.locale,
    administers: row.administers,
  };
  const nouns = engine.house.nouns(row.locale, row.nouns);
  const context: MemberContext = {
    ...anyone,
    user,
    workspace,
    me,
    nouns,
    address: engine.address,
    // a page says many sentences to its own reader, whose nouns are at hand
    sayTo: (locale, room) =>
      engine.house.say(room, locale, locale === row.locale ? nouns : engine.house.nouns(locale, row.nouns)),
    locale: me.locale,
    today: dayIn(now, me.timeZone),
    record: (what) => writeEvent(db, { workspace, actor: me.id, at: now, id: id() }, what),
    tell: (room) => anyone.tellWorkspace(workspace, room),
    progress(key, done, total) {
      engine.live.progress(workspace, me.id, { key, done, total });
      anyone.caller.onProgress?.(done, total);
    },
    afterAsTheClock: (work) => anyone.after(() => asTheClock(engine, workspace, work)),
  };
  return { context, again: knock !== null && results[3]?.rowCount === 0 };
}

const sameReadingMs = 3_600_000;

/** Whoever reads another's personal data leaves a line that this person can read; looking again within the hour is one look. */
async function noteReading(
  context: MemberContext,
  name: string,
  operation: Operation,
  input: Record<string, unknown>,
): Promise<void> {
  for (const field of operation.reads ?? []) {
    const subject = input[field];
    if (typeof subject !== "string" || subject === context.me.id) continue;
    const looked = await context.db
      .selectFrom("access_log")
      .select("id")
      .where("workspace_id", "=", context.workspace)
      .where("subject_id", "=", subject)
      .where("reader_id", "=", context.me.id)
      .where("operation", "=", name)
      .where("at", ">", new Date(context.now.getTime() - sameReadingMs))
      .limit(1)
      .executeTakeFirst();
    if (looked) continue;
    await context.db
      .insertInto("access_log")
      .values({
        workspace_id: context.workspace,
        id: context.id(),
        at: context.now,
        reader_id: context.me.id,
        subject_id: subject,
        operation: name,
      })
      .execute();
  }
}

/** An answer is cut to what the contract says; one that does not fit is a bug. */
function checked(name: string, shape: z.ZodType, output: unknown): unknown {
  const result = shape.safeParse(output);
  if (!result.success) throw new Error(`${name} answered outside its contract: ${result.error.message}`);
  return result.data;
}

/** Input problems as field path → sentence key (`foundation` words), with what the sentence needs behind a `|`. */
function fieldsOf(error: z.ZodError): FieldSentences {
  const fields: FieldSentences = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    if (path in fields) continue;
    fields[path] = fieldKey(issue as unknown as Record<string, unknown>);
  }
  return fields;
}

function fieldKey(issue: Record<string, unknown>): string {
  if (issue.code === "custom" && typeof issue.message === "string" && issue.message.includes(".")) return issue.message;
  if (issue.code === "invalid_type") return "field.needed";
  if (issue.code === "too_small") return issue.minimum === 1 ? "field.needed" : `field.too_short|${issue.minimum}`;
  if (issue.code === "too_big") return `field.too_long|${issue.maximum}`;
  if (issue.code === "invalid_format") {
    if (issue.format === "email") return "field.email";
    if (issue.format === "date") return "field.date";
  }
  return "field.not_understood";
}
