import { MailOpen } from "lucide-react";
import { useState } from "react";
import { listText } from "../../areas/web/areas-words.ts";
import { CouldNotLoad, RowsWaiting } from "../../people/web/page-states.tsx";
import { pagerWords } from "../../people/web/pager-words.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { Pager } from "../../ui/pager.tsx";
import { Select } from "../../ui/select.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type { Stance } from "../method-rules.ts";
import { momentText, say, stanceName } from "./deciding-words.ts";
import { type DecidingView, decisionsClient, type Round, type Voice } from "./decisions-client.ts";
import { useNow } from "./round-moment.ts";
import { voicePlace } from "./voice-asked.tsx";
import { VoiceForm } from "./voice-form.tsx";
import { StanceBadge } from "./voice-stance.tsx";

const limit = 30;

/**
 * The voices of a round that has opened, by name; the leads' last, on brass, or the window in which it may still come.
 * @param level the heading's; 3 where it stands inside another sheet
 */
export function VoiceList({ view, round, level = 2 }: { view: DecidingView; round: Round; level?: 2 | 3 }) {
  const { locale, timeZone } = useReader();
  const { workspace } = usePlace();
  const [offset, setOffset] = useState(0);
  const [stance, setStance] = useState<Stance | "">("");
  const asked = decisionsClient.useAsk(
    "voices",
    { workspace: workspace.id, round: round.id, offset, limit, ...(stance ? { stance } : {}) },
    // the page before stays while the next one comes
    { placeholderData: (before: unknown) => before },
  );
  const found = asked.data;
  const given = Object.values(round.result?.tally ?? {}).reduce((sum, n) => sum + n, 0);
  const silent = round.electors - round.spoken;
  return (
    <Card
      flush
      level={level}
      className={classes("overflow-hidden", level === 3 && "border-0! bg-transparent!")}
      title={say("web.voice.title")}
      note={round.openedAt && say("web.voice.opened_together", { moment: exactTime(round.openedAt, locale, timeZone) })}
    >
      {given > limit && (
        <div className="border-t border-line px-5 py-3">
          <Select
            size="sm"
            aria-label={say("web.voice.filter")}
            className="max-w-64"
            value={stance}
            onChange={(event) => {
              setStance(event.target.value as Stance | "");
              setOffset(0);
            }}
            choices={[
              { value: "", label: say("web.voice.all", { n: given }) },
              ...round.stances.map((one) => ({
                value: one,
                label: say("web.voice.stance_n", { stance: stanceName(one), n: round.result?.tally[one] ?? 0 }),
              })),
            ]}
          />
        </div>
      )}
      {asked.error && !found && (
        <div className="px-5 pb-5">
          <CouldNotLoad level={3} error={asked.error} again={() => void asked.refetch()} />
        </div>
      )}
      {!found && !asked.error && (
        <div className="px-5 pb-4">
          <RowsWaiting rows={Math.min(6, Math.max(1, given))} />
        </div>
      )}
      {found && found.total === 0 && (
        <p className="border-t border-line px-5 py-4 text-ink-2">
          {stance ? say("web.voice.nobody_so") : say("web.voice.nobody")}
        </p>
      )}
      {found && found.total > 0 && (
        <ul aria-busy={asked.isPlaceholderData || undefined}>
          {found.voices.map((voice) => (
            <VoiceRow key={voice.by.member} voice={voice} method={round.method} />
          ))}
        </ul>
      )}
      {found && found.total > limit && (
        <div className="border-t border-line px-5 py-2.5">
          <Pager
            offset={offset}
            limit={limit}
            total={found.total}
            onOffset={setOffset}
            words={pagerWords(say("web.voice.title"))}
          />
        </div>
      )}
      {silent > 0 && (
        <p className="border-t border-line px-5 py-3 text-sm text-ink-2">{say("web.voice.silent", { n: silent })}</p>
      )}
      <LeadsWindow view={view} round={round} />
    </Card>
  );
}

function VoiceRow({ voice, method }: { voice: Voice; method: string }) {
  const { by, stance, reason, last } = voice;
  return (
    <li className={classes("border-t px-5 py-3.5", last ? "border-brass-edge bg-brass-soft" : "border-line")}>
      <div className="flex items-start gap-3">
        <Avatar name={by.name} id={by.member} className={last ? "ring-2 ring-surface" : ""} />
        <div className="min-w-0 flex-1">
          <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <p className="flex flex-wrap items-baseline gap-x-2.5">
              <bdi className="font-semibold">{by.name}</bdi>
              {by.lead && <span className="text-sm text-brass-ink">{say("web.voice.leads")}</span>}
              {last && (
                <span className="inline-flex items-center gap-1.5 text-sm font-medium text-brass-ink">
                  <MailOpen aria-hidden="true" size={14} className="self-center" />
                  {say("web.voice.spoke_last")}
                </span>
              )}
            </p>
            <StanceBadge stance={stance} method={method} />
          </div>
          {reason && (
            <p
              dir="auto"
              className={classes("max-w-prose text-sm whitespace-pre-line", last ? "text-ink" : "text-ink-2")}
            >
              {reason}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}

/** The window in which leads may still give their one voice: a form for a lead, a word for everybody else. */
function LeadsWindow({ view, round }: { view: DecidingView; round: Round }) {
  const { locale, timeZone } = useReader();
  const { workspace } = usePlace();
  const now = useNow();
  const { leads } = round;
  if (!leads?.open || !leads.until || view.phase !== "opened") return null;
  const moment = momentText(leads.until, now, locale, timeZone);
  const mine = leads.people.some(({ member }) => member === workspace.me.id) && round.whyNotSpeak === null;
  const names = leads.people.map(({ name }) => name);
  return (
    <div id={mine ? voicePlace : undefined} className="scroll-mt-4 border-t border-brass-edge bg-brass-soft px-5 py-4">
      {mine ? (
        <>
          <h3 className="text-base">{say("web.voice.yours_last")}</h3>
          <p className="mt-0.5 mb-3.5 text-sm">{say("web.voice.window_mine", { moment })}</p>
          <VoiceForm key={round.id} decision={view.id} round={round} last />
        </>
      ) : (
        <p className="text-sm">
          {say("web.voice.window", { names: listText(names, locale), n: names.length, moment })}
        </p>
      )}
    </div>
  );
}
