import { Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import type { BoardArea } from "./areas-client.ts";
import { say } from "./areas-words.ts";

/** What the marks on the tracks mean; only those that are there. */
export function BoardLegend({ areas }: { areas: readonly BoardArea[] }) {
  const some = (is: (area: BoardArea) => boolean) => areas.some(is);
  const marks: { key: string; shown: boolean; mark: ReactNode; words: string }[] = [
    {
      key: "now",
      shown: true,
      mark: (
        <span className="size-3.5 rounded-full bg-pasture-fill ring-2 ring-pasture-soft forced-colors:bg-[CanvasText]" />
      ),
      words: say("web.legend.now"),
    },
    {
      key: "offered",
      shown: some(({ offered, level, loan }) => offered !== (loan?.back ?? level)),
      mark: <span className="size-3.5 rounded-full border-2 border-pasture" />,
      words: say("web.legend.offered"),
    },
    {
      key: "desired",
      shown: some(({ desired, level, loan }) => desired !== null && desired !== (loan?.back ?? level)),
      mark: <span className="size-2.5 rotate-45 border-2 border-plum bg-plum-soft" />,
      words: say("web.legend.desired"),
    },
    {
      key: "proposed",
      shown: some(({ proposed }) => proposed.some(({ what }) => what === "level")),
      mark: <span className="size-3.5 rounded-full border-2 border-dashed border-brass" />,
      words: say("web.legend.proposed"),
    },
    {
      key: "trial",
      shown: some(({ trialUntil }) => trialUntil !== null),
      mark: (
        <span className="size-2 rounded-full bg-pasture-fill outline-2 outline-offset-2 outline-brass outline-dashed dark:bg-pasture" />
      ),
      words: say("web.legend.trial"),
    },
    {
      key: "loan",
      shown: some(({ loan }) => loan !== null),
      mark: <span className="size-3.5 rounded-full bg-brass ring-2 ring-brass-soft forced-colors:bg-[CanvasText]" />,
      words: say("web.legend.loan"),
    },
    {
      key: "loan_back",
      shown: some(({ loan }) => loan !== null),
      mark: (
        <span className="grid size-4 place-items-center rounded-full border-2 border-pasture bg-pasture-soft">
          <Undo2 strokeWidth={3} className="size-2.5 text-pasture-ink rtl:-scale-x-100" />
        </span>
      ),
      words: say("web.legend.loan_back"),
    },
  ];
  return (
    <ul aria-label={say("web.legend.label")} className="flex flex-wrap gap-x-5 gap-y-1.5 text-xs text-ink-2">
      {marks
        .filter(({ shown }) => shown)
        .map(({ key, mark, words }) => (
          <li key={key} className="inline-flex items-center gap-2">
            <span aria-hidden="true" className="grid size-4.5 place-items-center print:[print-color-adjust:exact]">
              {mark}
            </span>
            {words}
          </li>
        ))}
    </ul>
  );
}
