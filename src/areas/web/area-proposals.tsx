import { useReader } from "../../people/web/place.tsx";
import type { AreaView, Proposal } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { cardOf } from "./card-parts.ts";
import { fieldName, valueLines } from "./field-words.ts";
import { ProposalCard } from "./proposal-card.tsx";

/** What waits for somebody's yes in an area, with what would change. */
export function AreaProposals({ view }: { view: AreaView }) {
  if (view.proposals.length === 0) return null;
  return (
    <div className="grid gap-3.5">
      {view.proposals.map((proposal) => (
        <ProposalCard key={proposal.id} area={view} proposal={proposal} mineToAnswer={proposal.whyNotAnswer === null}>
          {proposal.what === "card" && <WouldChange view={view} proposal={proposal} />}
        </ProposalCard>
      ))}
    </div>
  );
}

function WouldChange({ view, proposal }: { view: AreaView; proposal: Proposal }) {
  const { locale } = useReader();
  const now: Record<string, unknown> = { ...cardOf(view), guardrails: view.guardrails };
  return (
    <dl className="mt-3 grid gap-3 text-sm">
      {proposal.fields.map((field) => {
        const lines = (value: unknown) => valueLines(field, value, view, locale);
        const [before, after] = [lines(now[field]), lines(proposal.card?.[field])];
        // of a list only what is other is told
        const gone = before.filter((line) => !after.includes(line));
        const come = after.filter((line) => !before.includes(line));
        return (
          <div key={field} className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-ink-2">{fieldName(field)}</dt>
            <dd>
              {gone.length > 0 && (
                <del className="block whitespace-pre-line text-ink-2 decoration-line-2">
                  <span className="sr-only">{say("web.history.from")} </span>
                  <bdi>{gone.join("\n")}</bdi>
                </del>
              )}
              {come.length > 0 && (
                <ins className="block whitespace-pre-line no-underline">
                  <span className="sr-only">{say("web.history.to")} </span>
                  <bdi>{come.join("\n")}</bdi>
                </ins>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
