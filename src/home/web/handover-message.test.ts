import { describe, expect, it } from "vitest";
import { say as sayIn } from "../../app/words.ts";
import type { Say } from "../../foundation/words.ts";
import type en from "../start/words.en.json";
import { type Handover, handoverMessage } from "./handover-message.ts";

const sayEnglish = sayIn("start", "en") as Say<typeof en>;
const sayArabic = sayIn("start", "ar") as Say<typeof en>;
const english = (handover: Handover) => handoverMessage(sayEnglish, handover);

const whole: Handover = {
  lead: "Nomsa",
  team: "Harbour Platform",
  intent: {
    why: "Ships find their berth.",
    done: "No ship waits an hour.\nNobody works a night twice.",
    keep: "Safety",
    until: "1 March 2027",
  },
  areas: [
    {
      name: "Releases",
      owner: "Grace",
      level: 2,
      offered: 6,
      within: ["over €1,000: Consult", "not before days off."],
    },
    { name: "Rota", owner: "Bongani", level: 7, offered: 7, within: [] },
    { name: "Order of work", owner: null, level: 2, offered: 4, within: [] },
  ],
  promises: { answerDays: 2, speaksLast: true, stepsIn: "Somebody could be hurt.", leadPromises: "I write down why." },
  invitation: { address: "https://bell.example/join/abc", until: "8 December 2026" },
};

describe("the handover message", () => {
  it("says what we are for, what each may decide, what is promised, and the one thing asked", () => {
    expect(english(whole)).toMatchInlineSnapshot(`
      "Hello everybody in Harbour Platform,

      What we are for
      Ships find their berth.

      What done looks like
      No ship waits an hour.
      Nobody works a night twice.

      What we will not trade away
      Safety

      This holds until 1 March 2027.

      What each of you may decide
      – Releases: I offer that Grace decides, and I may ask about it afterwards. Say whether you want it so. Within this: over €1,000: Consult; not before days off.
      – Rota: from today Bongani decides, and nobody has to tell me.
      – Order of work: I offer that we decide together, and I speak last. Say whether you want it so.

      What I promise
      – You have my answer within 2 working days.
      – Where we decide together, I speak last.
      – I step in only when: Somebody could be hurt.
      – I write down why.

      The one thing I ask
      Tell me in your own words what you heard in this, also where it sounds different from what you thought. And say which level you want for what is to be yours.

      Come in here (until 8 December 2026): https://bell.example/join/abc

      Nomsa
      "
    `);
  });

  it("keeps every word that somebody wrote", () => {
    const text = english(whole);
    for (const words of [
      "No ship waits an hour.",
      "Nobody works a night twice.",
      "Safety",
      "I write down why.",
      "not before days off",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("promises nothing as held that waits for a yes", () => {
    const [offered, held] = english(whole)
      .split("\n")
      .filter((line) => line.startsWith("– Re") || line.startsWith("– Ro"));
    expect(offered).toContain("I offer");
    expect(offered).not.toContain("from today");
    expect(held).toContain("from today");
  });

  it("leaves out what there is not yet, and asks for what can be given", () => {
    const text = english({ ...whole, intent: null, promises: null, invitation: null });
    expect(text).not.toContain("What I promise");
    expect(text).not.toContain("in your own words");
    expect(text).toContain("which level you want");
    const noAreas = english({ ...whole, areas: [] });
    expect(noAreas).not.toContain("which level");
    expect(noAreas).toContain("in your own words");
  });

  it("leaves no gap and no key behind, in either language", () => {
    for (const say of [sayEnglish, sayArabic]) {
      for (const level of [1, 2, 3, 4, 5, 6, 7]) {
        const text = handoverMessage(say, {
          ...whole,
          areas: [{ name: "Rota", owner: level % 2 ? "Grace" : null, level, offered: level, within: [] }],
        });
        expect(text).not.toMatch(/ground_map|undefined|null|\{|\n{3}/);
        expect(text).toContain("Nomsa");
      }
    }
  });
});
