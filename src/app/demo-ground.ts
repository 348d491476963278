import { randomUUID } from "node:crypto";
import type { movedClock } from "../foundation/clock.ts";

/** What the demo's script needs to let its people act. */
export type DemoStage = {
  doAs<T>(name: string, operation: string, input: unknown): Promise<T>;
  clock: ReturnType<typeof movedClock>;
  today: Date;
  workspace: string;
  /** Name → member. */
  members: ReadonlyMap<string, string>;
};

const dayMs = 86_400_000;
const dayAfter = (from: Date, days: number) => new Date(from.getTime() + days * dayMs).toISOString().slice(0, 10);
const before = ({ clock, today }: DemoStage, days: number) => clock.set(new Date(today.getTime() - days * dayMs));

const first = {
  why: "Ships wait outside when the berth plan is late. We run the platform that lets the harbour plan itself.",
  done: "Berth plans are out by six every morning.\nA crew can change its own plan without calling us.\nWe release every week.",
  keep: "Safety data is never wrong.\nNobody carries the pager two weeks in a row.",
};
const second = {
  ...first,
  done: "Berth plans are out by six every morning.\nA crew can change its own plan without calling us.\nWe release whenever something is ready.",
  keep: "Safety data is never wrong.\nNobody carries the pager two weeks in a row.\nNo ship’s data leaves the harbour.",
};

/** Direction: two versions of the intent, back-briefs, the team agreement, and the intent of the team below. */
export async function seedDirection(stage: DemoStage, team: string, onCall: string): Promise<void> {
  const { doAs, workspace, today } = stage;
  const nomsa = "Nomsa Mthembu";
  const publish = async (who: string, where: string, words: typeof first, serves: string | null, whatChanged = "") => {
    const dates = { until: dayAfter(today, 130), review: dayAfter(today, 40) };
    await doAs(who, "direction.saveDraft", { workspace, team: where, ...words, ...dates, serves, whatChanged });
    return doAs<{ intent: string }>(who, "direction.publish", { workspace, team: where });
  };
  before(stage, 104);
  await publish(nomsa, team, first, null);
  const { agreement } = await doAs<{ agreement: string }>(nomsa, "direction.proposeAgreement", {
    workspace,
    team,
    answerDays: 2,
    speaksLast: true,
    stepsIn: "When somebody could be hurt, or a promise to the harbour office would break.",
    leadPromises: "I say why when I say no.",
    teamPromises: "You tell me early, above all when it goes wrong.",
  });
  for (const name of ["Amara Okafor", "Bongani Khumalo", "Chen Liu", "Divya Varma"]) {
    stage.clock.pass(3_600_000);
    await doAs(name, "direction.sayYes", { workspace, agreement });
  }

  before(stage, 33);
  const { intent } = await publish(
    nomsa,
    team,
    second,
    null,
    "Releases are no longer tied to the week, and data stays here.",
  );
  const briefs: [name: string, words: string, verdict: "same" | "partly" | "different", leftOut: string][] = [
    [
      "Amara Okafor",
      "Plans by six, crews help themselves, and I ship when it is ready. Safety data comes before all of it.",
      "same",
      "",
    ],
    [
      "Bongani Khumalo",
      "We keep the harbour planning by itself. I may change the rota as long as nobody is on call twice in a row.",
      "same",
      "",
    ],
    ["Chen Liu", "Crews change plans themselves, so the interface has to hold. Data stays in the harbour.", "same", ""],
    [
      "Divya Varma",
      "We grow the team until releases are weekly.",
      "partly",
      "That releases are no longer tied to a week.",
    ],
    [
      "Grace Rotich",
      "Fewer incidents, safe data, a fair pager.",
      "partly",
      "Why ships wait: the plan by six is the point.",
    ],
  ];
  for (const [name, words, verdict, leftOut] of briefs) {
    stage.clock.pass(9 * 3_600_000);
    const { backBrief } = await doAs<{ backBrief: string }>(name, "direction.giveBackBrief", {
      workspace,
      intent,
      words,
    });
    await doAs(nomsa, "direction.judgeBackBrief", { workspace, backBrief, verdict, leftOut });
    if (verdict === "same") await doAs(name, "direction.publishBackBrief", { workspace, backBrief, published: true });
  }

  before(stage, 26);
  const { above } = await doAs<{ above: { line: string; words: string }[] }>("Bongani Khumalo", "direction.show", {
    workspace,
    team: onCall,
  });
  const pager = above.find(({ words }) => words.startsWith("Nobody carries the pager"));
  await publish(
    "Bongani Khumalo",
    onCall,
    {
      why: "Whoever answers at night should be rested, and know what to do.",
      done: "Every page is answered within five minutes.\nEach alarm says what to do first.",
      keep: "Sleep after a bad night.",
    },
    pager?.line ?? null,
  );
}

