import type { ReactNode } from "react";
import { listText } from "../../areas/web/areas-words.ts";
import { useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { exitName, say } from "./deciding-words.ts";
import type { DecidingView, Round } from "./decisions-client.ts";
import { StanceBar } from "./round-bar.tsx";
import { Fixed } from "./round-sealed.tsx";

/**
 * What a round says: the stances as a bar and in numbers, the verdict in a sentence, and what stands against it.
 * @param actions what can be done about it
 */
export function RoundSays({ view, round, actions }: { view: DecidingView; round: Round; actions?: ReactNode }) {
  const standing = round.result?.standing ?? 0;
  return (
    <Card
      title={say("web.round.says")}
      note={standing > 0 && <Badge tone="clay">{say("web.round.standing", { n: standing })}</Badge>}
    >
      <RoundResult view={view} round={round} />
      {actions && <div className="mt-4 flex flex-wrap gap-2.5 empty:hidden">{actions}</div>}
    </Card>
  );
}

/** The bar, the verdict, and what had been fixed beforehand. */
export function RoundResult({ view, round }: { view: DecidingView; round: Round }) {
  if (!round.result) return null;
  return (
    <>
      <StanceBar round={round} />
      <div className="grid gap-2 border-line not-first:mt-3.5 not-first:border-t not-first:pt-3.5">
        <Verdict view={view} round={round} verdict={round.result.verdict} standing={round.result.standing} />
      </div>
      <details className="mt-3 text-sm">
        <summary className="w-fit rounded-sm text-ink-2 hover:text-ink">{say("web.round.was_fixed")}</summary>
        <div className="mt-2 border-s-2 border-line-2 ps-3.5">
          <Fixed round={round} />
        </div>
      </details>
    </>
  );
}

function Verdict({
  view,
  round,
  verdict,
  standing,
}: {
  view: DecidingView;
  round: Round;
  verdict: "carried" | "not_carried" | "open";
  standing: number;
}) {
  const { locale } = useReader();
  const settled = view.phase === "decided" || view.phase === "reviewed";
  const deciders = view.ahead.deciders.map(({ name }) => name);
  return (
    <>
      <p className="serif text-lg leading-snug">{verdictText(round, verdict, standing)}</p>
      {round.method === "advice" && !settled && deciders.length > 0 && (
        <p className="text-sm text-ink-2">
          {say("web.round.decides_next", { names: listText(deciders, locale), n: deciders.length })}
        </p>
      )}
      {!round.binding && round.method !== "advice" && (
        <p className="text-sm text-ink-2">{say("web.round.not_binding")}</p>
      )}
      {standing > 0 && !settled && (
        <p className="text-sm text-ink-2">
          {say("web.round.gift")}
          {round.exit && ` ${say("web.round.exit_is", { exit: exitName(round.exit) })}`}{" "}
          {round.exitNote && <bdi>{round.exitNote}</bdi>}
        </p>
      )}
      {round.openedBecause && (
        <p className="text-sm text-ink-2">{say(`web.round.opened_because.${round.openedBecause}`)}</p>
      )}
    </>
  );
}

/** What a round says, in a sentence. One that is over says what stood against it then, whatever became of that since. */
function verdictText(round: Round, verdict: "carried" | "not_carried" | "open", standing: number): string {
  const { method, quorumNeeded: needed, result } = round;
  if (method === "advice") return say("web.round.verdict.advice");
  if (method === "majority") return say(`web.round.verdict.majority_${verdict}`, { needed });
  if (verdict !== "not_carried") return say(`web.round.verdict.consent_${verdict}`);
  if (standing > 0) return say("web.round.verdict.consent_not_carried", { n: standing });
  return say("web.round.verdict.consent_did_not_carry", { n: result?.tally.object ?? 0 });
}
