import type { InputHTMLAttributes, Ref } from "react";
import { TextInput } from "./text-input.tsx";

/**
 * A day, `2026-11-24` inside and as the browser's language writes it on the outside.
 * @param value the day, or an empty string
 * @param onValue told the new day, or an empty string
 */
export function DateInput({
  onValue,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "onChange"> & {
  onValue?: (day: string) => void;
  ref?: Ref<HTMLInputElement>;
}) {
  return <TextInput type="date" {...rest} onChange={(event) => onValue?.(event.target.value)} />;
}
