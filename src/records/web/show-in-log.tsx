import { ArrowDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import type { RecordSearch } from "./record-search.ts";
import { useRecordSearch } from "./use-record.ts";

/** The log's heading, which filters from elsewhere on the page lead to. */
export const logId = "log";

/** Filters the log and goes to it. */
export function ShowInLog({ to, children }: { to: RecordSearch; children: ReactNode }) {
  const { go } = useRecordSearch();
  const show = () => {
    go(to);
    const log = document.getElementById(logId);
    log?.scrollIntoView({ block: "start" });
    log?.focus({ preventScroll: true });
  };
  return (
    <div>
      <Button size="sm" icon={<ArrowDown aria-hidden="true" size={15} />} onClick={show}>
        {children}
      </Button>
    </div>
  );
}
