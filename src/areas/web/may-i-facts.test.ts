import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Facts, factsIn, factsOut } from "./may-i-facts.ts";

const someFacts: fc.Arbitrary<Facts> = fc.record(
  {
    area: fc.uuid(),
    cost: fc.integer({ min: 0, max: 1_000_000 }),
    currency: fc.constantFrom("EUR", "ZAR"),
    reversible: fc.boolean(),
    namesGoal: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

describe("the facts in an address", () => {
  it("come back as they went, also as plain text", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const out = factsOut(facts);
        expect(factsIn(out)).toEqual(facts);
        const asText = Object.fromEntries(Object.entries(out).map(([key, value]) => [key, String(value)]));
        expect(factsIn(asText)).toEqual(facts);
      }),
    );
  });

  it("never carry the words", () => {
    expect(factsOut({ cost: 5 })).toEqual({ cost: 5 });
    expect(factsIn({ what: "let Sam go", q: "x" })).toEqual({});
  });

  it("are left out where they cannot be meant", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("area", "cost", "currency", "reversible", "goal"), fc.anything()),
        (raw) => {
          const facts = factsIn(raw);
          expect(factsIn(factsOut(facts))).toEqual(facts);
        },
      ),
    );
    expect(factsIn({ area: "me", cost: "much", currency: "euro", reversible: "maybe" })).toEqual({});
    expect(factsIn({ cost: -1 })).toEqual({});
  });
});
