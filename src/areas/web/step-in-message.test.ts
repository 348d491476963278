import { describe, expect, it } from "vitest";
import { say as sayIn } from "../../app/words.ts";
import type { Say } from "../../foundation/words.ts";
import type en from "../words.en.json";
import { type StepInTold, stepInMessage } from "./step-in-message.ts";

const told: StepInTold = {
  owner: "Grace",
  name: "On-call",
  answers: { howBad: 3, howSoon: 3, howLong: 2, undo: 2 },
  reason: " Two nights without anybody ",
  scope: "The rota of the next two weeks",
  day: "9 March 2026",
  level: "2 Sell",
  back: "5 Advise",
};
const inLanguage = (locale: "en" | "ar", what: Partial<StepInTold> = {}) =>
  stepInMessage(sayIn("areas", locale) as Say<typeof en>, { ...told, ...what });

describe("what the owner is told", () => {
  it("says what it is, why, how it was weighed, what it covers and that it goes back", () => {
    expect(inLanguage("en").split("\n\n")).toEqual([
      "Grace, I have stepped in on “On-call”. Until 9 March 2026 it stands at 2 Sell; then it goes back to 5 Advise by itself.",
      "Why: Two nights without anybody",
      "How I weighed it: it harms people, or the promise we live by; it comes today; it stays a while; it can be undone at a price.",
      "It covers: The rota of the next two weeks. The rest stays yours.",
      "I hand it back earlier if I can. What do you see that I do not?",
    ]);
  });

  it("says so where a lighter move would have fitted, and leaves out what is not written yet", () => {
    const lighter = inLanguage("en", {
      answers: { howBad: 1, howSoon: 1, howLong: 1, undo: 3 },
      reason: "",
      scope: " ",
    });
    expect(lighter).toContain("A lighter move would have fitted (Ask a question).");
    expect(lighter).not.toContain("Why:");
    expect(lighter).not.toContain("It covers");
  });

  it("is there in Arabic, and where nobody holds it", () => {
    expect(inLanguage("ar")).toMatch(/^يا Grace، تدخّلتُ في «On-call»/);
    expect(inLanguage("en", { owner: null })).toMatch(/^I have stepped in on “On-call”/);
  });
});
