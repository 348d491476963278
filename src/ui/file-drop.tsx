import { FileText, Upload, X } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { classes } from "./classes.ts";
import { FieldError } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";

type FileDropProps = {
  /** What to bring, as in “A CSV or JSON file”. */
  label: string;
  /** What the frame says: drop here, or choose. */
  invitation: string;
  /** Formats and limits. */
  hint?: string;
  /** As the file chooser takes it: `.csv,.json`. */
  accept?: string;
  file: File | null;
  onFile(file: File | null): void;
  /** How large it is, in words. */
  sizeText?: (bytes: number) => string;
  error?: string | undefined;
  removeLabel: string;
  disabled?: boolean;
};

/** Brings a file: dropped, chosen by a click, or by keyboard. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, file, onFile, error, removeLabel, disabled } = props;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !disabled) onFile(dropped);
  };
  const remove = () => {
    if (input.current) input.current.value = "";
    onFile(null);
    input.current?.focus();
  };
  return (
    <div className="grid grid-cols-1 content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input inside is the keyboard's */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classes(
          "relative rounded-xl border-[1.5px] border-dashed transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-pasture",
          over
            ? "border-pasture bg-pasture-soft"
            : error
              ? "border-clay bg-surface"
              : "border-edge bg-surface hover:border-ink-2",
          disabled && "opacity-60",
        )}
      >
        <Inside {...props} />
        <input
          ref={input}
          id={id}
          type="file"
          accept={props.accept}
          disabled={disabled}
          aria-describedby={[hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(" ") || undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onFile(event.target.files?.[0] ?? null)}
          className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-not-allowed"
        />
        {file && !disabled && (
          <IconButton
            label={removeLabel}
            icon={<X aria-hidden="true" size={16} />}
            size="sm"
            onClick={remove}
            className="absolute end-3 top-1/2 -translate-y-1/2"
          />
        )}
      </div>
      {hint && (
        <p id={`${id}hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      <FieldError id={`${id}error`}>{error}</FieldError>
    </div>
  );
}

function Inside({ file, invitation, sizeText }: FileDropProps) {
  if (!file) {
    return (
      <div className="grid place-items-center gap-2 px-5 py-8 text-center">
        <span className="grid size-10 place-items-center rounded-full bg-pasture-soft text-pasture-ink">
          <Upload aria-hidden="true" size={19} />
        </span>
        <span className="text-sm font-medium">{invitation}</span>
      </div>
    );
  }
  return (
    <div className="flex items-center gap-3 px-4 py-4 pe-14" role="status">
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-pasture-soft text-pasture-ink">
        <FileText aria-hidden="true" size={19} />
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">
          <bdi>{file.name}</bdi>
        </span>
        {sizeText && <span className="block text-sm text-ink-2">{sizeText(file.size)}</span>}
      </span>
    </div>
  );
}
