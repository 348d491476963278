import { ArrowUp, CalendarClock, CalendarRange } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../../ui/classes.ts";
import { DayText } from "./day-text.tsx";
import type { Agreement, Intent, IntentLine, Part } from "./direction-client.ts";
import { Quoted } from "./direction-states.tsx";
import { partName, say } from "./direction-words.ts";
import { PromiseList, promisesOf } from "./promise-list.tsx";

/** The lines of one part, in their order. */
export function linesOf(intent: Pick<Intent, "lines">, part: Part): Intent["lines"] {
  return intent.lines.filter((line) => line.part === part);
}

/**
 * An intent set as the page it is: the why large, then what done looks like and what is kept, then until when.
 * @param foot something under the last line
 */
export function IntentWords({ intent, foot }: { intent: Intent; foot?: ReactNode }) {
  return (
    <article
      aria-label={say("web.intent.label")}
      className="card rounded-2xl border border-line bg-surface px-5 py-6 sm:px-10 sm:py-9"
    >
      {intent.serves && <ServesLine line={intent.serves} />}
      <IntentPart part="why">
        <div className="serif grid max-w-2xl gap-3 text-[1.375rem] leading-[1.36] font-normal text-pretty sm:text-[1.625rem]">
          {linesOf(intent, "why").map(({ line, words }) => (
            <p key={line} dir="auto">
              {words}
            </p>
          ))}
        </div>
      </IntentPart>
      <div className="mt-8 grid gap-x-10 gap-y-7 sm:grid-cols-2">
        <IntentPart part="done">
          <Lines lines={linesOf(intent, "done")} mark="bg-pasture" />
        </IntentPart>
        <IntentPart part="keep">
          <Lines lines={linesOf(intent, "keep")} mark="bg-brass" />
        </IntentPart>
      </div>
      <dl className="mt-8 flex flex-wrap gap-x-8 gap-y-2.5 border-t border-line pt-5 text-sm">
        <Fact icon={<CalendarRange aria-hidden="true" size={16} />} term={say("web.intent.until")}>
          <DayText day={intent.until} />
        </Fact>
        <Fact icon={<CalendarClock aria-hidden="true" size={16} />} term={say("web.intent.review")}>
          <DayText day={intent.review} />
        </Fact>
      </dl>
      {foot}
    </article>
  );
}

function Fact({ icon, term, children }: { icon: ReactNode; term: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-ink-2">
      {icon}
      <dt>{term}</dt>
      <dd className="font-medium text-ink">{children}</dd>
    </div>
  );
}

function IntentPart({ part, children }: { part: Part; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2.5 font-sans text-sm font-semibold tracking-normal text-ink-2">{partName(part)}</h2>
      {children}
    </section>
  );
}

function Lines({ lines, mark }: { lines: Intent["lines"]; mark: string }) {
  return (
    <ul className="grid gap-2.5">
      {lines.map(({ line, words }) => (
        <li key={line} className="serif flex gap-3 text-lg leading-snug font-normal">
          <span aria-hidden="true" className={classes("mt-[0.55em] size-1.5 shrink-0 rounded-full", mark)} />
          <span className="min-w-0 flex-1">
            <bdi>{words}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The line of the team above that an intent serves. */
function ServesLine({ line }: { line: IntentLine }) {
  return (
    <p className="mb-6 flex items-start gap-2.5 border-b border-line pb-5 text-sm text-ink-2">
      <ArrowUp aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      <span>
        {say("web.intent.serves", { name: line.teamName })} <Quoted>{line.words}</Quoted>
      </span>
    </p>
  );
}

/**
 * An intent in a few lines, where it stands beside other things.
 * @param intent the version that holds
 */
export function IntentInShort({ intent }: { intent: Intent }) {
  return (
    <div className="grid gap-3.5">
      <div className="serif grid gap-1.5 text-lg leading-snug font-normal text-pretty">
        {linesOf(intent, "why").map(({ line, words }) => (
          <p key={line} dir="auto">
            {words}
          </p>
        ))}
      </div>
      <dl className="grid gap-3 text-sm">
        {(["done", "keep"] as const).map((part) => (
          <div key={part}>
            <dt className="text-ink-2">{partName(part)}</dt>
            {linesOf(intent, part).map(({ line, words }) => (
              <dd key={line} dir="auto" className="mt-0.5">
                {words}
              </dd>
            ))}
          </div>
        ))}
        <div>
          <dt className="inline text-ink-2">{say("web.intent.until")}</dt>{" "}
          <dd className="inline">
            <DayText day={intent.until} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

/**
 * What lead and team promise each other in a few lines, where it stands beside other things.
 * @param agreement the one that holds, or one that is proposed
 */
export function AgreementInShort({ agreement }: { agreement: Agreement }) {
  const { lead, team } = promisesOf(agreement);
  return (
    <div className="grid gap-3.5 text-sm">
      <PromiseList title={say("web.agreement.lead")} promises={lead} small />
      {team.length > 0 && <PromiseList title={say("web.agreement.team")} promises={team} small />}
    </div>
  );
}
