import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { type RecordSearch, recordSearch } from "./record-search.ts";

/** The team whose record a screen is about. */
export function useRecordPlace() {
  const { workspace, team } = usePlace();
  // the route has seen to it that the team is there
  if (!team) throw new Error("a record belongs to a team");
  return {
    team,
    asked: { workspace: workspace.id, team: team.id },
    at: { workspace: workspace.slug, team: team.id },
  };
}

/** What the address says of the record, and going elsewhere in it. */
export function useRecordSearch() {
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => recordSearch(raw), [raw]);
  const navigate = useNavigate();
  /** `replace` where each step is not worth going back to, as while typing. */
  const go = (next: RecordSearch, { replace = false } = {}) =>
    void navigate({ to: ".", search: next as never, replace, resetScroll: false });
  return { search, go };
}

/** Today's date where the reader is. */
export function useToday(): string {
  const { timeZone } = useReader();
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date());
}
