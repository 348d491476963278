// the order matters: most browsers also claim to be Chrome and Safari
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?(?:iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bHeadlessChrome\/|\bChrome\/|\bChromium\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly [RegExp, string, boolean][] = [
  [/\biPhone\b/, "iPhone", true],
  [/\biPad\b/, "iPad", true],
  [/\bAndroid\b/, "Android", true],
  [/\bCrOS\b/, "ChromeOS", false],
  [/\bWindows\b/, "Windows", false],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS", false],
  [/\bLinux\b|\bX11\b/, "Linux", false],
];

/**
 * What a browser calls itself, in words that its owner would use.
 * @param userAgent a User-Agent header, or null where none was sent
 * @returns names, null where one cannot be told; `pocket` for what is held in the hand
 */
export function browserName(userAgent: string | null): {
  browser: string | null;
  system: string | null;
  pocket: boolean;
} {
  const text = userAgent ?? "";
  const browser = browsers.find(([sign]) => sign.test(text))?.[1] ?? null;
  const system = systems.find(([sign]) => sign.test(text));
  return { browser, system: system?.[1] ?? null, pocket: system?.[2] ?? false };
}
