import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePlace } from "../../people/web/place.tsx";
import { isoDay } from "../../ui/iso-day.ts";

/** The team whose areas a screen is about. */
export function useAreasPlace() {
  const { workspace, team } = usePlace();
  // the route has seen to it that the team is there
  if (!team) throw new Error("areas belong to a team");
  return { workspace, team, at: { workspace: workspace.slug, team: team.id } };
}

export const looks = ["board", "field", "table"] as const;
export type Look = (typeof looks)[number];

/** What the address says of a screen: as of which day, and how it is looked at. */
export function useAreasSearch() {
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const asOf = isoDay(raw.asOf);
  const look = looks.find((one) => one === raw.look) ?? "board";
  const go = (next: { asOf?: string | undefined; look?: Look }) => {
    const search = { ...raw, ...next };
    if (search.look === "board") delete search.look;
    if (!search.asOf) delete search.asOf;
    void navigate({ to: ".", search: search as never, replace: true, resetScroll: false });
  };
  return { asOf, look, go };
}
