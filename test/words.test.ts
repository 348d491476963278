import { readFileSync } from "node:fs";
import path from "node:path";
import { parse as parseMessage } from "@messageformat/parser";
import { describe, expect, it } from "vitest";
import { branches } from "../scripts/words-plugin.ts";

type Sentences = { [key: string]: string | Sentences };
const files = Object.keys(import.meta.glob("../src/**/words.en.json")).map((file) =>
  path.resolve(import.meta.dirname, file),
);
const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Sentences;
const flat = (tree: Sentences, above = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[above + key, value] as [string, string]] : flat(value, `${above}${key}.`),
  );
const nounKeys = /^[Tt]eams?$|^[Ll]eads?$|^[Mm]embers?$|^[Aa]reas?$/;
type Token = { arg?: string; cases?: { tokens: Token[] }[] };
/** The parameters a sentence takes, nouns left out: a language may say them or not. */
function params(sentence: string): string {
  const found = new Set<string>();
  const walk = (tokens: readonly Token[]) => {
    for (const { arg, cases } of tokens) {
      if (arg && !nounKeys.test(arg)) found.add(arg);
      for (const one of cases ?? []) walk(one.tokens);
    }
  };
  walk(parseMessage(sentence) as Token[]);
  return [...found].sort().join();
}

describe.each(files)("%s", (file) => {
  const english = new Map(flat(read(file)));
  const arabic = new Map(flat(read(file.replace("words.en.json", "words.ar.json"))));

  it("says in Arabic what it says in English, and no more", () => {
    expect([...arabic.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("takes the same parameters in both", () => {
    const differing = [...english]
      .filter(([key, sentence]) => {
        const other = arabic.get(key);
        return other !== undefined && params(sentence) !== params(other);
      })
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it("nags nobody: no exclamation marks, no emoji, no “user” or “resource”", () => {
    const loud = [...english].filter(
      ([, sentence]) =>
        /!|\p{Extended_Pictographic}/u.test(sentence) || /\b(users?|resources?|compliance)\b/i.test(sentence),
    );
    expect(loud).toEqual([]);
  });
});

describe("a few branches of a catalogue", () => {
  const json = JSON.stringify({ level: { 1: "Tell" }, web: { field: { title: "F" }, card: "C", comma: ", " } });
  it("takes along what is asked for, where it stood", () => {
    expect(JSON.parse(branches(json, ["level", "web.field", "web.comma"]))).toEqual({
      level: { 1: "Tell" },
      web: { field: { title: "F" }, comma: ", " },
    });
  });
  it("does not pass over one that is not there", () => {
    expect(() => branches(json, ["web.map"])).toThrow("web.map");
  });
});
