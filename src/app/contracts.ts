import { areas } from "../areas/contract.ts";
import { decisions } from "../decisions/contract.ts";
import { direction } from "../direction/contract.ts";
import type { RoomContract } from "../foundation/contract.ts";
import { notices } from "../notices/contract.ts";
import { people } from "../people/contract.ts";
import { records } from "../records/contract.ts";

/** Every room's contract, in the rooms' standing order. */
export const contracts: readonly RoomContract[] = [people, notices, direction, areas, decisions, records];

/** Where each operation lives, for the browser's client: `room.operation` → method and path. */
export function routesOf(list: readonly RoomContract[]): Record<string, ["GET" | "POST", string]> {
  const routes: Record<string, ["GET" | "POST", string]> = {};
  for (const contract of list) {
    for (const [key, operation] of Object.entries(contract.operations)) {
      routes[`${contract.name}.${key}`] = [operation.method, operation.path];
    }
  }
  return routes;
}
