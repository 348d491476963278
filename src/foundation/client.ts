import { type UseQueryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InputOf, OutputOf, RoomContract, Travelled } from "./contract.ts";
import type { RefusalBody } from "./http.ts";

/** `room.operation` → method and path, as generated from the contracts. */
export type Routes = Readonly<Record<string, readonly ["GET" | "POST", string]>>;

let routes: Routes = {};
let offlineSentence = "";

/**
 * Tells the client where operations live. Called once, before anything is asked.
 * @param table generated from the contracts
 * @param offline the sentence for when there is no connection
 */
export function connectClient(table: Routes, offline: string): void {
  routes = table;
  offlineSentence = offline;
}

/** A refusal as a screen sees it: a code, a sentence, and sentences by field. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Record<string, string>;

  constructor(code: string, message: string, status: number, fields: Record<string, string> = {}) {
    super(message);
    this.name = "Refused";
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

/** The address of an operation with its input, for links that download. */
export function addressOf(name: string, input: Record<string, unknown>): string {
  const [, path] = routes[name]!;
  const { url, rest } = fill(path, input);
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null && value !== "") query.set(key, String(value));
  }
  const text = query.toString();
  return text ? `${url}?${text}` : url;
}

function fill(path: string, input: Record<string, unknown>): { url: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const url = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = rest[key];
    delete rest[key];
    return encodeURIComponent(String(value));
  });
  return { url: `/api${url}`, rest };
}

/** A key that makes a repeated POST change things once. `randomUUID` is missing outside secure contexts. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Asks an operation.
 * @param name `room.operation`
 * @param input as its contract says
 * @returns the answer; throws `Refused` with a sentence for the reader otherwise
 */
export async function ask<T>(
  name: string,
  input: Record<string, unknown>,
  options: { signal?: AbortSignal; key?: string } = {},
): Promise<T> {
  const route = routes[name];
  if (!route) throw new Error(`there is no operation ${name}`);
  const [method, path] = route;
  const signal = options.signal ?? null;
  const { url, rest } = fill(path, input);
  const headers = { ...jsonHeaders, ...(options.key ? { "idempotency-key": options.key } : {}) };
  const response =
    method === "GET"
      ? await send(addressOf(name, input), { signal })
      : await send(url, { method, headers, body: JSON.stringify(rest), signal });
  if (response.ok) return (await response.json()) as T;
  throw await refusedFrom(response);
}

const jsonHeaders = { "content-type": "application/json" };

/** A request that got no answer is a lost connection, said in a sentence. */
async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused("offline", offlineSentence, 0);
  }
}

async function refusedFrom(response: Response): Promise<Refused> {
  const body = (await response.json().catch(() => undefined)) as RefusalBody | undefined;
  if (!body?.error) return new Refused("offline", offlineSentence, response.status);
  return new Refused(body.error.code, body.error.message, response.status, body.error.fields);
}

/**
 * Asks a POST whose answer is a file, and hands the file to the browser to save.
 * @throws Refused with a sentence for the reader
 */
export async function saveFile(name: string, input: Record<string, unknown>): Promise<void> {
  const [, path] = routes[name]!;
  const { url, rest } = fill(path, input);
  const response = await send(url, { method: "POST", headers: jsonHeaders, body: JSON.stringify(rest) });
  if (!response.ok) throw await refusedFrom(response);
  const fileName = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(fileName ?? "file");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Hooks on a room's operations, typed by its contract (a type import: nothing of it reaches the browser).
 * @param room the room's name
 */
export function clientOf<R extends RoomContract>(room: string) {
  type Ops = R["operations"];
  type Name = keyof Ops & string;
  const queryOptions = <K extends Name>(operation: K, input: InputOf<Ops[K]>) => ({
    queryKey: [room, operation, input] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      ask<Travelled<OutputOf<Ops[K]>>>(`${room}.${operation}`, input as Record<string, unknown>, { signal }),
  });
  return {
    queryOptions,
    /** Asks now, outside a component. */
    ask: <K extends Name>(operation: K, input: InputOf<Ops[K]>) =>
      ask<Travelled<OutputOf<Ops[K]>>>(`${room}.${operation}`, input as Record<string, unknown>),
    /** Reads, and reads again when the room changes. */
    useAsk<K extends Name>(
      operation: K,
      input: InputOf<Ops[K]>,
      options: Partial<Pick<UseQueryOptions, "enabled" | "staleTime" | "placeholderData">> = {},
    ) {
      return useQuery<Travelled<OutputOf<Ops[K]>>, Refused>({
        ...queryOptions(operation, input),
        ...(options as object),
      });
    },
    /** Changes something; this room's screens read again afterwards. A retry of the same call changes things once. */
    useDo<K extends Name>(operation: K, options: { alsoChanges?: readonly string[] } = {}) {
      const queries = useQueryClient();
      return useMutation<Travelled<OutputOf<Ops[K]>>, Refused, InputOf<Ops[K]>>({
        networkMode: "always",
        mutationFn: (input) =>
          ask<Travelled<OutputOf<Ops[K]>>>(`${room}.${operation}`, input as Record<string, unknown>, { key: newKey() }),
        onSuccess: async () => {
          for (const changed of [room, ...(options.alsoChanges ?? [])]) {
            await queries.invalidateQueries({ queryKey: [changed] });
          }
        },
      });
    },
  };
}
