import { dayIn } from "../foundation/clock.ts";
import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { giveNotice, settleNotices } from "../notices/notice-actions.ts";
import { insist, teamForMe, whySentence } from "../people/shared-actions.ts";
import * as briefStore from "./brief-store.ts";
import {
  type BriefReader,
  backBriefUntil,
  carryLines,
  clarityOf,
  intentState,
  intentWords,
  linesOf,
  mayReadBrief,
  mayReadVerdict,
  whoIsAsked,
  whyNotGive,
  whyNotJudge,
  whyNotPublish,
  whyNotWrite,
} from "./intent-rules.ts";
import * as store from "./intent-store.ts";
import { hasASay } from "./rules.ts";
import { type DirectionActions, readableTeam, whyNotOpen, withASay } from "./team-actions.ts";

const versionsAtOnce = 20;

type Version = store.IntentRow & { lines: Parameters<typeof carryLines>[0] };

const lineOf = ({ line, part, words, team, teamName }: store.LineNow) => ({ line, part, words, team, teamName });

/** A version as it is read, with the line above that it serves while that line is there. */
function shown(row: Version, seen: readonly store.LineSeen[]) {
  const served = seen.find((line) => line.depth > 0 && line.line === row.servesLine);
  return {
    id: row.id,
    version: row.version,
    why: row.why,
    done: row.done,
    keep: row.keep,
    until: row.until,
    review: row.review,
    words: intentWords(row),
    lines: [...row.lines],
    serves: served ? lineOf(served) : null,
    whatChanged: row.whatChanged,
    publishedAt: row.publishedAt,
    publishedBy: { member: row.publishedBy, name: row.publisher },
  };
}

/** The lines of the nearest team above that has an intent. */
function nearestAbove(seen: readonly store.LineSeen[]): store.LineSeen[] {
  const above = seen.filter((line) => line.depth > 0);
  return above.filter((line) => line.depth === above[0]!.depth);
}

function shownBrief(context: MemberContext, reader: BriefReader, brief: briefStore.BriefRow, author: string) {
  const verdictToo = mayReadVerdict(reader, brief, author);
  return {
    id: brief.id,
    member: { member: brief.member, name: brief.name },
    words: brief.words,
    givenAt: brief.givenAt,
    published: brief.publishedAt !== null,
    verdict: verdictToo ? brief.verdict : null,
    leftOut: verdictToo ? brief.leftOut : null,
    mine: brief.member === reader.id,
    whyNotJudge: whySentence(context, whyNotJudge(reader.id, author)),
  };
}

const noBriefs = { askedUntil: null, mine: null, given: 0, asked: 0, counts: null, readable: [] };

/** What I may know of how clear an intent came across. */
async function backBriefs(context: MemberContext, reader: BriefReader, intent: store.IntentRow) {
  const { db, workspace, me, now } = context;
  const briefs = await briefStore.briefsOf(db, workspace, intent.id);
  const held = await briefStore.rolesHeld(db, workspace, [intent.team]);
  const asked = whoIsAsked({ at: intent.publishedAt, by: intent.publishedBy }, held);
  const author = intent.publishedBy;
  const mine = briefs.find((brief) => brief.member === me.id);
  const whyNot = whyNotGive(
    { id: me.id, asked: asked.has(me.id) && hasASay(reader.role) },
    { publishedAt: intent.publishedAt, publishedBy: author, replaced: false },
    mine ?? null,
    now,
  );
  const readsAll = me.id === author || reader.role === "lead";
  return {
    askedUntil: whyNot ? null : dayIn(backBriefUntil(intent.publishedAt), me.timeZone),
    mine: mine ? shownBrief(context, reader, mine, author) : null,
    whyNotGive: whySentence(context, whyNot),
    ...clarityOf(briefs, asked.size, readsAll),
    readable: briefs
      .filter((brief) => mayReadBrief(reader, { member: brief.member, published: brief.publishedAt !== null }, author))
      .map((brief) => shownBrief(context, reader, brief, author)),
  };
}

/** A back-brief with its intent, as far as I may read it; refuses where I may not. */
async function briefForMe(context: MemberContext, id: string, forChange = false) {
  const { db, workspace, me } = context;
  const brief = await briefStore.briefById(db, workspace, id, forChange);
  const intent = brief && (await store.intentById(db, workspace, brief.intent));
  if (!brief || !intent) throw refuse("direction.no_such_back_brief");
  const { standing } = await teamForMe(context, intent.team);
  const readable = mayReadBrief(
    { id: me.id, role: standing.role },
    { member: brief.member, published: brief.publishedAt !== null },
    intent.publishedBy,
  );
  if (!readable) throw refuse("direction.no_such_back_brief");
  return { brief, intent };
}

/** Intent: drafts, versions, and how clear they come across. */
export const intentActions: DirectionActions<
  "show" | "versions" | "saveDraft" | "dropDraft" | "publish" | "giveBackBrief" | "publishBackBrief" | "judgeBackBrief"
