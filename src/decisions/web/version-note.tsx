import { lazy, Suspense, useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";

const VersionCompare = lazy(() =>
  import("./version-compare.tsx").then((module) => ({ default: module.VersionCompare })),
);

/** Which version of the proposal stands, and the way to see what changed. */
export function VersionNote({ view }: { view: DecidingView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {say("web.version.n", { n: view.version })}
      <span aria-hidden="true"> · </span>
      <button type="button" className={textLink} onClick={() => setOpen(true)}>
        {say("web.version.what_changed")}
      </button>
      <Dialog
        open={open}
        onOpen={setOpen}
        width="lg"
        title={say("web.version.compare_title")}
        lead={<bdi>{view.title}</bdi>}
        closeLabel={say("web.deciding.close")}
      >
        <Suspense fallback={<Skeleton className="h-64" />}>
          <VersionCompare decision={view.id} />
        </Suspense>
      </Dialog>
    </>
  );
}
