import { Eye, EyeOff } from "lucide-react";
import { type InputHTMLAttributes, type Ref, useState } from "react";
import { classes } from "./classes.ts";
import { controlClass, useFieldControl } from "./field.tsx";

/**
 * A password, which may be looked at while it is typed.
 * @param words the names of the two states of the button
 */
export function PasswordInput({
  words,
  className,
  id,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  words: { show: string; hide: string };
  ref?: Ref<HTMLInputElement>;
}) {
  const [shown, setShown] = useState(false);
  const control = useFieldControl(id);
  const Icon = shown ? EyeOff : Eye;
  return (
    <span className="relative block">
      <input
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
        className={classes(controlClass, "pe-11", className)}
        {...control}
        {...rest}
      />
      <button
        type="button"
        aria-label={shown ? words.hide : words.show}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-px end-px grid w-10 place-items-center rounded-lg text-ink-2 hover:text-ink focus-visible:outline-offset-[-3px]"
      >
        <Icon aria-hidden="true" size={17} />
      </button>
    </span>
  );
}
