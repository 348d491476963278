import { expect, test } from "vitest";
import { remarkThreads } from "./remark-threads.ts";

const said = (id: string, at: number, answers: string | null = null) => ({
  id,
  at: `2026-11-24T09:0${at}:00Z`,
  answers,
});
const shape = (remarks: Parameters<typeof remarkThreads>[0]) =>
  remarkThreads(remarks).map(({ remark, answers }) => [remark.id, ...answers.map(({ id }) => id)]);

test("answers stand under what they answer, as do answers to answers", () => {
  const all = [said("c", 3), said("b", 2, "a"), said("a", 1), said("e", 5, "b"), said("d", 4, "a")];
  expect(shape(all)).toEqual([["a", "b", "d", "e"], ["c"]]);
});

test("an answer to what was taken back stands by itself", () => {
  expect(shape([said("a", 1), said("b", 2, "gone")])).toEqual([["a"], ["b"]]);
});
