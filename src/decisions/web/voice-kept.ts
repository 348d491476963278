import { keptWords } from "../../people/web/kept-words.ts";
import type { Stance } from "../method-rules.ts";

/**
 * A voice that is being written, kept in this browser until its round has it: a lost connection, or a round that opens
 * meanwhile, loses nothing.
 */
export const keptVoice = (round: string, member: string) =>
  keptWords<{ stance: Stance | null; reason: string }>("voice", round, member);
