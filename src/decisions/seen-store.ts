import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { RemarkKind } from "./deciding-rules.ts";
import type { Next, ReviewVerdict } from "./outcome-rules.ts";

/** What stands beside a decision: said, heard, credited and looked back at. */
export type Beside = {
  /** The earliest first; what was taken back left out. */
  remarks: {
    id: string;
    at: Date;
    by: string;
    name: string;
    kind: RemarkKind;
    words: string;
    answers: string | null;
  }[];
  heard: { by: string; name: string; heard: boolean; words: string }[];
  credits: { member: string; name: string; part: "did" | "decided" | "helped" }[];
  /** The latest first. */
  reviews: {
    n: number;
    at: Date;
    by: string;
    verdict: ReviewVerdict;
    learned: string;
    next: Next;
    byRule: boolean;
    nextDecision: { decision: string; title: string } | null;
  }[];
  adapts: { decision: string; title: string } | null;
};

type Travelled<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] };
type Row = Omit<Beside, "remarks" | "reviews"> & {
  remarks: Travelled<Beside["remarks"][number]>[];
  reviews: Travelled<Beside["reviews"][number]>[];
};

const withMoment = <T extends { at: string }>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, at: new Date(row.at) }));

/** What stands beside a decision that is made here, in one statement. */
export async function besideOf(db: Db, workspace: string, decision: string): Promise<Beside> {
  const { rows } = await sql<Row>`
    select (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'at', r.at, 'by', r.by_member, 'name', m.name, 'kind', r.kind,
        'words', r.words, 'answers', case when a.removed_at is null then r.answers end) order by r.at, r.id), '[]')
      from decision_remark r join member m on m.workspace_id = r.workspace_id and m.id = r.by_member
      left join decision_remark a on a.workspace_id = r.workspace_id and a.id = r.answers
      where r.workspace_id = p.workspace_id and r.decision_id = p.decision_id and r.removed_at is null
    ) as remarks, (
      select coalesce(jsonb_agg(jsonb_build_object('by', h.member_id, 'name', m.name, 'heard', h.heard, 'words', h.words)
        order by m.name collate "und-x-icu", m.id), '[]')
      from decision_heard h join member m on m.workspace_id = h.workspace_id and m.id = h.member_id
      where h.workspace_id = p.workspace_id and h.decision_id = p.decision_id
    ) as heard, (
      select coalesce(jsonb_agg(jsonb_build_object('member', c.member_id, 'name', m.name, 'part', c.part)
        order by array_position(array['did', 'decided', 'helped'], c.part), m.name collate "und-x-icu", m.id), '[]')
      from decision_credit c join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
      where c.workspace_id = p.workspace_id and c.decision_id = p.decision_id
    ) as credits, (
      select coalesce(jsonb_agg(jsonb_build_object('n', v.n, 'at', v.at, 'by', m.name, 'verdict', v.verdict, 'learned', v.learned,
        'next', v.next, 'byRule', v.by_rule,
        'nextDecision', case when d.id is not null then jsonb_build_object('decision', d.id, 'title', d.title) end)
        order by v.n desc), '[]')
      from decision_review v join member m on m.workspace_id = v.workspace_id and m.id = v.by_member
      left join decision d on d.workspace_id = v.workspace_id and d.id = v.next_decision
      where v.workspace_id = p.workspace_id and v.decision_id = p.decision_id
    ) as reviews, (
      select jsonb_build_object('decision', d.id, 'title', d.title) from decision d
      where d.workspace_id = p.workspace_id and d.id = p.adapts
    ) as adapts
    from deciding p where p.workspace_id = ${workspace} and p.decision_id = ${decision}`.execute(db);
  const { remarks, reviews, ...rest } = rows[0]!;
  return { ...rest, remarks: withMoment(remarks), reviews: withMoment(reviews) };
}

/** The team of a decision that is on the record and was not made here. */
export async function teamOfImported(db: Db, workspace: string, decision: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("decision")
    .select("team_id")
    .where("workspace_id", "=", workspace)
    .where("id", "=", decision)
    .where("origin", "=", "imported")
    .executeTakeFirst();
  return row?.team_id;
}
