import { describe, expect, it } from "vitest";
import { dayIn } from "../foundation/clock.ts";
import { clearlyMeant, guessAreas } from "./guess-rules.ts";
import { type AreaOnDay, promptsOf } from "./prompt-rules.ts";
import { daysAfter, endOfDay } from "./time-rules.ts";

const plain: AreaOnDay = {
  vacant: null,
  level: 4,
  money: null,
  scope: "",
  escalation: "",
  review: null,
  offered: 4,
  desired: null,
  deputy: true,
  trial: null,
};
const kinds = (area: Partial<AreaOnDay>, sees = true) =>
  promptsOf({ ...plain, ...area }, "2026-03-02", sees).map(({ kind }) => kind);

describe("prompts", () => {
  it("are none where all is well", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ level: 6, scope: "Suppliers", escalation: "Nomsa" })).toEqual([]);
  });
  it("say what is missing to be a delegation", () => {
    const missing = (area: Partial<AreaOnDay>) => promptsOf({ ...plain, level: 5, ...area }, "2026-03-02", true);
    expect(missing({})).toEqual([{ kind: "abdicated", missing: ["authority", "escalation"] }]);
    expect(missing({ money: { amount: 0, currency: "EUR" } })).toEqual([
      { kind: "abdicated", missing: ["escalation"] },
    ]);
    expect(missing({ escalation: "Nomsa" })).toEqual([{ kind: "abdicated", missing: ["authority"] }]);
  });
  it("come on their day", () => {
    expect(kinds({ review: "2026-03-03" })).toEqual([]);
    expect(kinds({ review: "2026-03-02" })).toEqual(["review_due"]);
    expect(kinds({ review: "2026-03-01", deputy: false })).toEqual(["review_due", "no_deputy"]);
    expect(kinds({ deputy: false })).toEqual([]);
    expect(kinds({ trial: { on: "2026-03-09", back: 4 } })).toEqual(["trial_ending"]);
    expect(kinds({ trial: { on: "2026-03-10", back: 4 } })).toEqual([]);
    expect(kinds({ vacant: { since: null, was: "Grace" } })).toEqual(["no_owner"]);
  });
  it("show a gap of two to those who may know it, and to nobody else", () => {
    expect(kinds({ offered: 4, desired: 6 })).toEqual(["gap"]);
    expect(kinds({ offered: 4, desired: 5 })).toEqual([]);
    expect(kinds({ offered: 4, desired: 6 }, false)).toEqual([]);
  });
});

describe("days", () => {
  it("end where the reader is, also on days when clocks change", () => {
    for (const zone of [
      "UTC",
      "Africa/Johannesburg",
      "Pacific/Kiritimati",
      "Pacific/Pago_Pago",
      "America/Sao_Paulo",
      "Asia/Beirut",
      "Europe/Berlin",
    ]) {
      for (const day of ["2026-03-29", "2026-10-25", "2018-11-03", "2026-12-31"]) {
        const end = endOfDay(day, zone);
        expect([zone, dayIn(end, zone)]).toEqual([zone, day]);
        expect([zone, dayIn(new Date(end.getTime() + 1), zone)]).toEqual([zone, daysAfter(day, 1)]);
      }
    }
  });
});

describe("which area is meant", () => {
  const of = (list: [string, string][]) => list.map(([name, purpose]) => ({ area: name, name, purpose }));
  const harbour = of([
    ["On-call rota", "Who carries the pager, and when"],
    ["Supplier contracts", "What we buy, from whom, for how long"],
    ["Hiring", "Whom we bring in"],
    ["Release dates", "When a version goes out"],
  ]);
  it.each([
    ["en", harbour, "Sign a new contract with our hosting supplier", "Supplier contracts"],
    ["en", harbour, "swap the on-call rota for December", "On-call rota"],
    ["en", harbour, "Hire a second tester", "Hiring"],
    ["en", harbour, "Move the release by a week", "Release dates"],
    ["en", harbour, "Paint the kitchen green", null],
    [
      "de",
      of([
        ["Dienstplan", ""],
        ["Einkauf", "Geräte und Material"],
      ]),
      "Den Dienstplan für Mai ändern",
      "Dienstplan",
    ],
    [
      "fr",
      of([
        ["Congés", ""],
        ["Matériel", "Achats"],
      ]),
      "acheter du matériel",
      "Matériel",
    ],
    [
      "ar",
      of([
        ["الميزانية", ""],
        ["الجدول الأسبوعي", ""],
      ]),
      "زيادة ميزانية الربع القادم",
      "الميزانية",
    ],
    [
      "ja",
      of([
        ["採用", "誰を迎えるか"],
        ["予算", "何に使うか"],
      ]),
      "来月の予算を変えたい",
      "予算",
    ],
  ] as const)("%s: %#", (locale, areas, what, meant) => {
    expect(clearlyMeant(guessAreas(what, areas, locale))).toBe(meant);
  });
  it("is left open where two fit alike", () => {
    const areas = of([
      ["Ward supplies", ""],
      ["Kitchen supplies", ""],
    ]);
    const guesses = guessAreas("order supplies", areas, "en");
    expect(guesses).toHaveLength(2);
    expect(clearlyMeant(guesses)).toBeNull();
  });
});
