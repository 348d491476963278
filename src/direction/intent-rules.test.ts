import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "../people/rules.ts";
import {
  backBriefUntil,
  carryLines,
  clarityOf,
  intentState,
  intentWords,
  type Line,
  linesOf,
  mayReadBrief,
  mayReadVerdict,
  mostWords,
  type Part,
  type Publishable,
  parts,
  type RoleHeld,
  whoIsAsked,
  whyNotGive,
  whyNotJudge,
  whyNotPublish,
  whyNotWrite,
} from "./intent-rules.ts";

const today = "2026-03-02";
const whole: Publishable = {
  why: "Ships come in safely.",
  done: "No ship waits.\nNobody is hurt.",
  keep: "Sleep.",
  until: "2026-09-30",
  review: "2026-06-01",
  serves: null,
};

describe("the words of an intent", () => {
  it("counts its three parts together", () => {
    expect(intentWords(whole)).toBe(4 + 6 + 1);
  });

  it("counts what is written without spaces", () => {
    expect(intentWords({ why: "船が安全に入港する", done: "", keep: "" })).toBeGreaterThan(2);
  });

  it("does not join the last word of one part to the first of the next", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const said = fc.record({ why: fc.array(word), done: fc.array(word), keep: fc.array(word) });
    fc.assert(
      fc.property(said, ({ why, done, keep }) => {
        const joined = { why: why.join(" "), done: done.join("\n"), keep: keep.join(" ") };
        expect(intentWords(joined)).toBe(why.length + done.length + keep.length);
      }),
    );
  });
});

describe("why a draft cannot be published", () => {
  const words = (n: number) => Array.from({ length: n }, () => "word").join(" ");
  it.each<[string, Publishable | null, string | null, string[]]>([
    ["it is whole", whole, null, []],
    ["there is none", null, "direction.no_draft", []],
    ["no why", { ...whole, why: " " }, "direction.say_all_of_it", ["why"]],
    [
      "no keep and no days",
      { ...whole, keep: "", until: null, review: null },
      "direction.say_all_of_it",
      ["keep", "until", "review"],
    ],
    ["120 words", { ...whole, why: words(118), done: "a", keep: "b" }, null, []],
    ["121 words", { ...whole, why: words(119), done: "a", keep: "b" }, "direction.too_many_words", []],
    ["it ends today", { ...whole, until: today }, "direction.in_the_past", ["until"]],
    ["its review is today", { ...whole, review: today }, "direction.in_the_past", ["review"]],
    ["its review is past its end", { ...whole, review: "2026-10-01" }, "direction.in_the_past", ["review"]],
    ["its review is its last day", { ...whole, review: whole.until }, null, []],
    ["it serves a line above", { ...whole, serves: "above" }, null, []],
    ["it serves a line that is gone", { ...whole, serves: "gone" }, "direction.no_such_line", ["serves"]],
  ])("%s", (_, draft, code, fields) => {
    const whyNot = whyNotPublish(draft, today, new Set(["above"]));
    expect(whyNot?.why.code ?? null).toBe(code);
    expect(Object.keys(whyNot?.fields ?? {})).toEqual(fields);
  });

  it("says how many words there are and may be", () => {
    expect(whyNotPublish({ ...whole, why: words(200) }, today, new Set())?.why.params).toEqual({
      words: 207,
      most: mostWords,
    });
  });
});

describe("lines that are carried from one version into the next", () => {
  const line = (id: string, part: Part, words: string): Line => ({ line: id, part, words });
  const said = (part: Part, ...words: string[]) => words.map((one) => ({ part, words: one }));
  const ids = (before: Line[], after: Omit<Line, "line">[]) => {
    let n = 0;
    return carryLines(before, after, () => `new${++n}`).map((one) => one.line);
  };
  const two = [line("a", "done", "One"), line("b", "done", "Two")];

  it.each<[string, Line[], Omit<Line, "line">[], string[]]>([
    ["the same", two, said("done", "One", "Two"), ["a", "b"]],
    ["another order", two, said("done", "Two", "One"), ["b", "a"]],
    ["one said otherwise", two, said("done", "One", "Two, and well"), ["a", "b"]],
    ["both said otherwise", two, said("done", "First", "Second"), ["a", "b"]],
    ["one added", two, said("done", "One", "Between", "Two"), ["a", "new1", "b"]],
    ["one said otherwise and one added", two, said("done", "One", "Second", "Third"), ["a", "new1", "new2"]],
    ["one taken away", two, said("done", "Two"), ["b"]],
    ["moved to another part", two, [...said("done", "One"), ...said("keep", "Two")], ["a", "b"]],
    ["another part, other words", two, [...said("done", "One"), ...said("keep", "Three")], ["a", "new1"]],
    ["twice the same words", two, said("done", "One", "One", "Two"), ["a", "new1", "b"]],
    ["nothing before", [], said("why", "One"), ["new1"]],
  ])("%s", (_, before, after, expected) => {
    expect(ids(before, after)).toEqual(expected);
  });

  const someLines = fc.array(
    fc.record({ part: fc.constantFrom(...parts), words: fc.constantFrom("a", "b", "c", "d", "e") }),
  );
  const withIds = someLines.map((all) => all.map((one, i) => ({ ...one, line: `old${i}` })));

  it("never gives an id twice, says the lines as they were written, and brings back none but of before", () => {
    fc.assert(
      fc.property(withIds, someLines, (before, after) => {
        let n = 0;
        const carried = carryLines(before, after, () => `new${++n}`);
        expect(carried.map(({ part, words }) => ({ part, words }))).toEqual(after);
        expect(new Set(carried.map((one) => one.line)).size).toBe(after.length);
        const old = carried.filter((one) => one.line.startsWith("old"));
        expect(old.length + n).toBe(after.length);
        expect(old.length).toBeLessThanOrEqual(before.length);
      }),
    );
  });

  it("keeps every id where nothing changed but the order", () => {
    fc.assert(
      fc.property(withIds, (before) => {
        const after = [...before].reverse().map(({ part, words }) => ({ part, words }));
        const carried = carryLines(before, after, () => "new");
        expect(carried.map((one) => one.line).sort()).toEqual(before.map((one) => one.line).sort());
      }),
    );
  });

  it("makes a line of each row with something in it", () => {
    expect(linesOf({ why: " One \r\n\n Two", done: "", keep: "Three\n  " })).toEqual([
      { part: "why", words: "One" },
      { part: "why", words: "Two" },
      { part: "keep", words: "Three" },
    ]);
  });
});

