/**
 * Words that somebody is typing, kept in this browser until the server has them.
 * @param what which form: `proposal`, `note`, `draft`
 * @param about what it is for: a team, a round
 * @param member whose they are: browsers are shared
 */
export function keptWords<T>(what: string, about: string, member: string) {
  const key = `bellwether.${what}.${about}.${member}`;
  return {
    keep(words: T): void {
      try {
        localStorage.setItem(key, JSON.stringify(words));
      } catch {
        // storage may be off or full; then the page itself is the only copy
      }
    },
    /** What was kept; null where nothing was, or it cannot be read. */
    kept(): T | null {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
      } catch {
        return null;
      }
    },
    forget(): void {
      try {
        localStorage.removeItem(key);
      } catch {
        // as above
      }
    },
  };
}
