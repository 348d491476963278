import { type RefObject, useRef, useState } from "react";

/** Where a text that is to be taken along stands: untouched, copied, or selected for copying by hand. */
export type Copying = "new" | "copied" | "selected";

/**
 * Copies a text. Where the browser does not let a page copy (no secure connection), it is selected in its field instead.
 * @param text what is copied
 * @returns the field's `ref`, where it stands, `copy`, and `anew` for when the text has changed
 */
export function useCopying<E extends HTMLInputElement | HTMLTextAreaElement>(
  text: string,
): { ref: RefObject<E | null>; state: Copying; copy(): void; anew(): void } {
  const ref = useRef<E>(null);
  const [state, setState] = useState<Copying>("new");
  return {
    ref,
    state,
    copy: () =>
      void navigator.clipboard.writeText(text).then(
        () => setState("copied"),
        () => {
          ref.current?.focus();
          ref.current?.select();
          setState("selected");
        },
      ),
    anew: () => setState("new"),
  };
}
