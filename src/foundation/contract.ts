import { z } from "zod";

/** Who may ask at all; what they may do with a thing is the room's rule. */
export type Who = "anyone" | "person" | "member";

/** One thing that can be asked, as plain data: read by the server, the API description, the browser's client and tests. */
export type Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  /** GET reads and changes nothing; POST changes something and may carry an idempotency key. */
  readonly method: "GET" | "POST";
  /** Below `/api`; `{name}` takes that key of the input. */
  readonly path: `/${string}`;
  /** One line a team lead would understand. */
  readonly summary: string;
  /** anyone · person (signed in) · member (of the workspace named in the input, in one transaction under row security). */
  readonly who: Who;
  /** One flat object: path parameters and query (GET) or JSON body (POST) together. */
  readonly input: I;
  readonly output: O;
  /** Codes this operation may refuse with, beside the common ones. */
  readonly refusals: readonly string[];
  /** Input members whose personal data is read: written to the access log when it is not oneself. */
  readonly reads?: readonly string[];
  /** The answer is a file: the output is `{ fileName, contentType, body }` and is sent as a download. */
  readonly download?: boolean;
  /** The answer is a secret or must not be joined to who asked: no copy of it is kept for a repeated POST. */
  readonly keepsNoAnswer?: boolean;
  /** Largest body in bytes, where the usual megabyte is not enough. */
  readonly bodyLimit?: number;
};

/** A room's operations, as they stand in its contract. */
export type Operations = Readonly<Record<string, Operation>>;

/** A room's contract: its name, what can be asked of it, and its refusals with their HTTP status. */
export type RoomContract<T extends Operations = Operations> = {
  readonly name: string;
  readonly operations: T;
  readonly refusals: Readonly<Record<string, number>>;
};

/**
 * Declares a room's contract.
 * @param name the room, as its folder is called
 * @param operations name → operation; an operation is known everywhere as `room.name`
 * @param refusals this room's refusals, without the room's name → HTTP status
 */
export function room<const T extends Operations>(
  name: string,
  operations: T,
  refusals: Readonly<Record<string, number>>,
): RoomContract<T> {
  return { name, operations, refusals };
}

/** A moment in an answer: a `Date` in the server, an ISO 8601 text in UTC as it travels. */
export const moment = z.date().or(z.iso.datetime().transform((text) => new Date(text)));

/** What may be handed in, before defaults. */
export type InputOf<Op> = Op extends Operation<infer I, z.ZodType> ? z.input<I> : never;
/** What an action receives: parsed. */
export type ParsedOf<Op> = Op extends Operation<infer I, z.ZodType> ? z.output<I> : never;
/** What comes back. */
export type OutputOf<Op> = Op extends Operation<z.ZodObject, infer O> ? z.output<O> : never;

/** An answer as it arrives over JSON: moments are texts. */
export type Travelled<T> = T extends Date
  ? string
  : T extends Uint8Array
    ? T
    : T extends readonly (infer E)[]
      ? Travelled<E>[]
      : T extends object
        ? { [K in keyof T]: Travelled<T[K]> }
        : T;
