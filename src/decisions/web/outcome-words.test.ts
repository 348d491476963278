import { describe, expect, it } from "vitest";
import { creditLines, loanAt } from "./outcome-words.ts";

type Loan = Parameters<typeof loanAt>[0]["stepIns"][number];
const loan = (over: Partial<Loan>): Loan => ({
  id: "1",
  at: "2026-11-10T08:00:00Z",
  by: "Nomsa",
  reason: "r",
  scope: "s",
  message: "",
  level: 2,
  back: 5,
  until: "2026-11-17T22:00:00Z",
  endedAt: null,
  reviewed: false,
  whyNotHandBack: null,
  whyNotReview: null,
  ...over,
});

describe("the step-in under which something was decided", () => {
  const during = "2026-11-12T12:00:00Z";
  it("is the one in force at that moment", () => {
    const stepIns = [loan({ id: "late", at: "2026-11-20T08:00:00Z", until: "2026-11-22T08:00:00Z" }), loan({})];
    expect(loanAt({ stepIns }, during)?.id).toBe("1");
  });
  it("is none before it began, from its end on, or after it was handed back", () => {
    expect(loanAt({ stepIns: [loan({})] }, "2026-11-10T07:59:59Z")).toBeNull();
    expect(loanAt({ stepIns: [loan({})] }, "2026-11-17T22:00:00Z")).toBeNull();
    expect(loanAt({ stepIns: [loan({ endedAt: "2026-11-11T08:00:00Z" })] }, during)).toBeNull();
  });
});

describe("credits", () => {
  it("names everybody of a part in one line, the parts in the same order always", () => {
    const credits = [
      { member: "1", name: "Grace", part: "helped" as const },
      { member: "2", name: "Amara", part: "did" as const },
      { member: "3", name: "Chen", part: "helped" as const },
    ];
    expect(creditLines(credits, "en")).toEqual([
      { part: "did", names: "Amara" },
      { part: "helped", names: "Grace and Chen" },
    ]);
  });
});
