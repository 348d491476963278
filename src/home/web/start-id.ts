import { newKey } from "../../foundation/client.ts";

/** A random id for a guardrail. `randomUUID` is missing outside secure contexts. */
export function newId(): string {
  const hex = newKey();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
