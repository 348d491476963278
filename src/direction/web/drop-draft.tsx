import { usePlace } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toast.ts";
import { directionClient } from "./direction-client.ts";
import { say } from "./direction-words.ts";

/**
 * Asks once before a draft is thrown away.
 * @param dropped called when it is gone
 */
export function DropDraft({
  team,
  open,
  onOpen,
  dropped,
}: {
  team: TeamEntry;
  open: boolean;
  onOpen: (open: boolean) => void;
  dropped: () => void;
}) {
  const { workspace } = usePlace();
  const drop = directionClient.useDo("dropDraft");
  return (
    <ConfirmDialog
      open={open}
      onOpen={onOpen}
      title={say("web.draft.drop_title")}
      confirm={say("web.draft.drop")}
      cancel={say("web.draft.keep")}
      danger
      busy={drop.isPending}
      error={drop.error?.message}
      onConfirm={() =>
        drop.mutate(
          { workspace: workspace.id, team: team.id },
          {
            onSuccess() {
              onOpen(false);
              dropped();
              toast.success(say("web.draft.dropped"));
            },
          },
        )
      }
    >
      {say("web.draft.drop_what")}
    </ConfirmDialog>
  );
}
