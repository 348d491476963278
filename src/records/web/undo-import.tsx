import { useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { ask, newKey } from "../../foundation/client.ts";
import { Button, type ButtonProps } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./record-words.ts";
import { recordsClient } from "./records-client.ts";
import { useRecordPlace } from "./use-record.ts";

function sayUndone(done: { removed: number; restored: number }): void {
  toast.success(say("web.importing.undo.done", done));
}

/** Undoes an import at once, as from the notice that it was made: the page that gave the notice may be gone by then. */
export function useUndo(): (made: string) => Promise<void> {
  const { asked } = useRecordPlace();
  const queries = useQueryClient();
  return async (made) => {
    try {
      const input = { workspace: asked.workspace, import: made };
      sayUndone(await ask<{ removed: number; restored: number }>("records.undoImport", input, { key: newKey() }));
      for (const room of ["records", "decisions"]) await queries.invalidateQueries({ queryKey: [room] });
    } catch (error) {
      toast.error(say("web.importing.undo.failed", { why: (error as Error).message }));
    }
  };
}

/** Undoes an import as a whole, after asking. */
export function UndoButton({
  made: { id, fileName, counts, whyNotUndo },
  size = "md",
  onUndone,
}: {
  made: { id: string; fileName: string; counts: { new: number; changed: number }; whyNotUndo: string | null };
  size?: ButtonProps["size"];
  onUndone?: () => void;
}) {
  const { asked } = useRecordPlace();
  const [asking, setAsking] = useState(false);
  const undoing = recordsClient.useDo("undoImport", { alsoChanges: ["decisions"] });
  const open = (next: boolean) => {
    setAsking(next);
    undoing.reset();
  };
  const undo = () =>
    undoing.mutate(
      { workspace: asked.workspace, import: id },
      {
        onSuccess(done) {
          setAsking(false);
          sayUndone(done);
          onUndone?.();
        },
      },
    );
  return (
    <>
      <Button size={size} icon={<Undo2 aria-hidden="true" size={16} />} why={whyNotUndo} onClick={() => open(true)}>
        {say(size === "sm" ? "web.importing.undo.short" : "web.importing.undo.button")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpen={open}
        danger
        busy={undoing.isPending}
        error={undoing.error?.message}
        title={say("web.importing.undo.title", { name: fileName })}
        confirm={say("web.importing.undo.button")}
        cancel={say("web.importing.undo.cancel")}
        onConfirm={undo}
      >
        {say("web.importing.undo.about", { n: counts.new, changed: counts.changed })}
      </ConfirmDialog>
    </>
  );
}
