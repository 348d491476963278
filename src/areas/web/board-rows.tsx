import { Link } from "@tanstack/react-router";
import { LifeBuoy } from "lucide-react";
import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { classes } from "../../ui/classes.ts";
import { exactTime } from "../../ui/time-words.ts";
import { AnswerButtons } from "./answer-dialog.tsx";
import type { BoardArea } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { dayInYear } from "./day-words.ts";
import { guardrailSentence, guardrailShort } from "./guardrail-words.ts";
import { HolderStack, heldText } from "./holder.tsx";
import { LevelHeads, LevelTrack } from "./level-track.tsx";
import { levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";
import { PromptChips } from "./prompt-chips.tsx";
import type { Proposing } from "./propose-dialog.tsx";
import { useAreasPlace, useAreasSearch } from "./use-areas.ts";

// one line where there is room, two columns where there is some, a small card on a phone; on paper always the line
const row =
  "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 @lg:grid-cols-[minmax(0,1fr)_5.5rem_minmax(15rem,1.3fr)] @2xl:gap-x-5 @4xl:grid-cols-[minmax(9.5rem,1.2fr)_5.5rem_minmax(21rem,2.6fr)_minmax(7.5rem,1.05fr)_4rem]";
const wideOnly = "hidden @4xl:block";
const narrowOnly = "@4xl:hidden";

/** The levels' names over the tracks, with the other columns' names. */
export function BoardHead() {
  return (
    <div aria-hidden="true" className={classes(row, wideOnly, "@4xl:grid")}>
      <HeadWord>{say("web.column.area")}</HeadWord>
      <HeadWord>{say("web.column.held_by")}</HeadWord>
      <LevelHeads />
      <HeadWord>{say("web.column.guardrail")}</HeadWord>
      <HeadWord>{say("web.column.review")}</HeadWord>
    </div>
  );
}

function HeadWord({ children }: { children: string }) {
  return <div className="self-end text-xs font-semibold text-ink-2">{children}</div>;
}

/**
 * The areas as rows, each with its track.
 * @param current whether this is now, so that beads can be moved
 * @param proposing what is being proposed; its bead's ghost stays where it was let go
 */
export function BoardRows({
  areas,
  current,
  proposing,
  propose,
}: {
  areas: readonly BoardArea[];
  current: boolean;
  proposing: Proposing | null;
  propose: (proposing: Proposing) => void;
}) {
  return (
    <ul className="divide-y divide-line">
      {areas.map((area) => (
        <li key={area.id} className="py-3 @4xl:py-2.5">
          <OneArea
            area={area}
            current={current}
            pending={proposing?.area.id === area.id ? proposing.level : null}
            propose={(level) => propose({ area, level })}
          />
        </li>
      ))}
    </ul>
  );
}

function OneArea({
  area,
  current,
  pending,
  propose,
}: {
  area: BoardArea;
  current: boolean;
  pending: number | null;
  propose: (level: number) => void;
}) {
  const proposed = area.proposed.find(({ what }) => what === "level")?.level ?? null;
  return (
    <div className={classes(row, "items-center")}>
      <div className="min-w-0">
        <AreaLink area={area} />
        {area.purpose && (
          <p className="line-clamp-2 text-xs text-ink-2 @4xl:line-clamp-1">
            <bdi>{area.purpose}</bdi>
          </p>
        )}
      </div>
      <HolderStack area={area} />
      <div className="col-span-full mt-1 @lg:col-span-1 @lg:mt-0">
        <p className={classes(narrowOnly, "text-xs font-semibold text-pasture-ink")}>{levelText(area.level)}</p>
        <LevelTrack
          name={area.name}
          level={area.level}
          offered={area.offered}
          desired={area.desired}
          proposed={proposed}
          trial={area.trialUntil !== null}
          loanBack={area.loan?.back ?? null}
          {...(current ? { onPropose: propose, why: area.whyNotPropose, pending } : {})}
        />
      </div>
      <div className="min-w-0 text-sm text-ink-2 @max-4xl:col-span-full">
        <RailsShort area={area} />
      </div>
      <div className={classes(wideOnly, "text-sm text-ink-2 tabular-nums")}>
        <ReviewDay day={area.review} />
      </div>
      <Extra area={area} />
    </div>
  );
}

/** An area's name, which leads to its card; what is seen as of a day stays so. */
export function AreaLink({ area, className }: { area: { id: string; name: string }; className?: string }) {
  const { at } = useAreasPlace();
  const { asOf } = useAreasSearch();
  return (
    <Link
      to="/w/$workspace/t/$team/areas/$area"
      params={{ ...at, area: area.id }}
      search={(asOf ? { asOf } : {}) as never}
      className={classes("font-semibold hover:underline", className)}
    >
      <bdi>{area.name}</bdi>
    </Link>
  );
}

const shownRails = 2;

function RailsShort({ area: { guardrails } }: { area: BoardArea }) {
  if (guardrails.length === 0) return null;
  const more = guardrails.length - shownRails;
  return (
    <ul title={guardrails.map(guardrailSentence).join("\n")} className="[overflow-wrap:anywhere]">
      {guardrails.slice(0, shownRails).map((one) => (
        <li key={one.id} className="line-clamp-2">
          <bdi>{guardrailShort(one)}</bdi>
        </li>
      ))}
      {more > 0 && <li className="text-xs">{say("web.board.more_rails", { n: more })}</li>}
    </ul>
  );
}

function ReviewDay({ day }: { day: string | null }) {
  const { locale } = useReader();
  const today = useToday();
  if (!day) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{say("web.board.no_review")}</span>
      </>
    );
  }
  return (
    <time dateTime={day} title={exactTime(day, locale, "UTC")}>
      {dayInYear(day, today, locale)}
    </time>
  );
}

