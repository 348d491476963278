import { createContext, type ReactNode, use, useEffect } from "react";
import { directionOf } from "../../foundation/words.ts";
import { sayNouns, spokenVariety } from "../../foundation/words-browser.ts";
import { type MyWorkspaces, rememberPlace, type WorkspaceView } from "./session.ts";

/** Where a screen stands: who is signed in, the workspace, and the team it is about, if any. */
export type Place = {
  my: MyWorkspaces;
  workspace: WorkspaceView;
  team: WorkspaceView["teams"][number] | null;
};

const PlaceContext = createContext<Place | null>(null);

/** Where this screen stands; a bug outside a workspace. */
export function usePlace(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error("this screen stands in no workspace");
  return place;
}

/**
 * Puts a screen into a workspace: its nouns are said from here on, and the place is remembered for the next visit.
 */
export function PlaceProvider({ place, children }: { place: Place; children: ReactNode }) {
  // sentences below are filled while rendering, so the nouns have to be there before the children
  sayNouns(place.workspace.nouns);
  const { slug } = place.workspace;
  const team = place.team?.id;
  useEffect(() => rememberPlace({ workspace: slug, team }), [slug, team]);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** The language, direction and time zone that dates and numbers are shown in here. */
export function useReader(): { locale: string; dir: "ltr" | "rtl"; timeZone: string } {
  const place = use(PlaceContext);
  const locale = spokenVariety();
  const timeZone = place?.workspace.me.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { locale, dir: directionOf(locale), timeZone };
}