describe("how an intent stands", () => {
  const intent = { review: "2026-06-01", until: "2026-09-30" };
  it.each([
    ["2026-05-31", "current"],
    ["2026-06-01", "review_due"],
    ["2026-09-30", "review_due"],
    ["2026-10-01", "expired"],
  ])("on %s", (day, expected) => {
    expect(intentState(intent, day)).toBe(expected);
  });

  it("is none where there is none", () => {
    expect(intentState(null, today)).toBe("none");
  });

  it.each<[Role | null, string | null]>([
    ["lead", null],
    ["member", "direction.only_the_lead"],
    ["observer", "direction.only_the_lead"],
    [null, "direction.only_the_lead"],
  ])("is written by %s", (role, expected) => {
    expect(whyNotWrite({ role })?.code ?? null).toBe(expected);
  });
});

describe("who is asked to play it back", () => {
  const at = new Date("2026-03-02T09:00:00Z");
  const minute = (n: number) => new Date(at.getTime() + n * 60_000);
  const held = (member: string, role: Role, from: number, until: number | null = null): RoleHeld => ({
    member,
    role,
    from: minute(from),
    until: until === null ? null : minute(until),
  });
  it.each<[string, RoleHeld[], string[]]>([
    ["leads and members", [held("lead", "lead", -9), held("grace", "member", -9)], ["lead", "grace"]],
    ["not its author", [held("author", "lead", -9)], []],
    ["not observers", [held("ivo", "observer", -9)], []],
    ["not who came later", [held("chen", "member", 1)], []],
    ["not who had left", [held("chen", "member", -9, -1)], []],
    ["who left later was asked", [held("chen", "member", -9, 5)], ["chen"]],
    ["who observed then and is a member now", [held("ivo", "observer", -9, 3), held("ivo", "member", 3)], []],
    ["who became a member at that moment", [held("ivo", "observer", -9, 0), held("ivo", "member", 0)], ["ivo"]],
  ])("%s", (_, roles, expected) => {
    expect([...whoIsAsked({ at, by: "author" }, roles)]).toEqual(expected);
  });

  const intent = { publishedAt: at, publishedBy: "author", replaced: false };
  const grace = { id: "grace", asked: true };
  const last = backBriefUntil(at);
  it.each<[string, Parameters<typeof whyNotGive>, string | null]>([
    ["in time", [grace, intent, null, minute(5)], null],
    ["again", [grace, intent, { verdict: null }, minute(5)], null],
    ["on the last moment", [grace, intent, null, last], null],
    ["after it", [grace, intent, null, new Date(last.getTime() + 1)], "direction.back_brief_late"],
    [
      "to a version that was replaced",
      [grace, { ...intent, replaced: true }, null, minute(5)],
      "direction.back_brief_late",
    ],
    ["when it is marked", [grace, intent, { verdict: "same" }, minute(5)], "direction.back_brief_given"],
    ["by the author", [{ id: "author", asked: false }, intent, null, minute(5)], "direction.own_intent"],
    ["by who is not asked", [{ id: "ivo", asked: false }, intent, null, minute(5)], "direction.not_asked"],
  ])("gives it %s", (_, given, expected) => {
    expect(whyNotGive(...given)?.code ?? null).toBe(expected);
  });
});

describe("who reads a back-brief of Grace", () => {
  // reader, role, published → words, mark
  it.each<[string, Role | null, boolean, boolean, boolean]>([
    ["grace", "member", false, true, true],
    ["grace", null, false, true, true],
    ["author", "lead", false, true, true],
    ["author", "member", false, true, true],
    ["author", null, false, false, false],
    ["another", "lead", false, true, true],
    ["another", "member", false, false, false],
    ["another", "member", true, true, false],
    ["another", "observer", false, false, false],
    ["another", "observer", true, true, false],
    ["another", null, true, false, false],
  ])("%s as %s, published %s", (id, role, published, words, mark) => {
    expect(mayReadBrief({ id, role }, { member: "grace", published }, "author")).toBe(words);
    expect(mayReadVerdict({ id, role }, { member: "grace" }, "author")).toBe(mark);
  });

  it("is marked by the author and nobody else", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (me, author) => {
        expect(whyNotJudge(me, author) === null).toBe(me === author);
      }),
    );
  });
});

describe("how clear it came across", () => {
  const verdict = fc.constantFrom("same", "partly", "different", null);
  it("shows no count below 5 to anybody, and how many were given to its readers alone", () => {
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 12 }), fc.boolean(), (verdicts, readsAll) => {
        const briefs = verdicts.map((one) => ({ verdict: one }));
        const marked = verdicts.filter((one) => one !== null).length;
        const { given, counts } = clarityOf(briefs, 20, readsAll);
        expect(counts === null).toBe(marked < 5);
        if (counts) expect(counts.same + counts.partly + counts.different).toBe(marked);
        expect(given).toBe(readsAll || briefs.length >= 5 ? briefs.length : 0);
      }),
    );
  });
});
