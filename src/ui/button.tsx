import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from "react";
import { classes } from "./classes.ts";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

export type ButtonLook = "plain" | "primary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const looks: Readonly<Record<ButtonLook, string>> = {
  plain:
    "border-line-2 bg-raised text-ink shadow-sm not-aria-disabled:hover:bg-hover not-aria-disabled:active:bg-sand dark:border-line",
  primary:
    "border-pasture-fill-2 bg-pasture-fill text-white shadow-sm not-aria-disabled:hover:bg-pasture-fill-2 not-aria-disabled:active:brightness-95",
  quiet:
    "border-transparent bg-transparent text-ink-2 not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink",
  danger:
    "border-clay-fill bg-clay-fill text-white shadow-sm not-aria-disabled:hover:brightness-95 not-aria-disabled:active:brightness-90",
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: "min-h-7 gap-1.5 rounded-md px-2.5 py-0.5 text-sm pointer-coarse:min-h-9",
  md: "min-h-8.5 gap-2 rounded-lg px-3.5 py-1 text-sm pointer-coarse:min-h-10",
  lg: "min-h-11 gap-2.5 rounded-lg px-5 py-2 text-base",
};

/** How a button or a link that looks like one is dressed. */
export function buttonClass(look: ButtonLook, size: ButtonSize, more?: string): string {
  return classes(
    "inline-flex items-center justify-center border text-center font-semibold whitespace-normal select-none transition-[background-color,color,border-color,filter] duration-150 aria-disabled:opacity-55 disabled:opacity-55",
    looks[look],
    sizes[size],
    more,
  );
}

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  /** An icon before the words. */
  icon?: ReactNode;
  /** On its way: pressing again does nothing, the focus stays. */
  busy?: boolean;
  /** Why it may not be pressed now, as a sentence; it stays reachable and says so. */
  why?: string | null | undefined;
  disabled?: boolean | undefined;
  ref?: Ref<HTMLButtonElement>;
};

/** A button. It is never taken out of reach: what may not be pressed says why. */
export function Button({
  look = "plain",
  size = "md",
  icon,
  busy = false,
  why,
  disabled = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const quiet = busy || disabled || Boolean(why);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (quiet) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type={type}
      aria-disabled={quiet || undefined}
      aria-busy={busy || undefined}
      onClick={press}
      className={buttonClass(look, size, className)}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
  return why ? <Tooltip content={why}>{button}</Tooltip> : button;
}
