import { areasClient } from "../../areas/web/areas-client.ts";
import { directionClient } from "../../direction/web/direction-client.ts";
import type { Refused } from "../../foundation/client.ts";
import { inOrder, type Need } from "../needs.ts";

/** What needs me in all my teams, in order; null until all of it was looked at. */
export function useNeeds(workspace: string): { needs: Need[] | null; error: Refused | null; again(): void } {
  const inAreas = areasClient.useAsk("waiting", { workspace });
  const inDirection = directionClient.useAsk("waiting", { workspace });
  const again = () => {
    void inAreas.refetch();
    void inDirection.refetch();
  };
  const error = inAreas.error ?? inDirection.error;
  if (error || !inAreas.data || !inDirection.data) return { needs: null, error, again };
  const needs: Need[] = [
    ...inAreas.data.waiting.map((one) => ({
      kind: one.kind,
      team: one.team,
      teamName: one.teamName,
      subject: one.area,
      title: one.areaName,
      by: one.proposal?.by ?? null,
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
  ];
  return { needs: inOrder(needs), error: null, again };
}
