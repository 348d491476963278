import { useNavigate } from "@tanstack/react-router";
import { PenLine } from "lucide-react";
import { lazy, Suspense, useCallback } from "react";
import { needWords, wordsOf } from "../../foundation/words-browser.ts";
import { useHashDialog } from "../../people/web/hash-dialog.ts";
import { usePlace } from "../../people/web/place.tsx";
import { navItemClass } from "../../ui/nav.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");
/** What an address ends in that opens the line. */
const hash = "we-decided";
const NoteDialog = lazy(async () => {
  const [module] = await Promise.all([import("../../decisions/web/note-dialog.tsx"), needWords("decisions", "areas")]);
  return { default: module.NoteDialog };
});

/** Opens the line for what was decided, wherever one is. */
export function useWeDecided(): () => void {
  const navigate = useNavigate();
  return useCallback(
    () => void navigate({ to: ".", search: true, hash, replace: true, resetScroll: false }),
    [navigate],
  );
}

/** The line for what was decided, where the address asks for it. Nothing of it is fetched before. */
export function WeDecided() {
  const [open, setOpen] = useHashDialog(hash);
  if (!open) return null;
  return (
    <Suspense>
      <NoteDialog open onOpen={setOpen} />
    </Suspense>
  );
}

/**
 * A line of the navigation that opens it, for whoever has a voice in the team.
 * @param before done first, as closing the sheet it stands in
 */
export function WeDecidedItem({ before }: { before?: () => void }) {
  const { team } = usePlace();
  const open = useWeDecided();
  if (!team?.myRole || team.myRole === "observer") return null;
  return (
    <button
      type="button"
      className={navItemClass}
      onClick={() => {
        before?.();
        open();
      }}
    >
      <PenLine aria-hidden="true" />
      {say("nav.we_decided")}
    </button>
  );
}
