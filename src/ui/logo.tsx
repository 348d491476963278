import { classes } from "./classes.ts";

/**
 * The bell.
 * @param size its height in pixels
 */
export function Bell({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={(size * 22) / 26}
      height={size}
      viewBox="0 0 22 26"
      className={classes("shrink-0 origin-[50%_12%]", className)}
    >
      <path
        d="M8.2 3.9a2.9 2.9 0 0 1 5.6 0"
        fill="none"
        stroke="#2c6a4d"
        strokeWidth="1.7"
        strokeLinecap="round"
        className="dark:stroke-[#4f9d77]"
      />
      <path
        d="M11 3.2c-3.3 0-5.3 2.3-5.7 5.8-.3 3.2-.7 5.9-3 8.6-.7.9-.1 2.1 1 2.1h15.4c1.1 0 1.7-1.2 1-2.1-2.3-2.7-2.7-5.4-3-8.6-.4-3.5-2.4-5.8-5.7-5.8Z"
        fill="#d9a441"
      />
      <path
        d="M11 3.2c-3.3 0-5.3 2.3-5.7 5.8-.3 3.2-.7 5.9-3 8.6-.7.9-.1 2.1 1 2.1h3.4c1.6-4 1.2-8 1.7-11.3.3-2.2 1.2-3.9 2.6-5.2Z"
        fill="#e9bf68"
      />
      <path d="M3.9 15.4h14.2" stroke="#a9761b" strokeWidth="1.1" opacity=".55" />
      <circle cx="11" cy="22.3" r="2.2" fill="#8a5f14" className="dark:fill-[#b98a34]" />
    </svg>
  );
}

/**
 * The bell and the name beside it.
 * @param name the product's name
 */
export function Logo({ name }: { name: string }) {
  return (
    <span className="group inline-flex items-center gap-3">
      <Bell className="group-hover:animate-[bell-swing_900ms_ease-in-out] motion-reduce:animate-none!" />
      <span className="serif text-[1.1875rem]">{name}</span>
    </span>
  );
}
