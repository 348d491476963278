import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { methodName, say } from "./deciding-words.ts";
import type { DecidingView, Round } from "./decisions-client.ts";
import { RoundResult } from "./round-says.tsx";
import { VoiceList } from "./voice-list.tsx";

/** Rounds that are over: each stays readable, on the version it was held on. A dropped one stays sealed. */
export function EarlierRounds({ view, rounds }: { view: DecidingView; rounds: readonly Round[] }) {
  if (rounds.length === 0) return null;
  return (
    <Card title={say("web.round.earlier")} flush className="overflow-hidden pb-1.5">
      {rounds.map((round) =>
        round.openedAt ? (
          <EarlierRound key={round.id} view={view} round={round} openedAt={round.openedAt} />
        ) : (
          <div key={round.id} className="border-t border-line px-5 py-3">
            <p className="font-semibold">{roundName(round)}</p>
            <p className="text-sm text-ink-2">{say("web.round.dropped")}</p>
          </div>
        ),
      )}
    </Card>
  );
}

const roundName = ({ n, version }: Round) => say("web.round.on_version", { n, version });

function EarlierRound({ view, round, openedAt }: { view: DecidingView; round: Round; openedAt: string }) {
  const { locale, timeZone } = useReader();
  // its voices are fetched when somebody wants to read them
  const [open, setOpen] = useState(false);
  return (
    <details
      className="group border-t border-line"
      onToggle={(event) => event.currentTarget === event.target && setOpen(event.currentTarget.open)}
    >
      <summary className="flex list-none items-center gap-3 px-5 py-3 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">
          <span className="font-semibold">{roundName(round)}</span>
          <span className="block text-sm text-ink-2">
            {say("web.round.opened_on", {
              method: methodName(round.method),
              moment: exactTime(openedAt, locale, timeZone),
            })}
          </span>
        </span>
        <ChevronDown
          aria-hidden="true"
          size={17}
          className="shrink-0 text-ink-2 transition-transform group-open:rotate-180"
        />
      </summary>
      {open && (
        <>
          <div className="px-5 pt-2 pb-3">
            <RoundResult view={view} round={round} />
          </div>
          <VoiceList view={view} round={round} level={3} />
        </>
      )}
    </details>
  );
}
