import { sql } from "kysely";
import { type Db, prepared } from "../foundation/db.ts";
import type { Method, Stance } from "./method-rules.ts";

/** A voice as it is given. */
export type GivenVoice = {
  workspace: string;
  round: string;
  member: string;
  stance: Stance;
  reason: string;
  at: Date;
};

/** What became of a voice: whether it was taken, whether it was this person's first, and how many others have not spoken. */
export type Taken = { decision: string | null; taken: boolean; first: boolean; others: number };

/** Others who have not spoken are counted up to here: more is many. */
export const fewOthers = 64;

/**
 * Gives a voice in a sealed round, or changes it, in one statement that connections prepare. The round is held so that it cannot
 * open before this voice is in; where it has opened, was dropped or is held by another method, or no voice is asked for now,
 * nothing is written and nothing held. A voice is one row of its elector, so that nobody counts twice, and the row says nothing
 * of how often it was changed.
 * @param methods in which the voice may be given so
 */
export async function giveVoice(db: Db, voice: GivenVoice, methods: readonly Method[]): Promise<Taken> {
  const { workspace, round, member, stance, reason, at } = voice;
  // a lock in a query of its own: where it waited for the opening, its conditions are asked again of the row as it is then
  const statement = sql<Taken>`
    with held as (
      select r.id, r.decision_id, e.member_id
      from round_elector e join decision_round r on r.workspace_id = e.workspace_id and r.id = e.round_id
      where e.workspace_id = ${workspace}::uuid and e.round_id = ${round}::uuid and e.member_id = ${member}::uuid
        and e.part = 'voice' and r.opened_at is null and r.dropped_at is null and r.method = any(${[...methods]}::text[])
      for key share of r
    ), given as (
      insert into voice (workspace_id, round_id, member_id, stance, reason, at)
      select ${workspace}::uuid, held.id, held.member_id, ${stance}::text, ${reason}::text, ${at}::timestamptz from held
      on conflict (workspace_id, round_id, member_id)
        do update set stance = excluded.stance, reason = excluded.reason, at = excluded.at
      returning member_id
    ), spoke as (
      update round_elector e set spoke = true from given
      where e.workspace_id = ${workspace}::uuid and e.round_id = ${round}::uuid and e.member_id = given.member_id
        and not e.spoke
      returning 1
    )
    select (select decision_id from held) as decision, exists(select from given) as taken,
      exists(select from spoke) as first, (
      select count(*)::integer from (
        select from round_elector x
        where x.workspace_id = ${workspace}::uuid and x.round_id = ${round}::uuid and x.part = 'voice' and not x.spoke
          and x.member_id <> ${member}::uuid
        limit ${fewOthers + 1}
      ) silent
    ) as others`;
  return (await prepared(db, "give_voice", statement))[0]!;
}

/** Gives a lead's voice, which comes last and is given once; false where it was given already. */
export async function giveLastVoice(db: Db, voice: GivenVoice): Promise<boolean> {
  const { workspace, round, member, stance, reason, at } = voice;
  const { rows } = await sql`
    with spoke as (
      update round_elector set spoke = true
      where workspace_id = ${workspace} and round_id = ${round} and member_id = ${member} and part = 'lead' and not spoke
      returning workspace_id, round_id, member_id
    )
    insert into voice (workspace_id, round_id, member_id, stance, reason, at)
    select workspace_id, round_id, member_id, ${stance}, ${reason}, ${at}::timestamptz from spoke
    returning 1`.execute(db);
  return rows.length > 0;
}

/** One voice of a round that has opened. */
export type VoiceRow = {
  member: string;
  name: string;
  /** They lead the team now. */
  lead: boolean;
  stance: Stance;
  reason: string;
  at: Date;
  /** A lead's, given after the others had opened. */
  last: boolean;
};

/**
 * The voices of a round that has opened, by name, the leads' last; nothing of one that has not, whoever asks.
 * @param page `stance`: only those
 */
export async function voicesOf(
  db: Db,
  of: { workspace: string; round: string; team: string },
  page: { stance?: Stance | undefined; offset: number; limit: number },
): Promise<{ total: number; rows: VoiceRow[] }> {
  const { workspace, round, team } = of;
  const given = sql`voice v
    join decision_round r on r.workspace_id = v.workspace_id and r.id = v.round_id and r.opened_at is not null
    where v.workspace_id = ${workspace} and v.round_id = ${round}
      and (${page.stance ?? null}::text is null or v.stance = ${page.stance ?? null}::text)`;
  const counted = await sql<{ total: number }>`select count(*) as total from ${given}`.execute(db);
  const { rows } = await sql<VoiceRow>`
    select v.member_id as member, m.name, exists (
        select from team_member t where t.workspace_id = v.workspace_id and t.team_id = ${team}::uuid
          and t.member_id = v.member_id and t.role = 'lead' and t.until_at is null
      ) as lead, v.stance, v.reason, v.at, e.part = 'lead' as last
    from (select v.* from ${given}) v
    join round_elector e on e.workspace_id = v.workspace_id and e.round_id = v.round_id and e.member_id = v.member_id
    join member m on m.workspace_id = v.workspace_id and m.id = v.member_id
    order by e.part = 'lead', m.name collate "und-x-icu", m.id offset ${page.offset} limit ${page.limit}`.execute(db);
  return { total: counted.rows[0]!.total, rows };
}

/** Voices of a round that has opened which take one of these stances. */
export async function voicesTaking(
  db: Db,
  workspace: string,
  round: string,
  stances: readonly Stance[],
): Promise<{ member: string; stance: Stance; reason: string }[]> {
  if (stances.length === 0) return [];
  const { rows } = await sql<{ member: string; stance: Stance; reason: string }>`
    select v.member_id as member, v.stance, v.reason from voice v
    join decision_round r on r.workspace_id = v.workspace_id and r.id = v.round_id and r.opened_at is not null
    where v.workspace_id = ${workspace} and v.round_id = ${round} and v.stance = any(${[...stances]}::text[])
    order by v.member_id`.execute(db);
  return rows;
}

/** Whether everybody who may speak before a round opens has done so. */
export async function everybodySpoke(db: Db, workspace: string, round: string): Promise<boolean> {
  const { rows } = await sql<{ all: boolean }>`
    select not exists (
      select from round_elector
      where workspace_id = ${workspace} and round_id = ${round} and part = 'voice' and not spoke
    ) as "all"`.execute(db);
  return rows[0]!.all;
}

/** Whether every lead whose voice comes last has given it. */
export async function leadsSpoke(db: Db, workspace: string, round: string): Promise<boolean> {
  const { rows } = await sql<{ all: boolean }>`
    select not exists (
      select from round_elector where workspace_id = ${workspace} and round_id = ${round} and part = 'lead' and not spoke
    ) as "all"`.execute(db);
  return rows[0]!.all;
}
