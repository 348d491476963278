/** What a field of an input may be told: path (dots between keys) → a sentence. */
export type FieldSentences = Record<string, string>;

/** Numbers and words that a refusal's sentence is filled with. */
export type RefusalParams = Record<string, string | number>;

/** Refusals every operation may give; rooms add their own in their contract. */
export const commonRefusals = {
  invalid: 400,
  not_signed_in: 401,
  not_found: 404,
  same_key_other_input: 409,
  foreign_origin: 403,
  too_large: 413,
  too_many_tries: 429,
} as const;

/**
 * An expected "no": a code (`room.name`, or a common one), what its sentence is filled with, and, for input,
 * which fields are meant. The sentence itself is looked up in the reader's language at the door.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly params: RefusalParams;
  readonly fields: FieldSentences | undefined;
  /** In whose words its sentence is to be said, where the door already knows. */
  reader: { locale: string; nouns: Readonly<Record<string, string>> } | undefined;

  constructor(code: string, params: RefusalParams = {}, fields?: FieldSentences) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.params = params;
    this.fields = fields;
  }
}

/**
 * Makes a refusal to throw.
 * @param code `room.name` as listed in the operation's contract, or a common code
 * @param params what the sentence is filled with
 * @param fields for input that cannot be taken: field path → sentence key of the same room (`foundation` keys start with `field.`)
 */
export function refuse(code: string, params: RefusalParams = {}, fields?: FieldSentences): Refusal {
  return new Refusal(code, params, fields);
}
