import { z } from "zod";
import type { Operations } from "../foundation/contract.ts";
import { area, done, level, workspace } from "./shared-contract.ts";

const why = z.string().trim().max(500);

/** A change that waits for the other side's yes. */
export const proposalOperations = {
  propose: {
    method: "POST",
    path: "/workspaces/{workspace}/areas/{area}/propose",
    summary:
      "Propose a level: as the lead what I offer, as the owner what I want; with the other's yes it holds. It can be tried for some weeks",
    who: "member",
    input: z.object({
      workspace,
      area,
      level,
      /** A trial: after so many weeks the level goes back by itself. */
      trialWeeks: z.number().int().min(1).max(52).optional(),
      why: why.default(""),
    }),
    output: z.object({
      /** Null: it holds already, because nobody else's yes is needed. */
      proposal: z.uuid().nullable(),
    }),
    refusals: [
      "areas.no_such_area",
      "areas.not_in_team",
      "areas.area_closed",
      "areas.not_yours_to_write",
      "areas.already_proposed",
      "areas.level_is_that",
    ],
  },
  answer: {
    method: "POST",
    path: "/workspaces/{workspace}/proposals/{proposal}/answer",
    summary: "Say yes or no to a proposed change; with yes it holds at once",
    who: "member",
    input: z.object({ workspace, proposal: z.uuid(), yes: z.boolean(), answer: why.default("") }),
    output: done,
    refusals: [
      "areas.no_such_proposal",
      "areas.not_in_team",
      "areas.proposal_ended",
      "areas.not_your_yes",
      "areas.area_closed",
    ],
  },
  withdraw: {
    method: "POST",
    path: "/workspaces/{workspace}/proposals/{proposal}/withdraw",
    summary: "Take back what I proposed",
    who: "member",
    input: z.object({ workspace, proposal: z.uuid() }),
    output: done,
    refusals: ["areas.no_such_proposal", "areas.not_in_team", "areas.proposal_ended", "areas.not_your_yes"],
  },
} as const satisfies Operations;
