import type { Role, Standing, WhyNot } from "../people/rules.ts";
import { countWords } from "../ui/count-words.ts";
import { because, hasASay } from "./rules.ts";

/** The parts of an intent that are made of lines, in the order they are read. */
export const parts = ["why", "done", "keep"] as const;
/** Which part of an intent a line stands in. */
export type Part = (typeof parts)[number];
/** What an intent says. */
export type Said = Record<Part, string>;
export type Line = { line: string; part: Part; words: string };

/** An intent is short enough to be kept in mind. */
export const mostWords = 120;
/** For how long after a publication people are asked to play it back. */
export const backBriefDays = 10;
/** From how many marked back-briefs up the marks are counted, so that a count is nobody's. */
export const countedFrom = 5;

const dayMs = 86_400_000;

/**
 * How many words an intent has, its three parts together. One rule parts words, whoever counts: writer, reader and server
 * must come to the same number.
 */
export function intentWords(said: Said): number {
  return countWords(parts.map((part) => said[part]).join("\n"), "en");
}

/** The lines of an intent in order: each line of a part that has something in it. */
export function linesOf(said: Said): Omit<Line, "line">[] {
  return parts.flatMap((part) =>
    said[part]
      .split(/\r\n|\r|\n/)
      .map((words) => words.trim())
      .filter((words) => words !== "")
      .map((words) => ({ part, words })),
  );
}

/**
 * Which id each line of the next version has, so that what serves a line still does when the line stands on. A line keeps
 * its id when its words stayed: where it stood, or moved to another part. Of the rest, where a part has as many lines
 * without a match as before, they were said otherwise and are taken in order; else they are new.
 * @param before the lines of the version before
 * @param after the lines of the next one
 * @param newId makes an id
 */
export function carryLines(before: readonly Line[], after: readonly Omit<Line, "line">[], newId: () => string): Line[] {
  const left = new Set(before);
  const ids = new Map<number, string>();
  const take = (i: number, from: Line | undefined) => {
    if (!from) return;
    left.delete(from);
    ids.set(i, from.line);
  };
  const eachUnmatched = (match: (line: Omit<Line, "line">) => Line | undefined) => {
    for (const [i, line] of after.entries()) if (!ids.has(i)) take(i, match(line));
  };
  eachUnmatched(({ part, words }) => [...left].find((old) => old.part === part && old.words === words));
  eachUnmatched(({ words }) => [...left].find((old) => old.words === words));
  for (const part of parts) {
    const gone = [...left].filter((old) => old.part === part);
    const fresh = [...after.keys()].filter((i) => !ids.has(i) && after[i]!.part === part);
    if (gone.length === fresh.length) for (const [n, i] of fresh.entries()) take(i, gone[n]);
  }
  return after.map((line, i) => ({ line: ids.get(i) ?? newId(), ...line }));
}

/**
 * How an intent stands today: its review day has come, its last day is over, or neither.
 * @param intent its two days; null where there is none
 * @param today an ISO date
 */
export function intentState(
  intent: { review: string; until: string } | null,
  today: string,
): "none" | "current" | "review_due" | "expired" {
  if (!intent) return "none";
  if (today > intent.until) return "expired";
  return today >= intent.review ? "review_due" : "current";
}

/** Why somebody may not write a team's intent: its leads do. */
export function whyNotWrite(standing: Pick<Standing, "role">): WhyNot {
  return standing.role === "lead" ? null : because("only_the_lead");
}

/** A draft as far as it must be right before it is published. */
export type Publishable = Said & { until: string | null; review: string | null; serves: string | null };
/** A reason why a draft is not published, and where in it the trouble is: field → sentence key. */
export type WhyNotPublish = { why: NonNullable<WhyNot>; fields: Record<string, string> } | null;

/**
 * Why a draft cannot be published as it is: something is missing, it is too long, a day of it is not ahead (or the review
 * comes after the end), or the line it serves is not there.
 * @param draft what was written; null where there is none
 * @param today an ISO date
 * @param above the lines it may serve
 */
