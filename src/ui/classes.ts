/**
 * Joins class names.
 * @param names names; what is falsy is left out
 */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
