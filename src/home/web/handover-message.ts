import type { Say } from "../../foundation/words.ts";
import type en from "../start/words.en.json";

type Level = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** What a handover message is made of: everything in it is on the team's own pages. */
export type Handover = {
  /** Who writes it. */
  lead: string;
  team: string;
  intent: { why: string; done: string; keep: string /** As the reader writes a day. */; until: string } | null;
  areas: readonly {
    name: string;
    owner: string | null;
    level: number;
    offered: number;
    /** Its guardrails, each as a short sentence. */
    within: readonly string[];
  }[];
  promises: { answerDays: number; speaksLast: boolean; stepsIn: string; leadPromises: string } | null;
  /** Where an invitation link leads, and until when. */
  invitation: { address: string; until: string } | null;
};

/**
 * The message with which a lead hands over, as plain text ready to paste, in the lead's own voice: what we are for, what
 * each may decide, what I promise, and the one thing I ask. What there is not yet is left out.
 * @param say the home room's sentences, in the reader's language
 * @param handover what is on the team's pages
 */
export function handoverMessage(say: Say<typeof en>, handover: Handover): string {
  const { lead, team, intent, areas, promises, invitation } = handover;
  const parts = [
    say("ground_map.message.hello", { name: team }),
    ...(intent ? [intentPart(say, intent)] : []),
    ...(areas.length > 0 ? [areasPart(say, areas)] : []),
    ...(promises ? [promisesPart(say, promises)] : []),
    section(say("ground_map.message.ask"), [asked(say, handover)]),
    ...(invitation ? [say("ground_map.message.invitation", invitation)] : []),
    lead,
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(heading: string, lines: readonly string[]): string {
  return [heading, ...lines].join("\n");
}

const item = (words: string) => `– ${words}`;

/** What somebody wrote in several lines stays in several lines. */
const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function intentPart(say: Say<typeof en>, intent: NonNullable<Handover["intent"]>): string {
  const said = (["why", "done", "keep"] as const)
    .map((part) => ({ part, lines: linesOf(intent[part]) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ part, lines }) => section(say(`ground_map.message.${part}`), lines));
  return [...said, say("ground_map.message.until", { day: intent.until })].join("\n\n");
}

function areasPart(say: Say<typeof en>, areas: Handover["areas"]): string {
  return section(
    say("ground_map.message.areas"),
    areas.map((area) => {
      const owner = area.owner ?? say("ground_map.message.whoever");
      const how = say(`ground_map.message.level.${String(area.offered) as Level}`, { owner });
      // an offer holds with the owner's yes, and nobody is told that it does before
      const open = area.offered !== area.level || !area.owner;
      const words = say(`ground_map.message.${open ? "offered" : "from_today"}`, { name: area.name, how });
      return item([words, ...withinPart(say, area.within)].join(" "));
    }),
  );
}

function withinPart(say: Say<typeof en>, within: readonly string[]): string[] {
  if (within.length === 0) return [];
  // each is a clause here, not a sentence
  const clauses = within.map((words) => words.replace(/[.。]\s*$/u, ""));
  const all = clauses.reduce((before, next) => say("ground_map.message.both", { before, next }));
  return [say("ground_map.message.within", { within: all })];
}

function promisesPart(say: Say<typeof en>, promises: NonNullable<Handover["promises"]>): string {
  return section(say("ground_map.message.promises"), [
    item(say("ground_map.message.answer", { days: promises.answerDays })),
    ...(promises.speaksLast ? [item(say("ground_map.message.speaks_last"))] : []),
    ...linesOf(promises.stepsIn).map((words, at) =>
      item(at === 0 ? say("ground_map.message.steps_in", { words }) : words),
    ),
    ...linesOf(promises.leadPromises).map(item),
  ]);
}

function asked(say: Say<typeof en>, { intent, areas }: Handover): string {
  if (intent && areas.length > 0) return say("ground_map.message.ask_both");
  return say(intent ? "ground_map.message.ask_back_brief" : "ground_map.message.ask_level");
}
