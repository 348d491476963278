import { ShieldCheck } from "lucide-react";
import type { Board } from "../../areas/web/areas-client.ts";
import { guardrailShort } from "../../areas/web/guardrail-words.ts";
import { levelMeans, levelName } from "../../areas/web/level-words.ts";
import { DayText, useToday } from "../../direction/web/day-text.tsx";
import type { Agreement } from "../../direction/web/direction-client.ts";
import { linesOf } from "../../direction/web/intent-words.tsx";
import { type OnePromise, promisesOf } from "../../direction/web/promise-list.tsx";
import { useReader } from "../../people/web/place.tsx";
import { classes } from "../../ui/classes.ts";
import { Logo } from "../../ui/logo.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { say } from "./start-words.ts";
import type { Ground } from "./use-ground-map.ts";

const parts = ["why", "done", "keep"] as const;

/**
 * The ground map: what we are for, who decides what, and what is promised, on one page that can be hung up. It says in black
 * and white what it says in colour.
 * @param leads who leads
 */
export function GroundMapSheet({ name, leads, ground }: { name: string; leads: readonly string[]; ground: Ground }) {
  const { locale } = useReader();
  const today = useToday();
  const agreement = ground.agreement.inForce ?? ground.agreement.proposed;
  return (
    <article
      aria-label={say("ground_map.title")}
      className="rounded-xl border border-line bg-surface px-5 py-6 sm:px-8 sm:py-8 print:rounded-none print:border-0 print:bg-white print:p-0"
    >
      <header className="flex items-start justify-between gap-6 border-b-2 border-ink pb-4">
        <div className="min-w-0">
          <p className="eyebrow">{say("ground_map.title")}</p>
          <p className="serif mt-1 text-3xl leading-tight font-semibold print:text-[22pt]">
            <bdi>{name}</bdi>
          </p>
        </div>
        <p className="shrink-0 pt-1 text-end text-sm text-ink-2">
          {leads.length > 0 && (
            <span className="block font-medium text-ink">
              {say("ground_map.sheet.led_by", { names: new Intl.ListFormat(locale).format(leads) })}
            </span>
          )}
          <DayText day={today} />
        </p>
      </header>
      <Direction ground={ground} />
      <Areas board={ground.board} />
      <section aria-labelledby="map-promises" className="mt-6 break-inside-avoid border-t border-line-2 pt-5">
        <h2 id="map-promises" className="text-lg">
          {say("ground_map.sheet.promises")}
        </h2>
        {agreement ? (
          <>
            {agreement.state === "proposed" && (
              <p className="mt-1 text-sm text-ink-2">{say("ground_map.sheet.not_in_force")}</p>
            )}
            <Promises agreement={agreement} />
          </>
        ) : (
          <p className="mt-1.5 text-ink-2">{say("ground_map.sheet.no_promises")}</p>
        )}
      </section>
      <footer className="mt-7 flex items-center justify-between gap-6 border-t border-line-2 pt-3 text-xs text-ink-2">
        <span>{say("ground_map.sheet.foot")}</span>
        <span className="hidden shrink-0 print:block">
          {say("ground_map.sheet.as_of", { day: exactTime(today, locale, "UTC") })}
        </span>
        <span className="shrink-0 print:hidden">
          <Logo name="" />
        </span>
      </footer>
    </article>
  );
}

