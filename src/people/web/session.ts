import { clientOf } from "../../foundation/client.ts";
import type { InputOf, OutputOf, Travelled } from "../../foundation/contract.ts";
import type { people } from "../contract.ts";

type Ops = typeof people.operations;

/** Questions about who I am and where. */
export const peopleClient = clientOf<typeof people>("people");

/** Who is signed in, and their workspaces. */
export type MyWorkspaces = Travelled<OutputOf<Ops["me"]>>;
/** A workspace with its teams, as its members see it. */
export type WorkspaceView = Travelled<OutputOf<Ops["workspace"]>>;
export type InputFor<K extends keyof Ops> = InputOf<Ops[K]>;

const lastKey = "bellwether.last";

/** Where this browser was last: the workspace's address part and the team. */
export function lastPlace(): { workspace?: string; team?: string } {
  try {
    return JSON.parse(localStorage.getItem(lastKey) ?? "{}") as { workspace?: string; team?: string };
  } catch {
    return {};
  }
}

/** Remembers where this browser is, so that the next visit opens there. */
export function rememberPlace(place: { workspace: string; team?: string | undefined }): void {
  try {
    localStorage.setItem(lastKey, JSON.stringify({ ...lastPlace(), ...place }));
  } catch {
    // storage may be off; then the next visit opens the first workspace
  }
}
