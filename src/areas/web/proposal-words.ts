import type { Proposal } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { levelText } from "./level-words.ts";

/** What a proposal is, as far as any screen knows it. */
export type ProposalSeen = Pick<Proposal, "id" | "what" | "level"> &
  Partial<Omit<Proposal, "id" | "what" | "level" | "madeBy">> & {
    madeBy?: { name: string } | undefined;
  };

/** What is proposed, in a sentence: “Amara proposes 6 Inquire for 8 weeks”. */
export function proposalText(proposal: ProposalSeen): string {
  const by = proposal.madeBy?.name ?? "";
  const from = by ? "by" : "none";
  if (proposal.what === "level") {
    const level = levelText(proposal.level ?? 1);
    const weeks = proposal.trialWeeks ?? 0;
    return say("web.proposal.level", { from, by, level, weeks });
  }
  if (proposal.what === "owner") {
    const to = proposal.owner?.name ?? "";
    return say("web.proposal.owner", { from, by, to, hasTo: to ? "yes" : "no" });
  }
  return say("web.proposal.card", { from, by, n: proposal.fields?.length ?? 0 });
}

/** What is so when yes was said to it. */
export function holdsText(proposal: ProposalSeen, areaName: string): string {
  if (proposal.what === "level") {
    return say("web.propose.holds", { name: areaName, level: levelText(proposal.level ?? 1) });
  }
  return say("web.proposal.holds", { name: areaName });
}
