import { Clock, Lock } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { listText } from "../../areas/web/areas-words.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { Tooltip } from "../../ui/tooltip.tsx";
import { exitName, methodName, momentText, say, stanceName } from "./deciding-words.ts";
import type { DecidingView, Round } from "./decisions-client.ts";
import { useNow } from "./round-moment.ts";
import { Seal, SealRow } from "./round-seals.tsx";
import { voicePlace } from "./voice-asked.tsx";
import { VoiceForm } from "./voice-form.tsx";
import { StanceIcon } from "./voice-stance.tsx";

/** A round while it is sealed: until when, how many have spoken, and my own voice. Nobody's name stands on it. */
export function SealedRound({ view, round }: { view: DecidingView; round: Round }) {
  const { locale, timeZone } = useReader();
  const now = useNow();
  const moment = momentText(round.dueAt, now, locale, timeZone);
  return (
    <Card tone="sky" flush className="overflow-hidden">
      <div className="bg-sky-soft px-5 pt-5 pb-4.5">
        <h2 className="flex items-start gap-3 text-xl text-sky-ink">
          <Seal className="mt-0.5 size-6" />
          <Tooltip content={exactTime(round.dueAt, locale, timeZone)}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact moment is a remark that the keyboard reaches */}
            <span tabIndex={0} className="text-ink">
              {say("web.round.sealed_until", { moment })}
            </span>
          </Tooltip>
        </h2>
        <div className="mt-4">
          <SealRow spoken={round.spoken} electors={round.electors} />
        </div>
        <p className="mt-3 flex items-start gap-2 text-sm text-ink-2">
          <Lock aria-hidden="true" size={15} className="mt-0.5 shrink-0 text-sky-ink" />
          <span>{say("web.round.nobody_reads")}</span>
        </p>
        {round.extendedFrom && (
          <p className="mt-2 flex items-start gap-2 text-sm">
            <Clock aria-hidden="true" size={15} className="mt-0.5 shrink-0 text-sky-ink" />
            <span>
              {say("web.round.extended", {
                from: exactTime(round.extendedFrom, locale, timeZone),
                needed: round.quorumNeeded,
              })}
            </span>
          </p>
        )}
      </div>
      <div id={voicePlace} className="scroll-mt-4 border-t border-sky-edge px-5 py-4.5">
        <MyVoice view={view} round={round} />
      </div>
      <div className="border-t border-line px-5 py-3.5">
        <Fixed round={round} />
      </div>
    </Card>
  );
}

/** My voice in a sealed round: to be given, given, or not mine to give now. */
function MyVoice({ view, round }: { view: DecidingView; round: Round }) {
  const { workspace } = usePlace();
  const [changing, setChanging] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = round.mine !== null && !changing;
  const wasShown = useRef(shown);
  // the form goes away with what had the focus in it; what takes its place has it then
  useEffect(() => {
    if (shown && !wasShown.current) heading.current?.focus();
    wasShown.current = shown;
  }, [shown]);
  if (round.whyNotSpeak !== null && !round.mine) {
    const hears = view.holder?.member === workspace.me.id && view.ahead.decides !== "round";
    return <p className="text-sm text-ink-2">{hears ? say("web.voice.you_hear") : round.whyNotSpeak}</p>;
  }
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="mb-3 w-fit text-base outline-none">
        {say("web.voice.mine")}
      </h3>
      {shown ? (
        <>
          <MyStance round={round} />
          <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="flex min-w-0 flex-1 basis-56 items-start gap-1.5 text-sm text-ink-2">
              <Lock aria-hidden="true" size={14} className="mt-0.75 shrink-0" />
              <span>{say("web.voice.only_you")}</span>
            </p>
            {round.whyNotSpeak === null && <Button onClick={() => setChanging(true)}>{say("web.voice.change")}</Button>}
          </div>
        </>
      ) : (
        <VoiceForm
          key={round.id}
          decision={view.id}
          round={round}
          end={changing ? () => setChanging(false) : undefined}
        />
      )}
    </>
  );
}

/** What I said, as it stands in the round. */
function MyStance({ round }: { round: Round }) {
  if (!round.mine) return null;
  const { stance, reason } = round.mine;
  return (
    <div className="flex items-start gap-3 rounded-xl border border-line bg-raised px-4 py-3">
      <StanceIcon stance={stance} className="mt-0.5" />
      <div className="min-w-0">
        <p className="font-semibold">{stanceName(stance)}</p>
        {reason && (
          <p dir="auto" className="mt-0.5 whitespace-pre-line text-ink-2">
            {reason}
          </p>
        )}
      </div>
    </div>
  );
}

/** What was fixed when the round began. */
export function Fixed({ round }: { round: Round }) {
  const { locale } = useReader();
  const leads = round.leads?.people.map(({ name }) => name) ?? [];
  return (
    <div className="grid gap-1.5 text-sm text-ink-2">
      <p>
        <span className="font-semibold text-ink">{methodName(round.method)}.</span>{" "}
        {say(`method_means.${round.method}`)}
      </p>
      {round.quorum > 0 && (
        <p>{say("web.round.quorum_is", { needed: round.quorumNeeded, electors: round.electors })}</p>
      )}
      {leads.length > 0 && !round.openedAt && (
        <p>{say("web.round.leads_after", { names: listText(leads, locale), n: leads.length })}</p>
      )}
      {round.exit && (
        <p>
          {say("web.round.exit_is", { exit: exitName(round.exit) })} {round.exitNote && <bdi>{round.exitNote}</bdi>}
        </p>
      )}
    </div>
  );
}
