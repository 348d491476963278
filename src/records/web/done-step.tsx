import { Link } from "@tanstack/react-router";
import { FileDown } from "lucide-react";
import { addressOf } from "../../foundation/client.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import type { Finished, ImportFlow } from "./import-flow.ts";
import { say } from "./record-words.ts";
import { UndoButton } from "./undo-import.tsx";
import { useRecordPlace } from "./use-record.ts";

/** What was written, and the ways on: to the record, or back by undoing. */
export function DoneStep({ flow, done, undone }: { flow: ImportFlow; done: Finished; undone: boolean }) {
  const { asked, at } = useRecordPlace();
  const { counts, import: made, fileName } = done;
  if (undone) {
    return (
      <EmptyState
        title={say("web.importing.done.undone_title")}
        actions={
          <Button look="primary" onClick={() => flow.startOver()}>
            {say("web.importing.done.another")}
          </Button>
        }
      >
        {say("web.importing.done.undone")}
      </EmptyState>
    );
  }
  const title =
    counts.new > 0
      ? say("web.importing.done.title", { n: counts.new })
      : counts.changed > 0
        ? say("web.importing.done.changed_title", { n: counts.changed })
        : say("web.importing.done.nothing_title");
  return (
    <EmptyState
      title={title}
      actions={
        <>
          <Link to="/w/$workspace/t/$team/record" params={at} className={buttonClass("primary", "md", "no-underline")}>
            {say("web.importing.done.look")}
          </Link>
          {made && (
            <UndoButton made={{ id: made, fileName, counts, whyNotUndo: null }} onUndone={() => flow.startOver()} />
          )}
          {made && counts.refused > 0 && (
            <LinkButton
              href={addressOf("records.refusedRows", { workspace: asked.workspace, import: made })}
              download
              icon={<FileDown aria-hidden="true" size={16} />}
            >
              {say("web.importing.preview.save_refused")}
            </LinkButton>
          )}
          <Button look="quiet" onClick={() => flow.startOver()}>
            {say("web.importing.done.another")}
          </Button>
        </>
      }
    >
      <p role="status">
        {[
          say("web.importing.done.new", { n: counts.new }),
          say("web.importing.done.changed", { n: counts.changed }),
          say("web.importing.done.unchanged", { n: counts.unchanged }),
          say("web.importing.done.refused", { n: counts.refused }),
        ].join(" · ")}
      </p>
    </EmptyState>
  );
}
