import { describe, expect, it } from "vitest";
import { guardrail } from "../shared-contract.ts";
import type { GuardrailShown } from "./areas-client.ts";
import { draftOf, guardrailFrom, guardrailKinds, missingIn, newDraft, newId } from "./guardrail-draft.ts";

const amara = { member: newId(), name: "Amara", expected: false };
const shown: GuardrailShown[] = [
  { id: newId(), kind: "cost", over: 20_000.5, currency: "EUR", level: 3 },
  { id: newId(), kind: "one_way", level: 4 },
  { id: newId(), kind: "ask", members: [amara], team: null },
  { id: newId(), kind: "ask", members: [], team: { team: newId(), name: "Harbour" } },
  { id: newId(), kind: "goal" },
  { id: newId(), kind: "text", words: "never on a Friday" },
];

describe("a guardrail in its form", () => {
  it.each(shown)("comes out as it went in: $kind", (one) => {
    const draft = draftOf(one, "ZAR");
    expect(missingIn(draft)).toBeNull();
    const out = guardrailFrom(draft);
    expect(guardrail.parse(out)).toEqual(out);
    expect(draftOf({ ...one } as GuardrailShown, "ZAR")).toEqual(draft);
    expect(out.id).toBe(one.id);
  });

  it("says what is missing in a new one", () => {
    expect(guardrailKinds.map((kind) => missingIn(newDraft(kind, "EUR")))).toEqual([
      "over",
      null,
      "members",
      null,
      "words",
    ]);
    expect(missingIn({ ...newDraft("cost", "EUR"), over: "a lot" })).toBe("over");
    expect(missingIn({ ...newDraft("cost", "EUR"), over: "0" })).toBeNull();
  });
});
