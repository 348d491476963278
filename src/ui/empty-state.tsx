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
      <div className={classes("relative", compact ? "h-24" : "h-36 sm:h-44")}>
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

const stage = "absolute inset-0 size-full rtl:-scale-x-100";

function Ground() {
  return (
    <>
      <rect width="800" height="176" className="fill-[light-dark(#f6eedb,#1b221a)]" />
      <circle cx="556" cy="48" r="22" className="fill-[light-dark(#f3d99a,#6a5a2e)]" />
      <path d="M0 104c120-34 230-30 352-8s300 26 448-22v102H0Z" className="fill-[light-dark(#dfe9d8,#1a2c22)]" />
      <path d="M0 132c150-36 262-20 392-4s270 16 408-18v66H0Z" className="fill-[light-dark(#cbdfce,#1f3a2c)]" />
      <path d="M0 156c170-20 300-16 420-6s250 8 380-6v32H0Z" className="fill-[light-dark(#b4d2bd,#264a37)]" />
    </>
  );
}

function Pasture() {
  return (
    <svg aria-hidden="true" viewBox="0 0 800 176" preserveAspectRatio="xMidYMax slice" className={stage}>
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
    <svg aria-hidden="true" viewBox="0 0 800 176" preserveAspectRatio="xMidYMax slice" className={stage}>
      <Ground />
      <path
        d="M212 176c44-26 110-18 160-34s78-26 118-20 64-14 96-34"
        fill="none"
        strokeWidth="3"
        strokeDasharray="1 9"
        strokeLinecap="round"
        className="stroke-[light-dark(#a9761b,#e0b35a)]"
      />
      <Sheep x={252} y={130} bell />
      <path d="M586 88V54" strokeWidth="2.5" className="stroke-[light-dark(#55625a,#a9b7ad)]" />
      <path d="M587 55l24 7-24 8Z" className="fill-[light-dark(#2c6a4d,#6fbf95)]" />
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
