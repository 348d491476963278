import { describe, expect, it } from "vitest";
import { aTeam } from "../../test/team.ts";
import { contracts } from "../app/contracts.ts";

const mapping = {
  version: 1,
  columns: {
    ref: "id",
    title: "title",
    kind: "kind",
    topics: "topics",
    status: "status",
    context: "why",
    authors: "authors",
    handedTo: "handed",
    openedOn: "opened",
    decidedOn: "decided",
    outcome: { column: "end", values: { yes: "accepted", no: "rejected" } },
    decidedBy: { column: "by", values: { lead: "lead", aide: "delegate", team: "team" } },
    decider: "who",
    supersedes: "replaces",
    supersededBy: "replaced",
    link: "url",
    reversals: { column: "back", pattern: "{on} {from}>{to}" },
  },
  statuses: { Final: "accepted", Rejected: "rejected" },
  history: { key: "id", on: "on", to: "to", by: "by" },
} as const;
const header = "id,title,kind,topics,status,why,authors,handed,opened,decided,end,by,who,replaces,replaced,url,back";
const record = `${header}
2,Use one queue,Process,api; ops,Final,Two were slow,Ada,Bo,2020-01-01,2020-02-01,yes,aide,Bo,,,https://example.org/2,
10,Pay for maps,Budget,ops,Rejected,100% of spend_plan,Bo,Bo,2020-03-01,2020-03-11,yes,aide,Bo,2,,,2021-06-01 Final>Rejected
9,Close the chat,Process,,Draft,,Cara,,2021-01-01,,,,,,,javascript:alert(1),
100,Release on Tuesdays,Process,,Final,,Ada,,2022-01-01,2022-01-11,no,lead,Ada,,10; 77,,
`;
const history = `id,on,to,by
2,2020-01-01,Draft,Ada
2,2020-02-01,Final,Bo
10,2020-03-01,Draft,Bo
10,2020-03-11,Final,Bo
10,2021-06-01,Rejected,Ada
9,2021-01-01,Draft,Cara
100,2022-01-01,Draft,Ada
100,2022-01-11,Final,Ada
`;

async function aLog() {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"] });
  await t.nomsa.ask("records.importDecisions", {
    file: { name: "log.csv", text: record },
    history: { name: "history.csv", text: history },
    mapping: { ...mapping, columns: { ...mapping.columns } },
  });
  const list = async (input: Parameters<typeof t.grace.ask<"decisions.list">>[1] = {}) =>
    t.grace.ask("decisions.list", input);
  const refs = async (input: Parameters<typeof list>[0]) =>
    (await list({ sort: "ref", descending: false, ...input })).decisions.map(({ ref }) => ref);
  return { ...t, list, refs };
}

