/** How whatever floats above the page is dressed: a menu, a list, a small sheet. */
export const popupClass =
  "rounded-xl border border-line bg-raised text-ink shadow-lg outline-none origin-(--transform-origin) transition-[opacity,scale] duration-150 ease-calm data-starting-style:opacity-0 data-starting-style:scale-97 data-ending-style:opacity-0 data-ending-style:scale-97";

/** How one line of a floating list is dressed. */
export const popupItemClass =
  "flex min-h-9 cursor-default items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none select-none data-highlighted:bg-hover data-disabled:opacity-55 pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-2";
