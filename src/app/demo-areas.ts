import { randomUUID } from "node:crypto";
import { before, type DemoStage, dayAfter } from "./demo-direction.ts";

type DemoArea = {
  name: string;
  purpose: string;
  owner: string;
  deputy?: string;
  /** The level it was made at, and the later ones: days ago → level, why. */
  level: number;
  moves: [days: number, level: number, why: string][];
  guardrail?: object;
  review: number;
  scope?: string;
  money?: number;
  escalation?: string;
  matters?: string;
};

const harbourAreas: readonly DemoArea[] = [
  {
    name: "Release timing",
    purpose: "When and what we ship",
    owner: "Amara Okafor",
    deputy: "Bongani Khumalo",
    level: 5,
    moves: [[95, 7, "Nine releases, none taken back."]],
    guardrail: { kind: "text", words: "Never on a Friday after 15:00" },
    review: 62,
    scope: "Every change of the platform, and taking one back",
    escalation: "Nomsa, when the harbour office has to be told",
    matters: "Crews get what they asked for while they still remember asking.",
  },
  {
    name: "On-call rota",
    purpose: "Who carries the pager",
    owner: "Bongani Khumalo",
    deputy: "Grace Rotich",
    level: 5,
    moves: [[58, 7, "The team plans it by itself already."]],
    guardrail: { kind: "text", words: "Nobody twice in a row" },
    review: 97,
    scope: "The rota and swaps, leave included",
    escalation: "Nomsa, when a week cannot be filled",
    matters: "Whoever answers at night is rested.",
  },
  {
    name: "API changes",
    purpose: "Public contract of the harbour API",
    owner: "Chen Liu",
    deputy: "Amara Okafor",
    level: 4,
    moves: [[71, 5, "Three changes prepared well; advice was enough."]],
    guardrail: { kind: "one_way", level: 4 },
    review: 48,
    scope: "Versions, names, and when an old one ends",
    escalation: "The crews’ council, where a change breaks theirs",
  },
  {
    name: "Vendor spend",
    purpose: "Tools and services for the team",
    owner: "Efua Fynn",
    level: 2,
    moves: [
      [64, 4, "Two quarters inside the budget."],
      [29, 5, "It works; no need to ask each time."],
    ],
    guardrail: { kind: "cost", over: 20_000, currency: "EUR", level: 3 },
    review: 48,
    money: 20_000,
    scope: "Contracts up to a year",
    escalation: "Nomsa, above the limit or past a year",
    matters: "Good tools, and no bill that surprises anybody.",
  },
  {
    name: "Hiring: engineers",
    purpose: "Who joins us, from screen to offer",
    owner: "Divya Varma",
    level: 3,
    moves: [[52, 4, "We choose together who works with us."]],
    guardrail: { kind: "text", words: "Headcount is fixed at nine" },
    review: 97,
  },
  {
    name: "Incident response",
    purpose: "What happens when the pager rings",
    owner: "Grace Rotich",
    level: 6,
    moves: [[20, 4, "Two outages shared a cause nobody owned; Grace asked to look at it together."]],
    guardrail: { kind: "text", words: "Customer data: the lead is told at once" },
    review: 9,
    scope: "Calling people in, and what is switched off",
    escalation: "Nomsa, by telephone",
  },
  {
    name: "Roadmap order",
    purpose: "What we do next quarter",
    owner: "Hana Sato",
    level: 3,
    moves: [],
    guardrail: { kind: "goal" },
    review: 97,
  },
  {
    name: "Team budget",
    purpose: "Yearly budget and salaries",
    owner: "Nomsa Mthembu",
    level: 1,
    moves: [[40, 2, "I explain it before it takes effect."]],
    review: 120,
  },
];

/** Areas: made by the lead, agreed in steps by both sides, one whose owner will want more: it comes back. */
export async function seedAreas(stage: DemoStage, team: string, goal: string): Promise<string> {
  const { doAs, workspace, members, today } = stage;
  const nomsa = "Nomsa Mthembu";
  before(stage, 100);
  const { areas } = await doAs<{ areas: string[] }>(nomsa, "areas.make", {
    workspace,
    team,
    areas: harbourAreas.map((area) => ({
      name: area.name,
      purpose: area.purpose,
      level: area.level,
      owner: members.get(area.owner),
      guardrails: area.guardrail ? [{ id: randomUUID(), ...area.guardrail }] : [],
      review: dayAfter(today, area.review),
    })),
  });
  const change = async (who: string, area: string, card: object) => {
    const { version } = await doAs<{ version: number }>(who, "areas.show", { workspace, area });
    await doAs(who, "areas.change", { workspace, area, version, card });
  };
  const steps: { days: number; act(): Promise<void> }[] = [];
  harbourAreas.forEach((area, at) => {
    const id = areas[at]!;
    steps.push({
      days: 99,
      async act() {
        const money = area.money ? { money: { amount: area.money, currency: "EUR" } } : {};
        const { scope = "", escalation = "" } = area;
        if (scope || escalation) await change(nomsa, id, { ...money, scope, escalation });
        await sayYes(area.owner, id);
        if (area.deputy) {
          const deputy = members.get(area.deputy);
          await doAs(area.owner, "areas.hold", { workspace, area: id, part: "deputy", member: deputy });
        }
        if (area.matters) await change(area.owner, id, { matters: area.matters, mattersGoal: goal });
      },
    });
    for (const [days, level, why] of area.moves) {
      steps.push({
        days,
        async act() {
          const { proposal } = await doAs<{ proposal: string | null }>(nomsa, "areas.propose", {
            workspace,
            area: id,
            level,
            why,
          });
          stage.clock.pass(5 * 3_600_000);
          if (proposal) await doAs(area.owner, "areas.answer", { workspace, proposal, yes: true });
        },
      });
    }
  });
  async function sayYes(owner: string, id: string) {
    const { proposals } = await doAs<{ proposals: { id: string }[] }>(owner, "areas.show", { workspace, area: id });
    for (const { id: proposal } of proposals) await doAs(owner, "areas.answer", { workspace, proposal, yes: true });
  }
  for (const { days, act } of steps.toSorted((a, b) => b.days - a.days)) {
    before(stage, days);
    await act();
  }
  const areaOf = (name: string) => areas[harbourAreas.findIndex((area) => area.name === name)]!;
  before(stage, 12);
  await doAs("Grace Rotich", "areas.hold", {
    workspace,
    area: areaOf("Incident response"),
    part: "learning",
    member: members.get("Chen Liu"),
  });
  return areaOf("API changes");
}

/** What waits for the lead on the day somebody looks: one yes. */
export async function seedWaiting(stage: DemoStage, area: string): Promise<void> {
  const { doAs, workspace } = stage;
  before(stage, 1);
  await doAs("Chen Liu", "areas.propose", {
    workspace,
    area,
    level: 6,
    trialWeeks: 8,
    why: "Nine changes, eight reviewed as working, none came back to you.",
  });
}
