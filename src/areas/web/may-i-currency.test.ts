import { describe, expect, it } from "vitest";
import { amountTyped, currencyChoices, likelyCurrency, moneyText } from "./may-i-currency.ts";

describe("an amount that somebody typed", () => {
  it.each([
    ["", null],
    ["  ", null],
    ["0", 0],
    ["20000", 20_000],
    ["20,000", 20_000],
    ["20.000", 20_000],
    ["20 000", 20_000],
    ["1,234,567", 1_234_567],
    ["1.50", 1.5],
    ["1,50", 1.5],
    ["1,234.50", 1234.5],
    ["٢٠٠٠٠", 20_000],
    ["٢٠٬٠٠٠", 20_000],
  ])("%j is %j", (typed, amount) => expect(amountTyped(typed)).toBe(amount));

  it.each(["a lot", "-5", "20k", "1e9", "1.2.3", "9999999999999"])("%j is none", (typed) =>
    expect(amountTyped(typed)).toBeUndefined(),
  );
});

describe("currencies", () => {
  it("are likely those of the reader's region", () => {
    expect(likelyCurrency("de")).toBe("EUR");
    expect(likelyCurrency("en-GB")).toBe("GBP");
    expect(likelyCurrency("en-ZA")).toBe("ZAR");
    expect(likelyCurrency("ar-EG")).toBe("EGP");
  });

  it("begin with the likely one, and name each once", () => {
    const values = currencyChoices(["ZAR"]).map(({ value }) => value);
    expect(values[0]).toBe("ZAR");
    expect(new Set(values).size).toBe(values.length);
  });

  it("are written without cents where there are none", () => {
    expect(moneyText(20_000, "EUR", "en")).toBe("€20,000");
    expect(moneyText(1.5, "EUR", "en")).toBe("€1.50");
  });
});
