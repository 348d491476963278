import { type ChangeEvent, type Ref, type TextareaHTMLAttributes, useId, useState } from "react";
import { classes } from "./classes.ts";
import { countWords } from "./count-words.ts";
import { controlClass, useFieldControl } from "./field.tsx";

/**
 * Several lines of text; it grows with what is written.
 * @param counted how to say “so many words”; the count is shown while somebody writes
 * @param mostWords where the count turns into a warning
 */
export function Textarea({
  counted,
  mostWords,
  locale,
  className,
  id,
  onChange,
  rows = 4,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & {
  counted?: (words: number) => string;
  mostWords?: number;
  locale?: string;
  ref?: Ref<HTMLTextAreaElement>;
}) {
  const control = useFieldControl(id);
  const countId = useId();
  const [typed, setTyped] = useState(String(rest.defaultValue ?? ""));
  const text = rest.value === undefined ? typed : String(rest.value);
  const words = counted ? countWords(text, locale) : 0;
  const over = mostWords !== undefined && words > mostWords;
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(event.target.value);
    onChange?.(event);
  };
  return (
    <div className="grid gap-1">
      <textarea
        {...control}
        rows={rows}
        aria-describedby={[control["aria-describedby"], counted && countId].filter(Boolean).join(" ") || undefined}
        aria-invalid={control["aria-invalid"] || over || undefined}
        className={classes(controlClass, "field-sizing-content max-h-[60dvh] resize-y py-2 leading-normal", className)}
        style={{ minHeight: `${rows * 1.5 + 1.1}rem` }}
        onChange={change}
        {...rest}
      />
      {counted && (
        <output
          id={countId}
          aria-live="off"
          className={classes(
            "justify-self-end text-xs tabular-nums",
            over ? "font-semibold text-clay-ink" : "text-ink-2",
          )}
        >
          {counted(words)}
        </output>
      )}
    </div>
  );
}
