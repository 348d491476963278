/** A guardrail that fits an area from the start: its amount is a beginning to be changed, in whatever currency is used. */
type Guard = { kind: "cost"; over: number; level: number } | { kind: "one_way"; level: number } | { kind: "text" };

/**
 * Areas that eight kinds of team usually have, each at the level where many begin and at one that makes sense to wish for.
 * The words stand under `starter` in the room's words: `starter.sets.<set>`, `starter.areas.<area>`, and `starter.guards.<area>`
 * where the guardrail is a sentence.
 */
export const starterSets = [
  {
    id: "software",
    areas: [
      { id: "software_releases", level: 2, wished: 6, guard: { kind: "text" } },
      { id: "software_pager", level: 3, wished: 7 },
      { id: "software_design", level: 4, wished: 5, guard: { kind: "one_way", level: 4 } },
      { id: "software_spend", level: 2, wished: 5, guard: { kind: "cost", over: 1000, level: 3 } },
      { id: "software_order", level: 2, wished: 4 },
      { id: "software_trouble", level: 3, wished: 6, guard: { kind: "text" } },
      { id: "software_joining", level: 3, wished: 4, guard: { kind: "one_way", level: 4 } },
    ],
  },
  {
    id: "ward",
    areas: [
      { id: "ward_rota", level: 2, wished: 5, guard: { kind: "text" } },
      { id: "ward_handover", level: 3, wished: 6 },
      { id: "ward_supplies", level: 2, wished: 6, guard: { kind: "cost", over: 500, level: 3 } },
      { id: "ward_visits", level: 3, wished: 5, guard: { kind: "text" } },
      { id: "ward_newcomers", level: 3, wished: 6 },
      { id: "ward_beds", level: 2, wished: 4 },
      { id: "ward_better", level: 2, wished: 5, guard: { kind: "one_way", level: 3 } },
    ],
  },
  {
    id: "school",
    areas: [
      { id: "school_lessons", level: 4, wished: 6 },
      { id: "school_material", level: 2, wished: 5, guard: { kind: "cost", over: 500, level: 3 } },
      { id: "school_trips", level: 3, wished: 5, guard: { kind: "text" } },
      { id: "school_conduct", level: 3, wished: 4 },
      { id: "school_learning", level: 2, wished: 6 },
      { id: "school_timetable", level: 1, wished: 3 },
      { id: "school_families", level: 3, wished: 5 },
    ],
  },
  {
    id: "volunteers",
    areas: [
      { id: "volunteers_rota", level: 3, wished: 7 },
      { id: "volunteers_events", level: 3, wished: 5, guard: { kind: "cost", over: 500, level: 4 } },
      { id: "volunteers_welcome", level: 3, wished: 6 },
      { id: "volunteers_voice", level: 2, wished: 5, guard: { kind: "text" } },
      { id: "volunteers_money", level: 1, wished: 5, guard: { kind: "cost", over: 100, level: 3 } },
      { id: "volunteers_partners", level: 2, wished: 4, guard: { kind: "one_way", level: 4 } },
      { id: "volunteers_meetings", level: 2, wished: 5 },
    ],
  },
  {
    id: "coop",
    areas: [
      { id: "coop_stock", level: 3, wished: 6 },
      { id: "coop_prices", level: 3, wished: 5 },
      { id: "coop_hours", level: 3, wished: 5 },
      { id: "coop_equipment", level: 3, wished: 5, guard: { kind: "cost", over: 1000, level: 4 } },
      { id: "coop_duties", level: 4, wished: 6 },
      { id: "coop_admission", level: 3, wished: 4, guard: { kind: "text" } },
      { id: "coop_surplus", level: 3, wished: 4, guard: { kind: "one_way", level: 4 } },
    ],
  },
  {
    id: "sports",
    areas: [
      { id: "sports_training", level: 2, wished: 5 },
      { id: "sports_game", level: 2, wished: 4 },
      { id: "sports_rules", level: 2, wished: 6 },
      { id: "sports_kit", level: 2, wished: 6, guard: { kind: "cost", over: 300, level: 3 } },
      { id: "sports_travel", level: 2, wished: 6 },
      { id: "sports_return", level: 3, wished: 5, guard: { kind: "text" } },
      { id: "sports_lineup", level: 1, wished: 3 },
    ],
  },
  {
    id: "office",
    areas: [
      { id: "office_counter", level: 2, wished: 6 },
      { id: "office_cases", level: 2, wished: 5, guard: { kind: "text" } },
      { id: "office_letters", level: 2, wished: 5 },
      { id: "office_steps", level: 2, wished: 5, guard: { kind: "one_way", level: 3 } },
      { id: "office_purchases", level: 1, wished: 5, guard: { kind: "cost", over: 500, level: 3 } },
      { id: "office_leeway", level: 2, wished: 4 },
      { id: "office_learning", level: 3, wished: 6 },
    ],
  },
  {
    id: "executive",
    areas: [
      { id: "executive_projects", level: 2, wished: 5, guard: { kind: "one_way", level: 4 } },
      { id: "executive_hiring", level: 2, wished: 5, guard: { kind: "one_way", level: 4 } },
      { id: "executive_prices", level: 3, wished: 5 },
      { id: "executive_budget", level: 2, wished: 5, guard: { kind: "cost", over: 50000, level: 4 } },
      { id: "executive_focus", level: 3, wished: 4 },
      { id: "executive_shape", level: 1, wished: 3, guard: { kind: "one_way", level: 3 } },
      { id: "executive_voice", level: 2, wished: 5, guard: { kind: "text" } },
      { id: "executive_policies", level: 2, wished: 4 },
    ],
  },
] as const satisfies readonly {
  id: string;
  areas: readonly { id: string; level: number; wished: number; guard?: Guard }[];
}[];

export type StarterSetId = (typeof starterSets)[number]["id"];
type AnyArea = (typeof starterSets)[number]["areas"][number];
export type StarterAreaId = AnyArea["id"];
/** Areas whose guardrail is a sentence. */
export type SentenceGuardId = Extract<AnyArea, { guard: { kind: "text" } }>["id"];
export type StarterArea = {
  id: StarterAreaId;
  level: number;
  wished: number;
  guard: { kind: "cost"; over: number; level: number } | { kind: "one_way"; level: number } | SentenceGuard | null;
};
type SentenceGuard = { kind: "text"; of: SentenceGuardId };

/** How many areas are ticked at first: enough to begin with, few enough to talk through. */
export const firstPicked = 5;

/**
 * The areas of a starter set, those to begin with first.
 * @param set which kind of team
 */
export function starterAreas(set: StarterSetId): StarterArea[] {
  const found = starterSets.find(({ id }) => id === set)!;
  return found.areas.map((area: AnyArea) => ({
    id: area.id,
    level: area.level,
    wished: area.wished,
    guard: guardOf(area),
  }));
}

function guardOf(area: AnyArea): StarterArea["guard"] {
  if (!("guard" in area)) return null;
  return area.guard.kind === "text" ? { kind: "text", of: area.id as SentenceGuardId } : area.guard;
}
