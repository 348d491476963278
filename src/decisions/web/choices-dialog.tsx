import type { ReactNode } from "react";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { say } from "./deciding-words.ts";
import { type DraftChoices, decisionsClient } from "./decisions-client.ts";

/**
 * A dialog about a decision whose form needs what a decision of its team can name.
 * @param children the form, when that is there
 */
export function ChoicesDialog({
  team,
  title,
  lead,
  closeLabel,
  close,
  children,
}: {
  team: string;
  title: string;
  lead?: string;
  closeLabel: string;
  close: () => void;
  children: (choices: DraftChoices) => ReactNode;
}) {
  const { workspace } = usePlace();
  const asked = decisionsClient.useAsk("choicesForDraft", { workspace: workspace.id, team });
  return (
    <Dialog open onOpen={(open) => !open && close()} width="lg" title={title} lead={lead} closeLabel={closeLabel}>
      {asked.data ? (
        children(asked.data)
      ) : asked.error ? (
        <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />
      ) : (
        <div role="status" aria-label={say("web.waiting")}>
          <Skeleton className="h-112 rounded-xl" />
        </div>
      )}
    </Dialog>
  );
}
