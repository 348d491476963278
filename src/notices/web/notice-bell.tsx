import { Link } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import { usePlace } from "../../people/web/place.tsx";
import { classes } from "../../ui/classes.ts";
import { noticesClient } from "./notices-client.ts";

/**
 * The way to what I was told, with how much of it is new. It is in the frame of every screen, so it brings no words along.
 * @param label its name, with how many are new
 */
export function NoticeBell({ label, className }: { label: (unseen: number) => string; className?: string }) {
  const { workspace } = usePlace();
  const asked = noticesClient.useAsk("list", { workspace: workspace.id, open: true, limit: 1 });
  const unseen = asked.data?.unseen ?? 0;
  return (
    <Link
      to="/w/$workspace/notices"
      params={{ workspace: workspace.slug }}
      aria-label={label(unseen)}
      title={label(unseen)}
      className={classes(
        "relative inline-grid size-9 shrink-0 place-items-center rounded-lg text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:text-ink pointer-coarse:size-10",
        className,
      )}
    >
      <Bell aria-hidden="true" size={19} />
      {unseen > 0 && (
        <span
          aria-hidden="true"
          className="absolute -end-0.5 -top-0.5 min-w-4.5 rounded-full border border-brass-edge bg-brass-soft px-1 text-center text-[0.6875rem] leading-4 font-semibold text-brass-ink tabular-nums"
        >
          {unseen > 99 ? "99+" : unseen}
        </span>
      )}
    </Link>
  );
}