> = {
  async show(context, { team }) {
    const { db, workspace, me, today } = context;
    const { row, standing } = await readableTeam(context, team);
    const { total, rows } = await store.versionsOf(db, workspace, team, { offset: 0, limit: 1 });
    const latest = rows[0];
    const seen = await store.linesSeenFrom(db, workspace, [team]);
    const none = whySentence(context, { code: "direction.no_such_intent" });
    return {
      intent: latest ? shown(latest, seen) : null,
      state: intentState(latest ?? null, today),
      versions: total,
      draft: (await store.draftOf(db, workspace, team, me.id)) ?? null,
      above: nearestAbove(seen).map(lineOf),
      whyNotWrite: whySentence(context, whyNotWrite(standing) ?? whyNotOpen(row)),
      backBriefs: latest
        ? await backBriefs(context, { id: me.id, role: standing.role }, latest)
        : { ...noBriefs, whyNotGive: none },
    };
  },

  async versions(context, { team, offset }) {
    const { db, workspace } = context;
    await readableTeam(context, team);
    const { total, rows } = await store.versionsOf(db, workspace, team, { offset, limit: versionsAtOnce });
    const seen = await store.linesSeenFrom(db, workspace, [team]);
    return { total, versions: rows.map((row) => shown(row, seen)) };
  },

  async saveDraft(context, { team, workspace, ...draft }) {
    const { standing } = await teamForMe(context, team, { open: true });
    insist(whyNotWrite(standing));
    await store.keepDraft(context.db, { workspace, team, member: context.me.id, at: context.now, draft });
    return {};
  },

  async dropDraft(context, { team }) {
    await teamForMe(context, team);
    await store.dropDraft(context.db, context.workspace, team, context.me.id);
    return {};
  },

  async publish(context, { team }) {
    const { db, workspace, me, now, today } = context;
    // held, so that of two who publish at once one comes after the other
    const { standing } = await teamForMe(context, team, { change: true, open: true });
    insist(whyNotWrite(standing));
    const draft = (await store.draftOf(db, workspace, team, me.id)) ?? null;
    const above = nearestAbove(await store.linesSeenFrom(db, workspace, [team]));
    const whyNot = whyNotPublish(draft, today, new Set(above.map(({ line }) => line)));
    if (whyNot) throw refuse(whyNot.why.code, whyNot.why.params, whyNot.fields);
    const { until, review, serves, whatChanged, ...said } = draft!;
    const before = (await store.versionsOf(db, workspace, team, { offset: 0, limit: 1 })).rows[0];
    const intent = context.id();
    const version = (before?.version ?? 0) + 1;
    await store.addIntent(db, {
      workspace,
      id: intent,
      team,
      version,
      said,
      until: until!,
      review: review!,
      servesLine: serves,
      whatChanged: whatChanged || null,
      at: now,
      by: me.id,
      lines: carryLines(before?.lines ?? [], linesOf(said), context.id),
    });
    await store.dropDraft(db, workspace, team, me.id);
    if (before) {
      await settleNotices(context, before.id);
      for (const brief of await briefStore.briefsOf(db, workspace, before.id)) await settleNotices(context, brief.id);
    }
    await context.record({ kind: "direction.intent_published", subject: intent, team, data: { version } });
    await giveNotice(context, {
      to: (await withASay(context, team)).map(({ id }) => id),
      kind: "direction.intent_published",
      team,
      subject: intent,
      params: { version },
      path: `/t/${team}/intent`,
      actor: me.id,
    });
    context.tell("direction");
    return { intent, version };
  },

  async giveBackBrief(context, { intent: id, words }) {
    const { db, workspace, me, now } = context;
    const intent = await store.intentById(db, workspace, id);
    if (!intent) throw refuse("direction.no_such_intent");
    const { standing } = await readableTeam(context, intent.team);
    const held = await briefStore.rolesHeld(db, workspace, [intent.team], me.id);
    const asked = whoIsAsked({ at: intent.publishedAt, by: intent.publishedBy }, held);
    const iAm = { id: me.id, asked: asked.has(me.id) && hasASay(standing.role) };
    insist(whyNotGive(iAm, { ...intent, replaced: Boolean(intent.replaced) }, null, now));
    const row = { workspace, id: context.id(), intent: intent.id, member: me.id, words, at: now };
    const kept = await briefStore.keepBrief(db, row);
    if (!kept) throw refuse("direction.back_brief_given");
    // no event: who played it back, and when, is for its readers alone
    await giveNotice(context, {
      to: [intent.publishedBy],
      kind: "direction.back_brief_given",
      team: intent.team,
      subject: kept,
      path: `/t/${intent.team}/intent`,
      actor: me.id,
      once: `direction.back_brief_given:${kept}`,
    });
    context.tell("direction");
    return { backBrief: kept };
  },

  async publishBackBrief(context, { backBrief, published }) {
    const { db, workspace, me, now } = context;
    const brief = await briefStore.briefById(db, workspace, backBrief, true);
    if (brief?.member !== me.id) throw refuse("direction.no_such_back_brief");
    if ((brief.publishedAt !== null) === published) return {};
    await briefStore.changeBrief(db, workspace, brief.id, { published_at: published ? now : null });
    context.tell("direction");
    return {};
  },

  async judgeBackBrief(context, { backBrief, verdict, leftOut }) {
    const { db, workspace, me, now } = context;
    const { brief, intent } = await briefForMe(context, backBrief, true);
    insist(whyNotJudge(me.id, intent.publishedBy));
    const left_out = leftOut || null;
    if (brief.verdict === verdict && brief.leftOut === left_out) return {};
    await briefStore.changeBrief(db, workspace, brief.id, { verdict, left_out, judged_at: now, judged_by: me.id });
    await settleNotices(context, brief.id, ["direction.back_brief_given"]);
    await giveNotice(context, {
      to: [brief.member],
      kind: "direction.back_brief_judged",
      team: intent.team,
      subject: brief.id,
      path: `/t/${intent.team}/intent`,
      actor: me.id,
    });
    context.tell("direction");
    return {};
  },
};
