import { ChevronRight, FlaskConical } from "lucide-react";
import type { ReactNode } from "react";
import { dayInYear } from "../../areas/web/day-words.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Time } from "../../ui/time.tsx";
import { useTeamHere } from "./current-states.tsx";
import { say } from "./deciding-words.ts";
import { DecisionTitle } from "./decision-title.tsx";
import type { InProgress } from "./decisions-client.ts";
import { LevelChip } from "./level-chip.tsx";
import { Seal } from "./round-seals.tsx";

/** More than these are no row that one counts at a glance. */
const mostDots = 12;

/** A list of such lines on a sheet. */
export const rowsClass = "-mt-1.5 -mb-2 divide-y divide-line";
const rowClass =
  "relative grid gap-x-6 gap-y-2.5 py-3.5 hover:bg-[linear-gradient(90deg,transparent,var(--color-hover)_8%,var(--color-hover)_92%,transparent)] sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center";

/**
 * One decision as a line: what it is, where it belongs, at which level, who holds it, and what is mine in it.
 * @param phased whether it says how far it has come, where no heading does
 */
export function CurrentRow({ decision, phased = false }: { decision: InProgress; phased?: boolean }) {
  const { workspace } = usePlace();
  return (
    <li className={rowClass}>
      <div className="min-w-0">
        <TitleLink decision={decision.id} title={decision.title} />
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
          <LevelChip level={decision.level} />
          {decision.shape === "experiment" && (
            <Badge icon={<FlaskConical aria-hidden="true" />}>{say("web.current.experiment")}</Badge>
          )}
          <span>
            {decision.area ? <bdi>{decision.area.name}</bdi> : say("web.current.no_area")}
            {" · "}
            {heldText(decision, workspace.me.id)}
            {/* a round says so itself, with its seal */}
            {phased && decision.phase !== "sealed" && ` · ${say(`phase.${decision.phase}`)}`}
          </span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2 empty:hidden sm:justify-end">
        <State decision={decision} />
        {decision.mine && <MineBadge mine={decision.mine} />}
      </div>
    </li>
  );
}

/** One that waits for me and stands on another page, or was decided already: what it is, and what is mine in it. */
export function WaitingRow({ decision, title, mine }: { decision: string; title: string; mine: MineHere }) {
  return (
    <li className={rowClass}>
      <TitleLink decision={decision} title={title} />
      <div className="text-sm">
        <MineBadge mine={mine} />
      </div>
    </li>
  );
}

export type MineHere = NonNullable<InProgress["mine"]>;

/** A decision's title; the whole line leads to it. */
function TitleLink({ decision, title }: { decision: string; title: string }) {
  const { team } = useTeamHere();
  return (
    <DecisionTitle
      team={team.id}
      decision={decision}
      title={title}
      className="serif text-lg leading-snug font-semibold no-underline after:absolute after:inset-0 after:content-[''] hover:underline"
    />
  );
}

function MineBadge({ mine }: { mine: MineHere }) {
  return (
    <Badge tone="brass">
      <span className="inline-flex items-center gap-0.5">
        {say(`web.current.mine.${mine}`)}
        <ChevronRight aria-hidden="true" size={14} className="-me-1 rtl:rotate-180" />
      </span>
    </Badge>
  );
}

function heldText({ holder }: InProgress, me: string): string {
  if (!holder) return say("web.current.not_taken");
  return holder.member === me ? say("web.current.held_by_you") : say("web.current.held_by", { name: holder.name });
}

/** What there is to know at its far end: the seal and the time left, a day, or when it was decided. */
function State({ decision }: { decision: InProgress }): ReactNode {
  const { locale, timeZone } = useReader();
  const today = useToday();
  const { phase, round, decideBy, on } = decision;
  if (phase === "sealed" && round) return <SealedRound round={round} />;
  if (phase === "waiting" && on) return say("web.current.until", { day: dayInYear(on, today, locale) });
  if (phase === "decided") {
    return (
      <>
        {on && (
          <span>
            {on <= today
              ? say("web.current.look_back_due")
              : say("web.current.look_back", { day: dayInYear(on, today, locale) })}
          </span>
        )}
        <Time value={decision.phaseSince} locale={locale} zone={timeZone} inList />
      </>
    );
  }
  return decideBy ? say("web.current.decide_by", { day: dayInYear(decideBy, today, locale) }) : null;
}

/** A sealed round: a seal, how many have spoken, how long it lasts. Never who. */
function SealedRound({ round }: { round: NonNullable<InProgress["round"]> }) {
  const { spoken, electors } = round;
  return (
    <>
      {electors <= mostDots && electors > 0 && (
        <span aria-hidden="true" className="inline-flex gap-1">
          {Array.from({ length: electors }, (_, place) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place, and no place is anybody's
              key={place}
              className={`size-2.5 rounded-full border ${place < spoken ? "border-sky bg-sky" : "border-edge"}`}
            />
          ))}
        </span>
      )}
      <Badge tone="sky" icon={<Seal className="size-4" />}>
        <span className="sr-only">{say("web.current.sealed")}: </span>
        {say("web.current.spoken", { spoken, electors })}
      </Badge>
      <span className="whitespace-nowrap tabular-nums">{timeLeft(round.dueAt, Date.now())}</span>
    </>
  );
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * How long until a moment: “2 days left”.
 * @param until an ISO moment
 * @param now milliseconds since 1970
 */
function timeLeft(until: string, now: number): string {
  const left = Math.max(0, Date.parse(until) - now);
  if (left >= 1.5 * dayMs) return say("web.current.days_left", { n: Math.round(left / dayMs) });
  if (left >= 1.5 * hourMs) return say("web.current.hours_left", { n: Math.round(left / hourMs) });
  return say("web.current.minutes_left", { n: Math.round(left / minuteMs) });
}
