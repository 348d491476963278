import { Link } from "@tanstack/react-router";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import { FileStep } from "./file-step.tsx";
import { type ImportFlow, useImportFlow } from "./import-flow.ts";
import { PreviewStep } from "./preview-step.tsx";
import { RecordError } from "./record-states.tsx";
import { say } from "./record-words.ts";
import { type EarlierImport, recordsClient } from "./records-client.ts";
import { StepTrail } from "./step-trail.tsx";
import { useRecordPlace } from "./use-record.ts";

/** Brings a decision record from a file: choose it, say what its columns are, look at every row, then write. */
export function ImportPage() {
  const { team } = useRecordPlace();
  return <Importing key={team.id} />;
}

function Importing() {
  const { asked, at, team } = useRecordPlace();
  const flow = useImportFlow();
  const earlier = recordsClient.useAsk("imports", asked);
  if (earlier.error && !earlier.data) return <RecordError error={earlier.error} again={() => void earlier.refetch()} />;
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumb
            label={say("web.importing.trail")}
            trail={[
              { key: "team", node: team.name },
              {
                key: "record",
                node: (
                  <Link to="/w/$workspace/t/$team/record" params={at}>
                    {say("web.importing.record")}
                  </Link>
                ),
              },
            ]}
          />
        }
        title={say("web.importing.title")}
        lead={flow.step === "file" ? say("web.importing.lead") : undefined}
      />
      {!earlier.data ? (
        <div role="status" aria-label={say("web.waiting")}>
          <Skeleton className="mb-6 h-9 w-full" />
          <Skeleton className="h-80 rounded-xl" />
        </div>
      ) : earlier.data.whyNotImport ? (
        <EmptyState title={say("web.importing.not_allowed")}>{earlier.data.whyNotImport}</EmptyState>
      ) : (
        <>
          <StepTrail step={flow.step} />
          <CurrentStep flow={flow} imports={earlier.data.imports} />
        </>
      )}
      {earlier.data && (flow.step === "file" || flow.step === "done") && (
        <div className="mt-6">
          <EarlierImports imports={earlier.data.imports} />
        </div>
      )}
    </>
  );
}

function CurrentStep({ flow, imports }: { flow: ImportFlow; imports: readonly EarlierImport[] }) {
  const { step, sent, mapping, finished } = flow;
  if (step === "done" && finished) {
    const undone = imports.some(({ id, undoneAt }) => id === finished.import && undoneAt !== null);
    return <DoneStep flow={flow} done={finished} undone={undone} />;
  }
  if (step === "columns" && sent && mapping) return <ColumnsStep flow={flow} sent={sent} mapping={mapping} />;
  if (step === "preview" && sent && mapping) return <PreviewStep flow={flow} sent={sent} mapping={mapping} />;
  return <FileStep flow={flow} />;
}
