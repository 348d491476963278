import { useQuery } from "@tanstack/react-query";
import { ask, type Refused } from "../../foundation/client.ts";
import type { Mapping } from "../mapping.ts";
import type { RowState } from "../rules.ts";
import type { Sent } from "./import-flow.ts";
import type { Preview } from "./records-client.ts";
import { useRecordPlace } from "./use-record.ts";

/** How many rows of a preview stand on a page. */
export const previewSize = 25;

/**
 * What an import would do, with the mapping as it is now. The answer before it stays in sight until the next one is there.
 * @param sent the files
 * @param mapping as edited
 * @param page which rows; left out where only the mapping is looked at
 */
export function usePreview(
  sent: Sent,
  mapping: Mapping,
  page: { state: RowState | undefined; offset: number } = { state: undefined, offset: 0 },
) {
  const { asked } = useRecordPlace();
  const { run, file, history } = sent;
  return useQuery<Preview, Refused>({
    // kept apart from the room's own: what others change is looked at again when confirming
    queryKey: ["import-preview", asked, run, mapping, page.state ?? "all", page.offset],
    queryFn: ({ signal }) =>
      ask<Preview>(
        "records.previewImport",
        {
          ...asked,
          file,
          ...(history && { history }),
          mapping,
          ...(page.state && { state: page.state }),
          offset: page.offset,
          limit: previewSize,
        },
        { signal },
      ),
    placeholderData: (earlier) => earlier,
    staleTime: 60_000,
    gcTime: 120_000,
    networkMode: "always",
    retry: false,
  });
}