export function whyNotPublish(draft: Publishable | null, today: string, above: ReadonlySet<string>): WhyNotPublish {
  const no = (code: string, fields: Record<string, string>, params?: Record<string, number>): WhyNotPublish => ({
    why: because(code, params)!,
    fields,
  });
  if (!draft) return no("no_draft", {});
  const missing = [...parts, "until" as const, "review" as const].filter((field) => !draft[field]?.trim());
  if (missing.length > 0) {
    return no("say_all_of_it", Object.fromEntries(missing.map((field) => [field, "field.needed"])));
  }
  const words = intentWords(draft);
  if (words > mostWords) return no("too_many_words", {}, { words, most: mostWords });
  const { until, review } = draft as { until: string; review: string };
  if (until <= today) return no("in_the_past", { until: "direction.field.not_ahead" });
  if (review <= today) return no("in_the_past", { review: "direction.field.not_ahead" });
  if (review > until) return no("in_the_past", { review: "direction.field.after_the_end" });
  if (draft.serves && !above.has(draft.serves)) return no("no_such_line", { serves: "direction.field.line_gone" });
  return null;
}

/** One stretch of somebody's role in a team. */
export type RoleHeld = { member: string; role: Role; from: Date; until: Date | null };

/**
 * Who is asked to play an intent back: the leads and members of the team at the moment of its publication, but its author.
 * Whoever came later, or only observes, is not asked.
 * @param published when, and by whom
 * @param held every role held in the team, with its time
 */
export function whoIsAsked(published: { at: Date; by: string }, held: readonly RoleHeld[]): Set<string> {
  return new Set(
    held
      .filter(({ from, until }) => from <= published.at && (until === null || until > published.at))
      .filter(({ member, role }) => member !== published.by && hasASay(role))
      .map(({ member }) => member),
  );
}

/** Until when an intent may be played back. */
export function backBriefUntil(publishedAt: Date): Date {
  return new Date(publishedAt.getTime() + backBriefDays * dayMs);
}

/**
 * Why somebody may not give, or say otherwise, their back-brief.
 * @param me who they are, and whether they are asked
 * @param intent when it was published, by whom, and whether a newer one is there
 * @param mine what they gave before; null where they did not
 */
export function whyNotGive(
  me: { id: string; asked: boolean },
  intent: { publishedAt: Date; publishedBy: string; replaced: boolean },
  mine: { verdict: string | null } | null,
  now: Date,
): WhyNot {
  if (intent.publishedBy === me.id) return because("own_intent");
  if (!me.asked) return because("not_asked");
  if (mine?.verdict) return because("back_brief_given");
  return intent.replaced || now > backBriefUntil(intent.publishedAt) ? because("back_brief_late") : null;
}

/** How somebody stands to a back-brief. */
export type BriefReader = { id: string; role: Role | null };

/**
 * Whether somebody may read a back-brief: whoever gave it, and, with a role in the team, the intent's author and the leads;
 * everybody else in the team once its giver published it.
 */
export function mayReadBrief(
  reader: BriefReader,
  brief: { member: string; published: boolean },
  author: string,
): boolean {
  if (reader.id === brief.member) return true;
  if (!reader.role) return false;
  return reader.id === author || reader.role === "lead" || brief.published;
}

/** Whether somebody may see how a back-brief was marked: its giver, the author and the leads. The team sees counts. */
export function mayReadVerdict(reader: BriefReader, brief: { member: string }, author: string): boolean {
  return mayReadBrief(reader, { member: brief.member, published: false }, author);
}

/** Why somebody may not mark a back-brief: only the intent's author does, whatever others may read. */
export function whyNotJudge(me: string, author: string): WhyNot {
  return me === author ? null : because("only_the_author");
}

/** What is told of how clearly an intent came across. */
export type Clarity = {
  given: number;
  asked: number;
  counts: { same: number; partly: number; different: number } | null;
};

/**
 * How many back-briefs were given and how they were marked: marks only from 5 marked ones up, for everybody; how many were
 * given from 5 up, except for those who can read them all anyway.
 * @param briefs all back-briefs of the intent
 * @param asked how many people were asked
 * @param readsAll whether this is the author or a lead
 */
export function clarityOf(briefs: readonly { verdict: string | null }[], asked: number, readsAll: boolean): Clarity {
  const of = (verdict: string) => briefs.filter((brief) => brief.verdict === verdict).length;
  const counts = { same: of("same"), partly: of("partly"), different: of("different") };
  const marked = counts.same + counts.partly + counts.different;
  return {
    given: readsAll || briefs.length >= countedFrom ? briefs.length : 0,
    asked,
    counts: marked >= countedFrom ? counts : null,
  };
}