function Direction({ ground: { intent } }: { ground: Ground }) {
  const { locale } = useReader();
  const said = intent.intent;
  return (
    <section aria-labelledby="map-intent" className="mt-5 break-inside-avoid">
      <h2 id="map-intent" className="text-lg">
        {say("ground_map.sheet.what_for")}
      </h2>
      {said ? (
        <>
          <dl className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-3 print:grid-cols-3 print:gap-x-6">
            {parts.map((part) => (
              <div key={part} className="min-w-0">
                <dt className="text-sm text-ink-2">{say(`ground_map.sheet.${part}`)}</dt>
                {linesOf(said, part).map(({ line, words }) => (
                  <dd key={line} className="serif mt-1 text-base leading-snug font-medium text-pretty">
                    <bdi>{words}</bdi>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
          <p className="mt-3 text-sm text-ink-2">
            {say("ground_map.sheet.until", {
              day: exactTime(said.until, locale, "UTC"),
              review: exactTime(said.review, locale, "UTC"),
            })}
          </p>
        </>
      ) : (
        <p className="mt-1.5 text-ink-2">{say("ground_map.sheet.no_intent")}</p>
      )}
    </section>
  );
}

/** The areas under their levels, those furthest ahead first. */
function Areas({ board }: { board: Board }) {
  const levels = [...new Set(board.areas.map(({ level }) => level))].sort((a, b) => b - a);
  return (
    <section aria-labelledby="map-areas" className="mt-6 border-t border-line-2 pt-5">
      <h2 id="map-areas" className="text-lg">
        {say("ground_map.sheet.areas")}
      </h2>
      {levels.length === 0 && <p className="mt-1.5 text-ink-2">{say("ground_map.sheet.no_areas")}</p>}
      <ol className="mt-2">
        {levels.map((level) => (
          <li
            key={level}
            className="grid break-inside-avoid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-b border-line py-3 last:border-0 sm:grid-cols-[2rem_10.5rem_minmax(0,1fr)] sm:gap-x-5 print:grid-cols-[2rem_10rem_minmax(0,1fr)] print:py-2"
          >
            <Numeral level={level} />
            <div className="min-w-0">
              <p className="font-semibold">{levelName(level)}</p>
              <p className="text-sm leading-snug text-ink-2">{levelMeans(level)}</p>
            </div>
            <ul className="col-start-2 mt-2 grid min-w-0 gap-2.5 sm:col-start-3 sm:mt-0 print:col-start-3 print:mt-0 print:gap-1.5">
              {board.areas.filter((area) => area.level === level).map(AreaLine)}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How far ahead, as a figure: the further, the fuller the disc, so that it is read on paper too. */
function Numeral({ level }: { level: number }) {
  return (
    <span
      className={classes(
        "serif mt-0.5 grid size-8 place-items-center rounded-full text-base font-black print:[print-color-adjust:exact]",
        level >= 5 && "bg-pasture-fill text-white print:bg-black",
        level === 4 && "border-2 border-pasture text-pasture-ink print:border-black print:text-black",
        level <= 3 && "border-2 border-line-2 text-ink-2 print:border-[#999]",
      )}
    >
      {level}
    </span>
  );
}

function AreaLine(area: Board["areas"][number]) {
  const { id, name, purpose, owner, level, offered, guardrails } = area;
  return (
    <li key={id} className="grid gap-x-6 xs:grid-cols-[minmax(0,1fr)_auto] print:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-semibold">
          <bdi>{name}</bdi>
        </p>
        {purpose && (
          <p className="text-sm leading-snug text-ink-2">
            <bdi>{purpose}</bdi>
          </p>
        )}
        {guardrails.length > 0 && (
          <ul className="mt-0.5 text-sm leading-snug">
            {guardrails.map((one) => (
              <li key={one.id} className="flex items-start gap-1.5">
                <ShieldCheck
                  aria-hidden="true"
                  size={14}
                  className="mt-0.5 shrink-0 text-pasture-ink print:text-black"
                />
                <bdi className="min-w-0">{guardrailShort(one)}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="text-sm xs:text-end print:text-end">
        {owner ? (
          <span className="font-medium">
            <bdi>{owner.name}</bdi>
            {owner.expected && (
              <span className="block font-normal text-ink-2">{say("ground_map.sheet.not_joined")}</span>
            )}
          </span>
        ) : (
          <span className="text-ink-2 italic">{say("ground_map.sheet.nobody")}</span>
        )}
        {offered !== level && (
          <span className="block text-ink-2">
            {say("ground_map.sheet.offered", { level: `${offered} ${levelName(offered)}` })}
          </span>
        )}
      </div>
    </li>
  );
}

/** What is promised, a line each. */
function Promises({ agreement }: { agreement: Agreement }) {
  const { lead, team } = promisesOf(agreement);
  return (
    <div className="mt-2 grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
      <Lines lines={lead} />
      {team.length > 0 && (
        <div>
          <h3 className="mb-1.5 text-base">{say("ground_map.sheet.team_promises")}</h3>
          <Lines lines={team} />
        </div>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly OnePromise[] }) {
  return (
    <ul className="grid content-start gap-1.5">
      {lines.map(({ key, words }) => (
        <li
          key={key}
          className="relative ps-5 whitespace-pre-line before:absolute before:start-0 before:text-brass-ink before:content-['–'] print:before:text-black"
        >
          <bdi>{words}</bdi>
        </li>
      ))}
    </ul>
  );
}