/** Goals with what their owners said of them over the weeks. */
export async function seedGoals(stage: DemoStage, team: string, onCall: string): Promise<string> {
  const { doAs, workspace, members, today } = stage;
  const nomsa = "Nomsa Mthembu";
  before(stage, 98);
  const { intent } = await doAs<{ intent: { lines: { line: string; words: string }[] } }>(nomsa, "direction.show", {
    workspace,
    team,
  });
  const line = (begins: string) => ({
    kind: "line",
    line: intent.lines.find(({ words }) => words.startsWith(begins))!.line,
  });
  const make = async (where: string, by: string, goal: object) =>
    (await doAs<{ goal: string }>(by, "direction.makeGoal", { workspace, team: where, ...goal })).goal;
  const plans = await make(team, nomsa, {
    outcome: "Berth plans out by six on 27 mornings of 30",
    measure: { kind: "number", name: "Mornings in the last 30", unit: "mornings", start: 17, target: 27 },
    owner: members.get("Hana Sato"),
    due: dayAfter(today, 47),
    serves: line("Berth plans"),
  });
  const releases = await make(team, nomsa, {
    outcome: "A change is with the crews within two days",
    measure: { kind: "number", name: "Days from merge to crews, median", unit: "days", start: 9, target: 2 },
    owner: members.get("Amara Okafor"),
    due: dayAfter(today, 20),
    serves: line("A crew can change"),
  });
  const pages = await make(onCall, "Bongani Khumalo", {
    outcome: "At most two pages a night",
    measure: { kind: "number", name: "Pages a night, mean of four weeks", unit: "pages", start: 6, target: 2 },
    owner: members.get("Grace Rotich"),
    due: dayAfter(today, 75),
    serves: { kind: "goal", goal: plans },
  });
  await make(team, nomsa, {
    outcome: "The old quay terminal is switched off",
    measure: { kind: "done" },
    owner: members.get("Chen Liu"),
    due: dayAfter(today, 110),
    serves: { kind: "nothing" },
  });
  const readings: [
    goal: string,
    owner: string,
    said: [days: number, confidence: number, value: number, note?: string][],
  ][] = [
    [
      plans,
      "Hana Sato",
      [
        [90, 4, 17],
        [76, 5, 18],
        [62, 5, 20],
        [48, 6, 21, "The tide feed is steady now."],
        [34, 7, 23],
        [20, 7, 24],
        [6, 8, 25],
      ],
    ],
    [
      releases,
      "Amara Okafor",
      [
        [88, 6, 9],
        [67, 7, 6],
        [46, 8, 4],
        [25, 8, 3],
        [4, 9, 2.5],
      ],
    ],
    [
      pages,
      "Grace Rotich",
      [
        [70, 5, 6],
        [42, 4, 5, "Two outages, one cause."],
        [14, 5, 4],
      ],
    ],
  ];
  for (const [goal, owner, said] of readings) {
    for (const [days, confidence, value, note] of said) {
      before(stage, days);
      await doAs(owner, "direction.readGoal", { workspace, goal, confidence, value, ...(note ? { note } : {}) });
    }
  }
  return plans;
}

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