describe("the log", () => {
  it("lists decisions with who decided, how long it took and what became of them", async () => {
    const t = await aLog();
    const { decisions, total, onRecord } = await t.list();
    expect([total, onRecord]).toEqual([4, 4]);
    expect(decisions.map(({ ref }) => ref)).toEqual(["100", "10", "2", "9"]);
    expect(decisions[1]).toEqual({
      id: decisions[1]!.id,
      ref: "10",
      title: "Pay for maps",
      kind: "Budget",
      topics: ["ops"],
      status: "Rejected",
      openedOn: "2020-03-01",
      decidedOn: "2020-03-11",
      days: 10,
      outcome: "accepted",
      decidedBy: "delegate",
      decider: "Bo",
      selfDecided: true,
      reversed: "overturned",
      phase: null,
      level: null,
    });
  });

  it("is the same for lead, member and observer", async () => {
    const t = await aLog();
    const seen = await Promise.all([t.nomsa, t.grace, t.ivo].map((person) => person.ask("decisions.list")));
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it.each([
    [{ year: 2020 }, ["2", "10"]],
    [{ decidedBy: "delegate" }, ["2", "10"]],
    [{ decidedBy: "none" }, ["9"]],
    [{ outcome: "rejected" }, ["100"]],
    [{ outcome: "none" }, ["9"]],
    [{ kind: "Process" }, ["2", "9", "100"]],
    [{ topic: "ops" }, ["2", "10"]],
    [{ selfDecided: true }, ["10"]],
    [{ selfDecided: "false" }, ["2", "9", "100"]],
    [{ reversed: "any" }, ["10"]],
    [{ reversed: "clerical" }, []],
    [{ search: "QUEUE" }, ["2"]],
    [{ search: "process tuesdays" }, ["100"]],
    [{ search: "were slow" }, ["2"]],
    [{ search: "100%" }, ["10"]],
    [{ search: "spend_" }, ["10"]],
    [{ search: "%" }, ["10"]],
    [{ search: "\\" }, []],
    [{ year: 2020, topic: "api", search: "one" }, ["2"]],
  ] as const)("filters by %j", async (filter, found) => {
    const t = await aLog();
    expect(await t.refs(filter as Parameters<typeof t.refs>[0])).toEqual(found);
  });

  it.each([
    ["ref", ["2", "9", "10", "100"]],
    ["title", ["9", "10", "100", "2"]],
    ["opened", ["2", "10", "9", "100"]],
    ["decided", ["2", "10", "100", "9"]],
    ["days", ["10", "100", "2", "9"]],
  ] as const)("sorts by %s", async (sort, order) => {
    const t = await aLog();
    expect(await t.refs({ sort, descending: false })).toEqual(order);
  });

  it("comes in pages that leave nothing out", async () => {
    const t = await aLog();
    const pages = await Promise.all([0, 3].map((offset) => t.list({ offset, limit: 3 })));
    expect(pages.map(({ total }) => total)).toEqual([4, 4]);
    expect(pages.flatMap(({ decisions }) => decisions.map(({ ref }) => ref))).toEqual(["100", "10", "2", "9"]);
  });

  it("stands as it stood on any day", async () => {
    const t = await aLog();
    expect(await t.refs({ asOf: "2019-12-31" })).toEqual([]);
    const [two] = (await t.list({ asOf: "2020-01-31" })).decisions;
    expect(two).toMatchObject({
      ref: "2",
      status: "Draft",
      decidedOn: null,
      decidedBy: null,
      decider: null,
      outcome: null,
      days: null,
    });
    const [ten] = (await t.list({ asOf: "2021-05-31", search: "maps" })).decisions;
    expect(ten).toMatchObject({ status: "Final", decidedBy: "delegate", selfDecided: true, reversed: null });
    expect((await t.list({ asOf: "2020-03-05", selfDecided: true })).total).toBe(0);
    expect((await t.list({ asOf: "2020-03-05", decidedBy: "none" })).decisions.map(({ ref }) => ref)).toEqual(["10"]);
    expect((await t.list({ asOf: "2020-03-05" })).onRecord).toBe(2);
    expect((await t.list({ asOf: "2020-03-05", year: 2021 })).total).toBe(0);
  });

  it("does not make up a status for a day that the record does not tell", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const file = { name: "a.csv", text: "id,title,status,decided\n1,One,Superseded,2020-01-01\n" };
    await t.nomsa.ask("records.importDecisions", { file });
    expect((await t.nomsa.ask("decisions.list", { asOf: "2021-01-01" })).decisions[0]!.status).toBeNull();
    expect((await t.nomsa.ask("decisions.list")).decisions[0]!.status).toBe("Superseded");
  });

  it("offers what it can be filtered by", async () => {
    const t = await aLog();
    expect(await t.ivo.ask("decisions.choices")).toEqual({
      years: [2022, 2020],
      kinds: ["Budget", "Process"],
      topics: ["api", "ops"],
      areas: [],
      levels: [],
      methods: [],
      phases: [],
      goals: [],
    });
  });
});

describe("one decision", () => {
  it("shows its history, what it replaced and what replaced it, also where only the other one says so", async () => {
    const t = await aLog();
    const ids = new Map((await t.list()).decisions.map(({ ref, id }) => [ref, id]));
    const two = await t.grace.ask("decisions.show", { decision: ids.get("2")! });
    expect(two).toMatchObject({
      teamName: "Platform",
      origin: "imported",
      authors: ["Ada"],
      handedTo: ["Bo"],
      days: 31,
      selfDecided: false,
      link: "https://example.org/2",
      supersedes: [],
      supersededBy: [{ ref: "10", decision: ids.get("10"), title: "Pay for maps" }],
    });
    expect(two.steps).toEqual([
      { on: "2020-01-01", from: null, to: "Draft", by: "Ada", note: null, reference: null },
      { on: "2020-02-01", from: "Draft", to: "Final", by: "Bo", note: null, reference: null },
    ]);
    expect(Object.keys(two.source)).toEqual(header.split(","));
    const ten = await t.grace.ask("decisions.show", { decision: ids.get("10")! });
    expect(ten.supersedes).toEqual([
      { ref: "2", decision: ids.get("2"), title: "Use one queue" },
      { ref: "100", decision: ids.get("100"), title: "Release on Tuesdays" },
    ]);
    expect(ten.reversals).toEqual([
      { on: "2021-06-01", from: "Final", to: "Rejected", heldDays: 447, kind: "overturned", kindGiven: false },
    ]);
    const hundred = await t.grace.ask("decisions.show", { decision: ids.get("100")! });
    expect(hundred).toMatchObject({ leadsOwn: true, selfDecided: false });
    expect(hundred.supersededBy).toEqual([
      { ref: "10", decision: ids.get("10"), title: "Pay for maps" },
      { ref: "77", decision: null, title: null },
    ]);
    const nine = await t.grace.ask("decisions.show", { decision: ids.get("9")! });
    expect(nine.link).toBeNull();
    expect(nine.source.url).toBe("javascript:alert(1)");
  });

  it("is not there for other workspaces, and not for other teams", async () => {
    const t = await aLog();
    const id = (await t.list()).decisions[0]!.id;
    const theirs = await aTeam({ lead: "Nomsa" });
    expect(await theirs.nomsa.refused("decisions.show", { decision: id })).toBe("decisions.no_such_decision");
    await t.nomsa.ask("people.removeFromTeam", { member: t.grace.member });
    expect(await t.grace.refused("decisions.show", { decision: id })).toBe("decisions.not_in_team");
  });
});

describe("nobody's doings are listed", () => {
  it("a name finds nothing: neither who decided nor who wrote is searched", async () => {
    const t = await aLog();
    for (const search of ["Ada", "Bo", "Cara"]) expect((await t.list({ search })).total).toBe(0);
  });
  it("no read of decisions or of the record takes a person to ask about", () => {
    const mine = contracts.filter(({ name }) => name === "decisions" || name === "records");
    const inputs = mine.flatMap(({ operations }) =>
      Object.values(operations).flatMap(({ method, input }) => (method === "GET" ? Object.keys(input.shape) : [])),
    );
    expect(mine).toHaveLength(2);
    expect(
      inputs.filter((key) => /decider|author|member|person|who|holder|elector|voter|handed|name/i.test(key)),
    ).toEqual([]);
  });
});
