// currency by region, for regions where people are likely to sit; elsewhere one chooses
const byRegion: Readonly<Record<string, string>> = {
  AE: "AED",
  AR: "ARS",
  AU: "AUD",
  BH: "BHD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CL: "CLP",
  CN: "CNY",
  CO: "COP",
  CZ: "CZK",
  DK: "DKK",
  DZ: "DZD",
  EG: "EGP",
  GB: "GBP",
  GH: "GHS",
  HK: "HKD",
  HU: "HUF",
  ID: "IDR",
  IL: "ILS",
  IN: "INR",
  IQ: "IQD",
  JO: "JOD",
  JP: "JPY",
  KE: "KES",
  KR: "KRW",
  KW: "KWD",
  LB: "LBP",
  MA: "MAD",
  MX: "MXN",
  MY: "MYR",
  NG: "NGN",
  NO: "NOK",
  NZ: "NZD",
  OM: "OMR",
  PH: "PHP",
  PK: "PKR",
  PL: "PLN",
  QA: "QAR",
  RO: "RON",
  SA: "SAR",
  SE: "SEK",
  SG: "SGD",
  TH: "THB",
  TN: "TND",
  TR: "TRY",
  UA: "UAH",
  US: "USD",
  VN: "VND",
  ZA: "ZAR",
};
const euro = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");

/**
 * The currency that somebody most likely means, by the region their language is of.
 * @param locale a language tag, with or without a region
 */
export function likelyCurrency(locale: string): string {
  const { region = "" } = new Intl.Locale(locale).maximize();
  return euro.includes(region) ? "EUR" : (byRegion[region] ?? "USD");
}

/**
 * Currencies to choose from: the likely ones first.
 * @param likely the ones to begin with, as those used before
 */
export function currencyChoices(likely: readonly string[]): { value: string; label: string }[] {
  const all = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("currency") : [];
  return [...new Set([...likely, "EUR", "USD", ...all])].map((value) => ({ value, label: value }));
}

/**
 * An amount of money as the reader writes it, without cents where there are none.
 * @param locale the reader's language
 */
export function moneyText(amount: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  }).format(amount);
}

/**
 * An amount that somebody typed: digits of any script, with spaces or commas between thousands as they come.
 * @returns null for nothing, undefined for what is no amount
 */
export function amountTyped(typed: string): number | null | undefined {
  const plain = typed
    .trim()
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s'’٬]/g, "")
    .replace("٫", ".");
  if (!plain) return null;
  // 1,000 and 1.000 are thousands; 1,50 and 1.50 are not
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(plain)
    ? plain.replace(/[.,]/g, "")
    : plain.replace(/,(?=\d{3}(\D|$))/g, "").replace(",", ".");
  const amount = Number(grouped);
  return /^\d+(\.\d+)?$/.test(grouped) && amount <= 999_999_999_999 ? amount : undefined;
}
