import { useQuery } from "@tanstack/react-query";
import { areasClient } from "../../areas/web/areas-client.ts";
import { decisionsClient } from "../../decisions/web/decisions-client.ts";
import { directionClient } from "../../direction/web/direction-client.ts";
import type { Refused } from "../../foundation/client.ts";
import { needWords } from "../../foundation/words-browser.ts";
import { inOrder, type Need } from "../needs.ts";

/** Whether what waits in decisions can be said: its words are fetched only where something waits there. */
function useDecisionWords(needed: boolean): boolean {
  const fetched = useQuery({
    queryKey: ["words", "decisions-waiting"],
    queryFn: () => needWords("decisions-waiting").then(() => true),
    enabled: needed,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
    retry: true,
  });
  return !needed || fetched.data === true;
}

/** What needs me in all my teams, in order; null until all of it was looked at. */
export function useNeeds(workspace: string): { needs: Need[] | null; error: Refused | null; again(): void } {
  const inAreas = areasClient.useAsk("waiting", { workspace });
  const inDirection = directionClient.useAsk("waiting", { workspace });
  const inDecisions = decisionsClient.useAsk("waiting", { workspace });
  const said = useDecisionWords((inDecisions.data?.waiting.length ?? 0) > 0);
  const again = () => {
    void inAreas.refetch();
    void inDirection.refetch();
    void inDecisions.refetch();
  };
  const error = inAreas.error ?? inDirection.error ?? inDecisions.error;
  if (error || !inAreas.data || !inDirection.data || !inDecisions.data || !said) return { needs: null, error, again };
  const needs: Need[] = [
    ...inAreas.data.waiting.map((one) => ({
      kind: one.kind,
      team: one.team,
      teamName: one.teamName,
      subject: one.area,
      title: one.areaName,
      by: one.by,
      level: one.proposal?.level ?? null,
      n: 1,
      on: one.on,
    })),
    ...inDirection.data.waiting.map((one) => ({
      kind: one.kind,
      team: one.team,
      teamName: one.teamName,
      subject: one.subject,
      title: one.title,
      by: null,
      level: null,
      n: one.n,
      on: one.on,
    })),
    ...inDecisions.data.waiting.map((one) => ({
      kind: one.kind,
      team: one.team,
      teamName: one.teamName,
      subject: one.decision,
      title: one.title,
      by: null,
      level: null,
      n: one.n,
      on: one.on,
    })),
  ];
  return { needs: inOrder(needs), error: null, again };
}
