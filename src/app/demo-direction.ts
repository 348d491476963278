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
/** The ISO date so many days after a moment. */
export const dayAfter = (from: Date, days: number) =>
  new Date(from.getTime() + days * dayMs).toISOString().slice(0, 10);
/** Puts the clock back to so many days before today. */
export const before = ({ clock, today }: DemoStage, days: number) =>
  clock.set(new Date(today.getTime() - days * dayMs));

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
