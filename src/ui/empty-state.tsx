import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/**
 * Nothing here, and that is fine: a finished page, not a hole.
 * @param title what is so
 * @param children what that means, and what one could do
 * @param picture `pasture` for rest, `path` for a beginning
 */
export function EmptyState({
  title,
  level = 2,
  actions,
  picture = "pasture",
  compact = false,
  children,
}: {
  title: ReactNode;
  level?: 2 | 3;
  actions?: ReactNode;
  picture?: "pasture" | "path";
  compact?: boolean;
  children?: ReactNode;
}) {
  const Heading = `h${level}` as "h2" | "h3";
  return (
    <div className="card overflow-hidden rounded-xl border border-line bg-surface">
      <div className={classes("relative overflow-hidden", compact ? "h-24" : "h-36 sm:h-44")}>
        {picture === "pasture" ? <Pasture /> : <Path />}
      </div>
      <div className={classes("px-5 pb-6 text-center sm:px-8", compact ? "pt-4" : "pt-5 sm:pb-8")}>
        <Heading className={compact ? "text-lg" : "text-xl sm:text-2xl"}>{title}</Heading>
        {children && <div className="mx-auto mt-2 max-w-md text-ink-2">{children}</div>}
        {actions && <div className="mt-5 flex flex-wrap justify-center gap-2.5">{actions}</div>}
      </div>
    </div>
  );
}

// as tall as its frame whatever the width; the hills go on to both sides, so nothing that matters is cut
const stage =
  "absolute start-1/2 bottom-0 h-full w-auto max-w-none -translate-x-1/2 overflow-visible rtl:translate-x-1/2 rtl:-scale-x-100";

function Ground() {
  return (
    <>
      <rect x="-800" width="2400" height="176" className="fill-[light-dark(#f6eedb,#1b221a)]" />
      <circle cx="526" cy="46" r="22" className="fill-[light-dark(#f3d99a,#6a5a2e)]" />
      <path
        d="M-800 96C-600 72-420 118-200 102S120 70 352 96S640 122 800 86S1240 112 1600 84V176H-800Z"
        className="fill-[light-dark(#dfe9d8,#1a2c22)]"
      />
      <path
        d="M-800 126C-560 108-360 146-140 130S200 110 392 128S660 140 840 116S1280 140 1600 114V176H-800Z"
        className="fill-[light-dark(#cbdfce,#1f3a2c)]"
      />
      <path
        d="M-800 152C-560 142-340 164-100 154S220 140 420 150S700 158 880 146S1300 160 1600 144V176H-800Z"
        className="fill-[light-dark(#b4d2bd,#264a37)]"
      />
    </>
  );
}

function Pasture() {
  return (
    <svg aria-hidden="true" viewBox="0 0 800 176" className={stage}>
      <Ground />
      <Sheep x={262} y={116} />
      <Sheep x={312} y={130} small />
      <Sheep x={352} y={114} small />
      <Sheep x={498} y={118} bell />
    </svg>
  );
}

function Path() {
  return (
    <svg aria-hidden="true" viewBox="0 0 800 176" className={stage}>
      <Ground />
      <path
        d="M222 176c40-24 98-18 148-34s74-24 112-20 58-12 84-32"
        fill="none"
        strokeWidth="3"
        strokeDasharray="1 9"
        strokeLinecap="round"
        className="stroke-[light-dark(#a9761b,#e0b35a)]"
      />
      <Sheep x={252} y={130} bell />
      <path d="M568 88V54" strokeWidth="2.5" className="stroke-[light-dark(#55625a,#a9b7ad)]" />
      <path d="M569 55l24 7-24 8Z" className="fill-[light-dark(#2c6a4d,#6fbf95)]" />
    </svg>
  );
}

function Sheep({ x, y, small = false, bell = false }: { x: number; y: number; small?: boolean; bell?: boolean }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${small ? 0.72 : 1})`}>
      <path
        d="M-9 9v9M-3 10v8M6 10v8M11 9v9"
        strokeWidth="2.6"
        strokeLinecap="round"
        className="stroke-[light-dark(#4a4437,#7b8272)]"
      />
      <path
        d="M-14 6c-5-2-5-9 0-10 0-5 7-7 10-4 3-4 10-3 11 1 5-1 9 4 6 8 2 4-2 8-6 7-3 3-7 2-9 0-4 3-9 2-12-2Z"
        className="fill-[light-dark(#fffdf7,#d9ddd0)]"
      />
      <path d="M13-7c5-2 10 0 10 4 0 3-3 6-7 5-3 0-5-3-5-5s1-4 2-4Z" className="fill-[light-dark(#4a4437,#7b8272)]" />
      {bell && (
        <g transform="translate(12 6)">
          <path d="M-4 5c1-2 1-5 4-5s3 3 4 5Z" className="fill-[#d9a441]" />
          <circle cy="6.5" r="1.5" className="fill-[#8a5f14]" />
        </g>
      )}
    </g>
  );
}
