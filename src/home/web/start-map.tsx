import { Printer } from "lucide-react";
import { usePlace } from "../../people/web/place.tsx";
import { peopleClient } from "../../people/web/session.ts";
import { Button } from "../../ui/button.tsx";
import { GroundMapSheet } from "./ground-map-sheet.tsx";
import { HandoverBox } from "./handover-box.tsx";
import { say } from "./start-words.ts";
import type { Ground } from "./use-ground-map.ts";

type Team = { id: string; name: string };

/** Who leads a team; nobody while it is on its way. */
export function useLeads(team: string): string[] {
  const { workspace } = usePlace();
  const shown = peopleClient.useAsk("showTeam", { workspace: workspace.id, team });
  return (shown.data?.people ?? []).filter(({ role }) => role === "lead").map(({ name }) => name);
}

/** What a guided start ends with: the page to hang up, and the message to send. */
export function StartMap({ team, ground }: { team: Team; ground: Ground }) {
  const leads = useLeads(team.id);
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem] print:block">
      <div>
        <GroundMapSheet name={team.name} leads={leads} ground={ground} />
        <PrintButton className="mt-4" />
      </div>
      <div className="no-print xl:sticky xl:top-6">
        <HandoverBox ground={ground} team={team} />
      </div>
    </div>
  );
}

/** Hands the page to the printer. */
export function PrintButton({ className }: { className?: string }) {
  return (
    <Button
      icon={<Printer aria-hidden="true" size={17} />}
      className={`no-print ${className ?? ""}`}
      onClick={() => window.print()}
    >
      {say("ground_map.print")}
    </Button>
  );
}
