/**
 * Who may see a field. `workspace`: every member; `team`: the team's people; `self`: the person alone; `sealed`: whoever gave it, and
 * the team's people from the moment at which it opens for all of them; `nobody`: no screen, no export.
 */
export type Audience = "workspace" | "team" | "self" | "sealed" | "lead" | "nobody";

/** What a room says of one of its tables, from which the visibility matrix, *my data*, retention and erasure come. */
export type TablePrivacy = {
  /** Column → who may see it. Every column stands here; a test compares with the schema. */
  readonly columns: Readonly<Record<string, Audience>>;
  /** The column that holds the member a row is about, where there is one. */
  readonly about?: string;
  /** How long rows stay, in words. */
  readonly keep: string;
  /** What becomes of a row when the person it is about asks to be erased. */
  readonly erase: "delete" | "anonymise" | "keep" | "none about a person";
};

/** A room's privacy storey: table → what is said of it. */
export type RoomPrivacy = Readonly<Record<string, TablePrivacy>>;
