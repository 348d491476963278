import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

/**
 * Goes on after signing in or out, or joining: nothing that was read before stays, so that every screen asks anew.
 * @returns a function that takes a path of ours
 */
export function useArrive(): (path: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (path) => {
    queries.removeQueries();
    await navigate({ href: path, replace: true });
  };
}

/** The time zone that this browser is in. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
