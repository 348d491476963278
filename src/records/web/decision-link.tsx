import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useRecordPlace } from "./use-record.ts";

/** Goes to one decision's page. */
export function DecisionLink({ decision, children }: { decision: string; children: ReactNode }) {
  const { at } = useRecordPlace();
  return (
    <Link
      to="/w/$workspace/t/$team/decisions/$decision"
      params={{ ...at, decision }}
      preload={false}
      className="hover:underline"
    >
      {children}
    </Link>
  );
}
