import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";
import { type ButtonLook, type ButtonSize, buttonClass } from "./button.tsx";
import { classes } from "./classes.ts";

/** A link that looks like a button: it goes somewhere, or fetches a file. */
export function LinkButton({
  look = "plain",
  size = "md",
  icon,
  className,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}) {
  return (
    <a className={buttonClass(look, size, classes("no-underline", className))} {...rest}>
      {icon}
      {children}
    </a>
  );
}

/** How a link inside running text is dressed. */
export const textLink =
  "font-medium text-pasture-ink underline decoration-pasture-edge decoration-1 underline-offset-3 hover:decoration-current";