/** What waits in an area: its prompts, and proposals with their answers. */
function Extra({ area }: { area: BoardArea }) {
  const { locale } = useReader();
  const today = useToday();
  const loanDay = useLoanDay();
  if (area.prompts.length === 0 && area.proposed.length === 0 && !area.trialUntil && !area.loan) return null;
  return (
    <div className="col-span-full mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
      {area.loan && (
        <span className="inline-flex items-center gap-1.5 text-sm font-medium text-brass-ink">
          <LifeBuoy aria-hidden="true" size={15} className="shrink-0" />
          {say("web.board.loan", {
            by: area.loan.by,
            day: loanDay(area.loan.until),
            back: levelText(area.loan.back),
          })}
        </span>
      )}
      <PromptChips prompts={area.prompts} />
      {area.trialUntil && !area.prompts.some(({ kind }) => kind === "trial_ending") && (
        <span className="text-sm text-ink-2">
          {say("web.board.trial", {
            day: dayInYear(area.trialUntil, today, locale),
            back: levelText(area.trialBack ?? area.level),
          })}
        </span>
      )}
      {area.proposed.map((proposal) => (
        <OneProposed key={proposal.id} area={area} proposal={proposal} />
      ))}
    </div>
  );
}

function OneProposed({ area, proposal }: { area: BoardArea; proposal: BoardArea["proposed"][number] }) {
  const text = proposedText(area, proposal);
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm">
      <span aria-hidden="true" className="size-3.5 shrink-0 rounded-full border-2 border-dashed border-brass" />
      <span>{text}</span>
      {proposal.mineToAnswer &&
        (proposal.what === "level" ? (
          <AnswerButtons
            proposal={proposal.id}
            about={text}
            holds={say("web.propose.holds", { name: area.name, level: levelText(proposal.level ?? area.level) })}
          />
        ) : (
          // what would change is read before it is answered
          <AreaLink
            area={{ id: area.id, name: say("web.board.read_it") }}
            className="no-print text-pasture-ink underline decoration-pasture-edge underline-offset-3"
          />
        ))}
    </div>
  );
}

/** What is proposed for an area, in few words. */
function proposedText(area: BoardArea, { what, level, needs }: BoardArea["proposed"][number]): string {
  const owner = area.owner?.name ?? "";
  if (what === "owner") return say("web.board.owner_proposed", { needs, owner });
  if (what === "card") return say("web.board.card_proposed", { needs, owner });
  return say("web.board.level_proposed", { needs, owner, level: levelText(level ?? area.level) });
}

/** The words in which a board is searched: what an area is called, what it is for, and who holds it. */
export function findsArea(area: BoardArea, typed: string): boolean {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const text = `${area.name} ${area.purpose} ${heldText(area)}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
