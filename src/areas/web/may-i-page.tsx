import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { CopyLine } from "../../people/web/copy-line.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { say } from "./areas-words.ts";
import { type Facts, factsIn, factsOut } from "./may-i-facts.ts";
import { MayIForm } from "./may-i-form.tsx";
import { useAreasPlace } from "./use-areas.ts";

/** “May I?”: what I am about to decide, and whether it is mine to decide. Its address carries the facts, never the words. */
export function MayIPage() {
  const { team } = useAreasPlace();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const facts = useMemo(() => factsIn(raw), [raw]);
  const navigate = useNavigate();
  const setFacts = (next: Facts) =>
    void navigate({ to: ".", search: factsOut(next) as never, replace: true, resetScroll: false });
  const query = new URLSearchParams(
    Object.entries(factsOut(facts)).map(([key, value]) => [key, String(value)]),
  ).toString();
  return (
    <>
      <PageHeader eyebrow={<bdi>{team.name}</bdi>} title={say("web.may_i.title")} lead={say("web.may_i.lead")} />
      <div className="grid max-w-4xl gap-5">
        {team.myRole ? (
          <>
            <Card>
              <MayIForm key={team.id} team={team.id} facts={facts} setFacts={setFacts} />
            </Card>
            {query && (
              <Card title={say("web.may_i.share")} lead={say("web.may_i.share_lead")}>
                <CopyLine label={say("web.may_i.link")} text={`${location.origin}${location.pathname}?${query}`} />
              </Card>
            )}
          </>
        ) : (
          <EmptyState title={say("web.closed_title")}>{say("refusal.not_in_team")}</EmptyState>
        )}
      </div>
    </>
  );
}
