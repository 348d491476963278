import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { classes } from "./classes.ts";
import { controlClass, useFieldControl } from "./field.tsx";

/**
 * One line of text.
 * @param icon a picture before the text, as the glass of a search
 */
export function TextInput({
  icon,
  className,
  id,
  type = "text",
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { icon?: ReactNode; ref?: Ref<HTMLInputElement> }) {
  const control = useFieldControl(id);
  const input = (
    <input type={type} className={classes(controlClass, Boolean(icon) && "ps-9", className)} {...control} {...rest} />
  );
  if (!icon) return input;
  return (
    <span className="relative block">
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 start-3 grid place-items-center text-ink-2 [&>svg]:size-4"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}
