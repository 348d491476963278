/**
 * Puts the focus on the first field of what opens in a dialog, which would otherwise begin at its closing button.
 * @param inside given as `ref` of what the dialog holds
 */
export function focusFirstField(inside: HTMLElement | null): void {
  const fields = "input:checked, input:not([type=hidden], [type=radio]), select, textarea";
  inside?.querySelector<HTMLElement>(fields)?.focus();
}
