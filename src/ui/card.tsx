import type { HTMLAttributes, ReactNode } from "react";
import { classes } from "./classes.ts";
import type { Tone } from "./tone.ts";

const grounds: Readonly<Record<Tone, string>> = {
  neutral: "border-line bg-surface",
  pasture: "border-pasture-edge bg-surface",
  brass: "border-brass-edge bg-surface",
  clay: "border-clay-edge bg-surface",
  sky: "border-sky-edge bg-surface",
  // what is private lies on its own ground, so that it is seen before it is read
  plum: "border-plum-edge bg-[light-dark(#f5eff8,#221b28)]",
};

/**
 * A sheet of paper on the table.
 * @param title its heading, as a second-level heading unless `level` says otherwise
 * @param note a few words at the heading's far end
 * @param lead a sentence under the heading
 * @param tone the edge's tone; plum lies on its own ground
 */
export function Card({
  title,
  level = 2,
  icon,
  note,
  lead,
  tone = "neutral",
  flush = false,
  className,
  children,
  ...rest
}: Omit<HTMLAttributes<HTMLElement>, "title"> & {
  title?: ReactNode;
  level?: 2 | 3;
  icon?: ReactNode;
  note?: ReactNode;
  lead?: ReactNode;
  tone?: Tone;
  /** Without inner space, for what brings its own. */
  flush?: boolean;
}) {
  const Heading = `h${level}` as "h2" | "h3";
  const head = (title || note) && (
    <div className={classes("flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1", flush && "px-5 pt-4.5")}>
      {title && (
        <Heading className={classes("flex items-center gap-2.5", level === 2 ? "text-[1.1875rem]" : "text-base")}>
          {icon}
          <span>{title}</span>
        </Heading>
      )}
      {note && <div className="text-sm text-ink-2">{note}</div>}
    </div>
  );
  return (
    <section className={classes("card rounded-xl border", !flush && "px-5 py-4.5", grounds[tone], className)} {...rest}>
      {head}
      {lead && <p className={classes("mt-0.5 max-w-prose text-sm text-ink-2", flush && "px-5")}>{lead}</p>}
      {children && <div className={classes(Boolean(head || lead) && "mt-3")}>{children}</div>}
    </section>
  );
}
