import { z } from "zod";
import { moment, type Operations } from "../foundation/contract.ts";
import { done, person, team, whyNot, workspace } from "./shared-contract.ts";

const promises = {
  /** Working days within which the lead answers. */
  answerDays: z.number().int().min(1).max(20),
  /** The lead promises to speak last. */
  speaksLast: z.boolean(),
  /** When the lead steps in. */
  stepsIn: z.string().trim().max(600),
  /** What else the lead promises. */
  leadPromises: z.string().trim().max(600),
  teamPromises: z.string().trim().max(600),
};

const agreement = z.object({
  id: z.uuid(),
  version: z.number().int(),
  ...promises,
  /** proposed · in_force · replaced · withdrawn. */
  state: z.enum(["proposed", "in_force", "replaced", "withdrawn"]),
  proposedAt: moment,
  proposedBy: person,
  inForceAt: moment.nullable(),
  leadYes: z.boolean(),
  /** How many of the team said yes, of how many. Never who. */
  teamYes: z.number().int(),
  teamOf: z.number().int(),
  /** Whether I said yes. */
  mine: z.boolean(),
});

/** The team agreement: what the lead promises, and what the team does. */
export const agreementOperations = {
  agreement: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/agreement",
    summary: "What lead and team promise each other: what holds, what is proposed, and what held before",
    who: "member",
    input: z.object({ workspace, team }),
    output: z.object({
      inForce: agreement.nullable(),
      proposed: agreement.nullable(),
      before: z.array(agreement),
      whyNotPropose: whyNot,
      whyNotSayYes: whyNot,
      whyNotWithdraw: whyNot,
    }),
    refusals: ["people.no_such_team", "direction.not_in_team"],
  },
  proposeAgreement: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/agreement",
    summary:
      "Propose a team agreement; it holds when a lead and more than half of the members said yes (a lead alone: at once)",
    who: "member",
    input: z.object({ workspace, team, ...promises }),
    output: z.object({ agreement: z.uuid() }),
    refusals: ["people.no_such_team", "people.team_closed", "direction.not_in_team", "direction.observers_read"],
  },
  sayYes: {
    method: "POST",
    path: "/workspaces/{workspace}/agreements/{agreement}/yes",
    summary: "Say yes to a proposed agreement, for my side",
    who: "member",
    input: z.object({ workspace, agreement: z.uuid() }),
    output: z.object({ inForce: z.boolean() }),
    refusals: [
      "direction.no_such_agreement",
      "direction.not_in_team",
      "direction.observers_read",
      "direction.agreement_settled",
      "direction.yes_said",
    ],
  },
  withdrawAgreement: {
    method: "POST",
    path: "/workspaces/{workspace}/agreements/{agreement}/withdraw",
    summary: "Take a proposed agreement back",
    who: "member",
    input: z.object({ workspace, agreement: z.uuid() }),
    output: done,
    refusals: ["direction.no_such_agreement", "direction.only_the_author", "direction.agreement_settled"],
  },
} as const satisfies Operations;
