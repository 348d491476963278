import { Deciders } from "./demo-deciders.ts";
import type { DemoStage } from "./demo-direction.ts";

const nomsa = "Nomsa Mthembu";
const amara = "Amara Okafor";
const bongani = "Bongani Khumalo";
const chen = "Chen Liu";
const divya = "Divya Varma";
const efua = "Efua Fynn";
const grace = "Grace Rotich";
const hana = "Hana Sato";

/**
 * What was decided some time ago, and how it turned out.
 * @returns a decision whose day for looking back has come
 */
export async function seedDecided(stage: DemoStage, team: string): Promise<string> {
  const d = await Deciders.of(stage, team, nomsa);

  d.on(66);
  const names = await d.propose(chen, {
    area: "API changes",
    title: "Name berths by quay and number, not by their old letters",
    context: "Crews read letters over the radio, and B and D sound alike in wind.",
    proposal: "The interface answers with quay and number from version 3 on. Letters are understood for a year.",
    affected: [amara, efua, hana],
    expected: "No berth is mixed up over the radio in the next quarter.",
  });
  const namesRound = await d.round(chen, names, { method: "advice", days: 3 }, [
    [amara, "agree", "The release after next has room for it."],
    [efua, "agree"],
    [hana, "concern", "The printed plans in the office still show letters."],
  ]);
  d.later(2);
  await d.voices(namesRound, [[nomsa, "agree", "Tell the harbour office before the crews."]]);
  d.later(3);
  await d.about(chen, "sumUp", names, {
    words: "Go ahead, and reprint the office plans on the same day. The harbour office hears of it first.",
  });
  await d.about(hana, "sayHeard", names, { heard: true });
  await d.changed(chen, "decide", names, {
    outcome: "accepted",
    reasons: "Everybody who has to read a berth aloud wants this; the printed plans change with it.",
    confidence: 85,
    review: d.day(-20),
    credits: [
      { member: d.member(chen), part: "decided" },
      { member: d.member(hana), part: "helped" },
    ],
  });

  d.on(44);
  const shutdown = await d.propose(chen, {
    area: "API changes",
    title: "Switch version 1 of the plan interface off",
    context: "Three of forty crews still use it. It costs a day a month to keep.",
    proposal: "Version 1 answers until the end of the month, with a warning in every answer.",
    affected: [grace, efua],
  });
  d.later(5);
  const { stepIn } = await d.about<{ stepIn: string }>(nomsa, "stepIn", shutdown, {
    howBad: 3,
    howSoon: 3,
    howLong: 2,
    undo: 2,
    level: 2,
    reason: "The harbour office holds a contract on version 1, and I had not told anybody.",
    scope: "The date only. How it is switched off stays with Chen.",
    until: d.day(-38),
    message: "Chen, this is my omission, not yours. I talk to the office and hand it back as soon as I know the date.",
  });
  d.on(41);
  await stage.doAs(nomsa, "areas.handBack", { workspace: stage.workspace, stepIn });
  d.on(40);
  await stage.doAs(nomsa, "areas.reviewStepIn", {
    workspace: stage.workspace,
    stepIn,
    intended: "Three days to ask the office, and no promise broken.",
    happened: "They let go of version 1 by telephone, in ten minutes.",
    because: "The contract was known to me alone.",
    keep: "What the office was promised stands in the handover card now. A question would have been enough.",
  });
  await d.round(chen, shutdown, { method: "advice", days: 2 }, [
    [grace, "agree", "One thing less at night."],
    [efua, "concern", "One of the three is on leave until the 20th."],
  ]);
  d.on(38);
  await d.about(chen, "sumUp", shutdown, { words: "Yes, and wait for the crew that is on leave." });
  await d.changed(chen, "decide", shutdown, {
    outcome: "accepted",
    reasons: "The office agrees, and eleven days later nobody is on leave.",
    expected: "All three crews have moved before the last day.",
    confidence: 60,
    review: d.day(-9),
  });

  d.on(37);
  const training = await d.propose(nomsa, {
    area: "Team budget",
    title: "Two training days for each of us this year",
    context: "Last year four of us took none, because it was nobody’s to ask.",
    proposal: "Two days each, 600 euros at most, chosen by yourself and said in the team.",
    expected: "All nine have gone somewhere by the end of the year.",
    cost: { amount: 5_400, currency: "EUR" },
  });
  d.later(1);
  await d.changed(nomsa, "decide", training, {
    outcome: "accepted",
    reasons: "It is the money that was left last year. I would rather you asked than saved it.",
    confidence: 70,
    review: d.day(-12),
    effectOn: d.day(-30),
  });

  d.on(34);
  const twice = await d.propose(amara, {
    area: "Release timing",
    title: "Release twice a day for three weeks",
    context: "Changes wait half a day for the others they are bundled with.",
    proposal: "At ten and at three, whatever is ready. Everything else stays.",
    shape: "experiment",
    stopRule: "Two releases in one week have to be taken back.",
    endsOn: d.day(-13),
    expected: "Half the wait, and no more taken back than now.",
  });
  await d.changed(amara, "decide", twice, {
    outcome: "accepted",
    reasons: "",
    confidence: 60,
    acknowledged: true,
  });
  d.on(30);
  await d.note(grace, "Release timing", "together", "Release notes are written by whoever made the change");
  d.on(23);
  await d.about(amara, "review", twice, {
    verdict: "partly",
    learned: "The wait halved. Both that came back were late in the day, when nobody was there to look.",
    next: "keep",
    byRule: true,
  });
  d.on(20);
  await d.about(chen, "review", names, {
    verdict: "worked",
    learned: "Not one mixed up since. The office asked why we had not done it years ago.",
    next: "keep",
  });
  d.on(16);
  await d.note(bongani, "On-call rota", "alone", "Grace and Chen swap the last two weeks of the month");
  d.on(13);
  const logs = await d.propose(efua, {
    area: "Vendor spend",
    title: "Renew the log search for a year",
    context: "The contract ends in three weeks. The price rose by eight in a hundred.",
    proposal: "Renew for a year, without the archive that nobody opened.",
    options: ["Run our own", "Two years, at last year’s price"],
    cost: { amount: 14_800, currency: "EUR" },
    affected: [bongani, grace],
    expected: "The same searches, 2,000 euros less than if everything were renewed.",
  });
  const logsRound = await d.round(efua, logs, { method: "advice", days: 2 }, [
    [grace, "agree", "I need it at night. I never open the archive."],
    [bongani, "concern", "A year is short; they will raise it again."],
  ]);
  await d.voices(logsRound, [[nomsa, "aside"]]);
  await d.about(efua, "sumUp", logs, {
    words: "Keep the search, drop the archive, and look at the price early next time.",
  });
  await d.about(grace, "sayHeard", logs, { heard: true });
  await d.about(bongani, "sayHeard", logs, { heard: true });
  d.later(20);
  await d.changed(efua, "decide", logs, {
    outcome: "accepted",
    reasons: "Two years would bind us to a tool we may outgrow. I ask three others for a price in ten months.",
    confidence: 80,
    review: d.day(77),
    credits: [{ member: d.member(grace), part: "helped" }],
  });
  d.on(12);
  await d.about(nomsa, "review", training, {
    verdict: "partly",
    learned: "Six of nine have booked. The other three say that they cannot get away, which is another question.",
    next: "keep",
    again: d.day(60),
  });
  return shutdown;
}

