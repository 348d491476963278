import { clientOf } from "../../foundation/client.ts";
import type { InputOf, OutputOf, Travelled } from "../../foundation/contract.ts";
import type { areas } from "../contract.ts";

type Ops = typeof areas.operations;

/** Questions about what may be decided without asking, and changes of it. */
export const areasClient = clientOf<typeof areas>("areas");

/** A team's board, now or as of a day. */
export type Board = Travelled<OutputOf<Ops["board"]>>;
/** One area as the board has it. */
export type BoardArea = Board["areas"][number];
/** An area's handover card. */
export type AreaView = Travelled<OutputOf<Ops["show"]>>;
/** A change that waits for somebody's yes. */
export type Proposal = AreaView["proposals"][number];
export type GuardrailShown = BoardArea["guardrails"][number];
export type Prompt = BoardArea["prompts"][number];
export type Person = NonNullable<BoardArea["owner"]>;
export type History = Travelled<OutputOf<Ops["history"]>>;
/** A step-in on an area or a decision. */
export type StepIn = Travelled<OutputOf<Ops["stepIns"]>>["stepIns"][number];
/** A level that is on loan. */
export type Loan = NonNullable<BoardArea["loan"]>;
export type MyGround = Travelled<OutputOf<Ops["ground"]>>;
export type MayIAnswer = Travelled<OutputOf<Ops["mayI"]>>;
/** What is to be other on a card, as it is handed in. */
export type CardPatch = InputOf<Ops["change"]>["card"];
export type CardField = Proposal["fields"][number];
/** A guardrail as it is handed in. */
export type Guardrail = NonNullable<CardPatch["guardrails"]>[number];
