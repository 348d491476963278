import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { aTeam } from "../../test/team.ts";
import { makeApp } from "../app/server.ts";

const record = `id,title,opened,decided,outcome,decided by,decider,authors,handed to
1,One,2020-01-01,2020-01-11,accepted,lead,Nomsa,Nomsa,
2,Two,2020-02-01,2020-02-21,accepted,delegate,Grace,Chen,Grace
3,Three,2020-03-01,2021-03-01,rejected,delegate,Chen,Chen,Chen
4,Four,2021-05-01,,,,,Chen,
5,Five,2021-06-01,2021-06-01,withdrawn,other,Chen,Chen,
`;
const file = { name: "record.csv", text: record };

describe("the overview", () => {
  it("is the same for whoever is in the team, and says what may be done", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"], at: "2021-12-31T09:00:00Z" });
    await t.nomsa.ask("records.importDecisions", { file });
    const [lead, member, observer] = await Promise.all(
      [t.nomsa, t.grace, t.ivo].map((one) => one.ask("records.overview")),
    );
    expect(member).toEqual(observer);
    expect({ ...member, whyNotImport: null, whyNotDescribe: null }).toEqual(lead);
    expect(member!.whyNotImport).not.toBeNull();
    expect(lead).toMatchObject({
      asOf: "2021-12-31",
      teamName: "Platform",
      totals: { onRecord: 5, withVerdict: 4, withoutVerdict: 1, undated: 0 },
      firstVerdict: "2020-01-11",
      lastVerdict: "2021-06-01",
      time: { all: { n: 3, q1: 15, median: 20, q3: 192.5 } },
      selfDecided: { total: 1, latest: [{ ref: "3" }] },
      leadsOwn: { total: 1, latest: [{ ref: "1" }] },
      running: { from: "2021-03-01", until: null, days: 305 },
    });
  });

  it("holds no name of anybody: it counts kinds of decider and names decisions", async () => {
    const t = await aTeam({ lead: "Thandeka", members: ["Grace"] });
    await t.thandeka.ask("records.importDecisions", { file });
    const told = JSON.stringify(await t.grace.ask("records.overview"));
    for (const name of ["Grace", "Chen", "Nomsa", "Thandeka"]) expect(told).not.toContain(name);
  });

  it("is asked as of any date", async () => {
    const t = await aTeam({ lead: "Nomsa", at: "2026-03-02T09:00:00Z" });
    await t.nomsa.ask("records.importDecisions", { file });
    const then = await t.nomsa.ask("records.overview", { asOf: "2020-03-15" });
    expect(then).toMatchObject({
      asOf: "2020-03-15",
      totals: { onRecord: 3, withVerdict: 2 },
      selfDecided: { total: 0 },
    });
    expect(then.years.map(({ year, total }) => [year, total])).toEqual([[2020, 2]]);
  });

  it("of an empty record says that there is nothing", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    expect(await t.nomsa.ask("records.overview")).toMatchObject({ totals: { onRecord: 0 }, years: [], running: null });
  });
});

describe("saying who was in office", () => {
  const said = {
    deciderKnownSince: "2020-02-01",
    batchFrom: 5,
    terms: [
      { from: "2020-01-01", until: "2020-06-01", who: "Nomsa" },
      { from: "2020-09-01", until: null, who: null },
    ],
  };

  it("changes what gaps and shares say", async () => {
    const t = await aTeam({ lead: "Nomsa", at: "2021-12-31T09:00:00Z" });
    await t.nomsa.ask("records.importDecisions", { file });
    await t.nomsa.ask("records.describeRecord", said);
    const told = await t.nomsa.ask("records.overview");
    expect(told).toMatchObject(said);
    expect(told.gaps[0]).toEqual({
      from: "2020-02-21",
      until: "2021-03-01",
      days: 374,
      decider: "part",
      withoutDecider: 92,
    });
    expect(told.years[0]!.delegated).toMatchObject({ share: 1, of: 1, since: "2020-02-01" });
    await t.nomsa.ask("records.describeRecord", { deciderKnownSince: null, terms: [] });
    expect(await t.nomsa.ask("records.overview")).toMatchObject({ deciderKnownSince: null, batchFrom: 8, terms: [] });
  });

  it("is a lead's to say, and a term ends after it begins", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    expect(await t.grace.refused("records.describeRecord", said)).toBe("records.not_a_lead_here");
    const terms = [{ from: "2020-01-01", until: "2020-01-01", who: null }];
    expect(await t.nomsa.refused("records.describeRecord", { ...said, terms })).toBe("records.term_ends_first");
  });
});

describe("through HTTP", () => {
  it("a file of several megabytes is looked at and imported, and the record comes back as a download", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const app = makeApp(t.house, { trustProxy: false }, "no-such-folder");
    const cookie = (await t.house.signIn.sessionFor(t.nomsa.user.email))!;
    const at = `http://localhost/api/workspaces/${t.workspace}/teams/${t.team}/record`;
    const headers = { host: "localhost", cookie, "content-type": "application/json" };
    const text = `id,title,note\n${Array.from({ length: 300 }, (_, i) => `${i},Title ${i},${"x".repeat(10_000)}`).join("\n")}\n`;
    const sent = { file: { name: "big.csv", base64: Buffer.from(text).toString("base64") } };
    const post = (path: string, body: unknown) =>
      app.request(`${at}/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    const preview = await post("preview", sent);
    expect(preview.status).toBe(200);
    const { seen, mapping, counts } = await preview.json();
    expect(counts).toMatchObject({ new: 300, refused: 0 });
    expect((await post("import", { ...sent, mapping, seen })).status).toBe(200);
    const refused = await post("preview/refused", { file: { name: "a.csv", text: "id,title\n1,\n" } });
    expect(refused.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a-refused.csv");
    expect(await refused.text()).toContain("The title is missing.");
    const zip = await app.request(`${at}/export?format=madr`, { headers: { host: "localhost", cookie } });
    expect(zip.headers.get("content-type")).toBe("application/zip");
    expect(Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer())))).toHaveLength(300);
  });
});