/**
 * What the team is deciding on the day somebody looks: a sealed round, an objection, a sum-up, something that waits.
 * @param due a decision whose day for looking back has come
 */
export async function seedDeciding(stage: DemoStage, team: string, due: string): Promise<void> {
  const d = await Deciders.of(stage, team, nomsa);

  d.on(9);
  await d.about(chen, "review", due, {
    verdict: "worked",
    learned: "All three moved. The warning in every answer did more than our letters.",
    next: "keep",
  });

  d.on(5);
  const tide = await d.propose(hana, {
    area: "Roadmap order",
    title: "Build the tide forecast before the quay sensors",
    context: "Both need Divya for most of the next quarter.",
    proposal: "The forecast first, the sensors the quarter after.",
  });
  d.later(4);
  await d.about(nomsa, "takeUp", tide);
  await d.about(nomsa, "wait", tide, {
    until: d.day(16),
    why: "The harbour office has not said yet whether it pays for the sensors. It meets in two weeks.",
  });

  d.on(4);
  const map = await d.propose(efua, {
    area: "Vendor spend",
    title: "Move the berth map to the open map service",
    context: "The old one ends in spring. Each crew opens the map some forty times a day.",
    proposal: "Move in January. One year of hosting, and twelve days of work.",
    options: ["Stay until spring", "Host the map ourselves"],
    cost: { amount: 26_000, currency: "EUR" },
    affected: [amara, hana],
    outside: "The crews of both quays",
    expected: "The map opens in a second, and we pay for what is used.",
  });
  await d.about(nomsa, "takeUp", map);
  await d.about(divya, "remark", map, { kind: "question", words: "Does it work without a network, out on the quay?" });
  d.later(1);
  await d.round(nomsa, map, { method: "advice", days: 4 }, [
    [efua, "agree", "Cheaper from the second year on."],
    [amara, "agree", "January is quiet; later is not."],
    [chen, "concern", "Twelve days is what the last move was said to take."],
    [bongani, "aside"],
    [divya, "agree", "If the quay has the map offline."],
    [grace, "against", "Not in January: half of us are away, and the pager is not."],
    [hana, "agree"],
  ]);
  d.on(2);
  await d.about(nomsa, "sumUp", map, {
    words:
      "Most of you want it, for the price and for the crews. Chen doubts the twelve days. Grace does not want a move while half of us are away. Divya needs it to work offline.",
  });
  for (const who of [efua, amara, divya, hana]) await d.about(who, "sayHeard", map, { heard: true });
  await d.about(grace, "sayHeard", map, {
    heard: false,
    words: "It is not about being away. Whoever is on call would be alone with a map nobody knows yet.",
  });

  d.on(3);
  const reviews = await d.propose(grace, {
    area: "Incident response",
    title: "Move incident reviews to Tuesdays",
    context: "On Thursday they land the day before a release: what 7 of the last 10 found could not be acted on.",
    proposal:
      "Hold the incident review every Tuesday at 10:00 instead of Thursday, forty-five minutes, led in turn by whoever was on call.",
    expected: "What a review finds is in the next release.",
  });
  const reviewsRound = await d.round(
    grace,
    reviews,
    { method: "consent", days: 4, exit: "smaller_try", acknowledged: true },
    [
      [grace, "consent"],
      [amara, "consent"],
      [bongani, "concern", "Tuesday at ten is the rota hand-over. Fine if we start after 11."],
      [
        chen,
        "object",
        "On Tuesday the weekend is not written up yet: we would postpone, as we did on Mondays. Wednesday would do.",
      ],
      [divya, "consent"],
      [efua, "consent"],
      [hana, "aside", "Not on the rota this quarter."],
    ],
  );
  d.later(3);
  await d.voices(reviewsRound, [[nomsa, "consent", "I would have said Wednesday too, but this is yours to find."]]);

  d.on(1.2);
  const interview = await d.propose(divya, {
    area: "Hiring: engineers",
    title: "Two people from the crews sit in the last interview",
    context: "The last two we hired had never stood on a quay, and it took them a year.",
    proposal: "Two from the crews, for the last half hour. They say what they heard; the team decides as before.",
    affected: [hana],
    outside: "The crews’ council, who would choose the two",
  });
  await d.about(chen, "remark", interview, { kind: "fact", words: "The council has said yes in principle." });
  await d.round(divya, interview, { method: "consent", days: 3, exit: "another_round", acknowledged: true }, [
    [amara, "consent"],
    [hana, "consent", "I should have liked that in mine."],
    [efua, "concern", "Half an hour is little for five people."],
    [chen, "consent"],
  ]);
}
