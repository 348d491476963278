import { Archive, ArchiveRestore, Ellipsis, LifeBuoy, Pencil, Printer } from "lucide-react";
import { useState } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { LazyMenu } from "../../ui/lazy-menu.tsx";
import { toast } from "../../ui/toast.ts";
import { alsoChanges } from "./answer-dialog.tsx";
import { type AreaView, areasClient } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { whyNotPart } from "./card-parts.ts";
import { useOnce } from "./once.ts";

/** Closes an area, or opens it again. */
function useClosing(view: AreaView) {
  const { workspace } = usePlace();
  const close = areasClient.useDo("close", alsoChanges);
  const set = (closed: boolean) => close.mutateAsync({ workspace: workspace.id, area: view.id, closed });
  const once = useOnce();
  const reopen = () =>
    void once(() => tellOutcome(set(false), say("web.close_area.open_again_done", { name: view.name })));
  return { close, set, reopen };
}

/**
 * What can be done with an area as a whole.
 * @param propose begins a proposal about its level
 * @param rename begins to write its name
 * @param stepIn begins a step-in
 */
export function AreaDeeds({
  view,
  propose,
  rename,
  stepIn,
}: {
  view: AreaView;
  propose: () => void;
  rename: () => void;
  stepIn: () => void;
}) {
  const { team } = usePlace();
  const [closing, setClosing] = useState(false);
  const closingOnce = useOnce();
  const { close, set, reopen } = useClosing(view);
  const confirm = async () => {
    try {
      await set(true);
    } catch {
      // the dialog says why, from the mutation
      return;
    }
    setClosing(false);
    toast.success(say("web.close_area.done", { name: view.name }), { label: say("web.undo"), onPress: reopen });
  };
  return (
    <>
      {view.closed ? (
        <Button look="primary" why={view.whyNotClose} busy={close.isPending} onClick={reopen}>
          {say("web.close_area.open_again")}
        </Button>
      ) : (
        <Button look="primary" why={view.whyNotPropose} onClick={propose}>
          {say("web.propose.button")}
        </Button>
      )}
      <LazyMenu
        trigger={
          <IconButton
            look="plain"
            label={say("web.area.more", { name: view.name })}
            icon={<Ellipsis aria-hidden="true" size={18} />}
          />
        }
        items={[
          {
            key: "rename",
            label: say("web.area.rename"),
            icon: <Pencil aria-hidden="true" />,
            why: whyNotPart("name", view),
            onSelect: rename,
          },
          // only whoever leads ever steps in, and looks for it
          ...(team?.myRole === "lead"
            ? [
                {
                  key: "step_in",
                  label: say("web.step_in.menu"),
                  icon: <LifeBuoy aria-hidden="true" />,
                  why: view.whyNotStepIn,
                  onSelect: stepIn,
                },
              ]
            : []),
          {
            key: "print",
            label: say("web.area.print"),
            icon: <Printer aria-hidden="true" />,
            onSelect: () => setTimeout(() => print(), 200),
          },
          view.closed
            ? {
                key: "reopen",
                label: say("web.close_area.open_again"),
                icon: <ArchiveRestore aria-hidden="true" />,
                why: view.whyNotClose,
                onSelect: reopen,
              }
            : {
                key: "close",
                label: say("web.close_area.close"),
                icon: <Archive aria-hidden="true" />,
                why: view.whyNotClose,
                onSelect: () => setClosing(true),
              },
        ]}
      />
      <ConfirmDialog
        open={closing}
        onOpen={setClosing}
        title={say("web.close_area.title", { name: view.name })}
        confirm={say("web.close_area.close")}
        cancel={say("web.cancel")}
        busy={close.isPending}
        error={close.error?.message}
        onConfirm={() => void closingOnce(confirm)}
      >
        {say("web.close_area.what")}
      </ConfirmDialog>
    </>
  );
}
