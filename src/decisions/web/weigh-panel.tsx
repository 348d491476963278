import { CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import type { Level } from "../../areas/rules.ts";
import { listText } from "../../areas/web/areas-words.ts";
import { levelName, levelText } from "../../areas/web/level-words.ts";
import { moneyText } from "../../areas/web/may-i-currency.ts";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { groundTone, inkTone } from "../../ui/tone.ts";
import { methodName, say } from "./deciding-words.ts";
import type { Ahead } from "./decisions-client.ts";
import { levelTone } from "./level-chip.tsx";

const names = (people: readonly { name: string }[]) =>
  listText(
    people.map(({ name }) => name),
    spokenVariety(),
  );

/**
 * At which level something is decided, which guardrail causes that, and how it goes from there: who decides, whose voices,
 * the lead's part, who is asked first, who is told.
 * @param ahead as the server worked it out, or as it was frozen when it opened
 * @param area what its area is called
 * @param mineAtOnce where it is not proposed yet: whether it would be the reader's at once. Left out: it is not said who may
 *   take it up
 * @param needs false where what is needed still stands beside it
 */
export function AheadPanel({
  ahead,
  area,
  mineAtOnce,
  needs = true,
}: {
  ahead: Ahead;
  area?: string | undefined;
  mineAtOnce?: boolean;
  needs?: boolean;
}) {
  return (
    <Card title={say(ahead.frozen ? "web.ahead.title_frozen" : "web.ahead.title")}>
      <LevelShown ahead={ahead} area={area} />
      <div className="mt-4 border-t border-line pt-3.5">
        <DefinitionList items={factsOf(ahead, mineAtOnce)} />
      </div>
      {!ahead.frozen && <StillNeeded ahead={needs ? ahead : { ...ahead, depends: [], mustNameGoal: false }} />}
    </Card>
  );
}

/** The level large, in words what it means, and why it is that one. */
function LevelShown({ ahead, area }: { ahead: Ahead; area: string | undefined }) {
  const { locale, timeZone } = useReader();
  const { level, because, handed, loan } = ahead;
  const tone = levelTone(level);
  return (
    <div className={classes("rounded-lg border px-4 py-3.5", groundTone[tone])}>
      <div className="flex items-center gap-3.5">
        <span
          aria-hidden="true"
          className={classes("serif text-4xl leading-none font-semibold lining-nums", inkTone[tone])}
        >
          {new Intl.NumberFormat(locale).format(level)}
        </span>
        <p className="min-w-0">
          <span className="sr-only">{levelText(level)}. </span>
          <span aria-hidden="true" className="serif block text-2xl leading-tight font-semibold">
            {levelName(level)}
          </span>
          <span className="block text-sm">{say(`web.ahead.rule.${level as Level}`)}</span>
        </p>
      </div>
      <ul className="mt-2.5 grid gap-0.5 text-sm text-ink-2">
        {because.map((one) => (
          <li key={one.kind + one.level}>{becauseText(one, area)}</li>
        ))}
      </ul>
      {handed && (
        <p className="mt-1.5 text-sm">
          {handed.to
            ? say("web.ahead.handed_to", { by: handed.by, to: handed.to })
            : say("web.ahead.handed_team", { by: handed.by })}
        </p>
      )}
      {loan && (
        <p className="mt-1.5 text-sm font-medium">
          {say("web.ahead.loan", {
            by: loan.by,
            day: exactTime(loan.until, locale, timeZone),
            back: levelText(loan.back),
          })}
        </p>
      )}
    </div>
  );
}

/** The same in a sentence or two, for who listens. */
export function aheadText({ level, because }: Ahead, area: string | undefined): string {
  const why = listText(
    because.map((one) => becauseText(one, area)),
    spokenVariety(),
  );
  return `${levelText(level)}: ${say(`web.ahead.rule.${level as Level}`)} ${why}`;
}

/** Why the level is what it is: “because it costs more than €20,000”. */
export function becauseText(one: Ahead["because"][number], area: string | undefined): string {
  if (one.kind === "area")
    return area ? say("web.ahead.because.area", { name: area }) : say("web.ahead.because.this_area");
  if (one.kind === "no_area" || one.kind === "one_way") return say(`web.ahead.because.${one.kind}`);
  const amount = moneyText(one.kind === "cost" ? one.over : one.amount, one.currency, spokenVariety());
  return say(`web.ahead.because.${one.otherCurrency ? "other_currency" : one.kind}`, { amount });
}

type Fact = { key: string; term: string; value: ReactNode };

function factsOf(ahead: Ahead, mineAtOnce: boolean | undefined): Fact[] {
  const { level, asks, tells, methods, round, takers } = ahead;
  const facts: (Fact | false)[] = [
    { key: "decides", term: say("web.ahead.decides"), value: decidesText(ahead) },
    mineAtOnce !== undefined &&
      (mineAtOnce || takers.length > 0) && {
        key: "takes_up",
        term: say("web.ahead.takes_up"),
        value: mineAtOnce ? (
          <strong className="font-semibold">{say("web.ahead.you_at_once")}</strong>
        ) : (
          <bdi>{names(takers)}</bdi>
        ),
      },
    asks.length > 0 && { key: "asks", term: say("web.ahead.asked_first"), value: <bdi>{names(asks)}</bdi> },
    { key: "voices", term: say("web.ahead.voices"), value: voicesText(ahead) },
    {
      key: "lead",
      term: say("web.ahead.lead"),
      value: say(`web.ahead.part.${level as Level}`),
    },
    round && {
      key: "method",
      term: say("web.ahead.method", { n: methods.length }),
      value: methodsText(methods),
    },
    { key: "told", term: say("web.ahead.told"), value: say(`web.ahead.tells.${tells}`) },
  ];
  return facts.filter((fact) => fact !== false);
}

const methodsText = (methods: Ahead["methods"]) =>
  new Intl.ListFormat(spokenVariety(), { type: "disjunction" }).format(methods.map(methodName));

function decidesText({ decides, deciders }: Ahead): ReactNode {
  if (decides === "round") return say("web.ahead.the_round");
  if (deciders.length > 0) return <bdi>{names(deciders)}</bdi>;
  return say(decides === "lead" ? "web.ahead.no_lead" : "web.ahead.no_owner");
}

function voicesText({ hears, asks, effectLater }: Ahead): string {
  if (hears !== "none") return say(`web.ahead.hears.${hears}`);
  if (asks.length > 0) return say("web.ahead.hears.asked");
  return say(effectLater ? "web.ahead.hears.before" : "web.ahead.hears.none");
}

/** What has to be known or read before it opens. */
function StillNeeded({ ahead }: { ahead: Ahead }) {
  const { depends, mustNameGoal, acknowledge } = ahead;
  const needs = [...(mustNameGoal ? (["goal"] as const) : []), ...depends];
  return (
    <>
      {needs.length > 0 && (
        <div className="mt-4 rounded-lg bg-neutral-soft px-4 py-3 text-sm">
          <h3 className="font-sans! text-sm font-semibold">{say("web.ahead.needed")}</h3>
          <ul className="mt-1 grid gap-1">
            {needs.map((one) => (
              <li key={one} className="flex items-center gap-2">
                <CircleDashed aria-hidden="true" size={15} className="shrink-0 text-brass-ink" />
                {say(`web.ahead.need.${one}`)}
              </li>
            ))}
          </ul>
          {depends.length > 0 && <p className="mt-1 text-ink-2">{say("web.ahead.depends", { n: depends.length })}</p>}
        </div>
      )}
      {acknowledge.length > 0 && (
        <div className="mt-4 text-sm">
          <h3 className="font-sans! text-sm font-semibold">{say("web.ahead.read")}</h3>
          <ul className="mt-1.5 grid gap-1.5">
            {acknowledge.map((words) => (
              <li key={words} dir="auto" className="border-s-2 border-line-2 ps-3 text-ink-2">
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
