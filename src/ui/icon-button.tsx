import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { classes } from "./classes.ts";
import { Tooltip } from "./tooltip.tsx";

const sizes = {
  sm: "size-7 min-h-7! px-0! pointer-coarse:size-9",
  md: "size-8.5 px-0! pointer-coarse:size-10",
  lg: "size-11 px-0!",
} as const;

/**
 * A button that is one icon; its name shows on hover and focus.
 * @param label its accessible name
 * @param icon the icon
 */
export function IconButton({
  label,
  icon,
  className,
  size = "md",
  look = "quiet",
  ...rest
}: Omit<ButtonProps, "children" | "icon"> & { label: string; icon: ReactNode }) {
  const button = (
    <Button
      aria-label={label}
      look={look}
      size={size}
      icon={icon}
      className={classes(sizes[size], className)}
      {...rest}
    />
  );
  if (rest.why) return button;
  return (
    <Tooltip content={label} names>
      {button}
    </Tooltip>
  );
}
