/** What a person chose for this browser; `system` follows the device. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "ui.theme";
const papers = { light: "#faf7f0", dark: "#121a16" } as const;

/** The theme kept in this browser; `system` where none is kept or storage is off. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return themes.find((theme) => theme === kept) ?? "system";
  } catch {
    return "system";
  }
}

/** Whether the page is dark with this theme now. */
export function isDark(theme: Theme): boolean {
  return theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/**
 * Shows a theme on the page, without keeping it.
 * @param theme `system` leaves the choice to the device
 */
export function showTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  // the browser's own bar follows; the page's two media-dependent values stand again under `system`
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes("dark") ? papers.dark : papers.light;
    meta.content = theme === "system" ? own : papers[theme];
  }
}

/** Keeps a theme in this browser and shows it. */
export function setTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // storage may be off; the theme then holds until the page closes
  }
  showTheme(theme);
}

/** Which way the page is written. */
export type Direction = "ltr" | "rtl";

/** The page's writing direction. */
export function direction(): Direction {
  return document.documentElement.dir === "rtl" ? "rtl" : "ltr";
}

/** Sets the page's writing direction. */
export function setDirection(to: Direction): void {
  document.documentElement.dir = to;
}
