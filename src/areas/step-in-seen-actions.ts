import type { z } from "zod";
import type { MemberContext, WorkspaceContext } from "../foundation/run.ts";
import { giveNotice } from "../notices/notice-actions.ts";
import { whySentence } from "../people/shared-actions.ts";
import { levelInForce } from "./level-rules.ts";
import { pathOf } from "./shared-actions.ts";
import type { stepInShown } from "./step-in-contract.ts";
import { endOf, inForce, type LoanStand, whyNotExtend, whyNotHandBack, whyNotReview } from "./step-in-rules.ts";
import type * as stepInStore from "./step-in-store.ts";

/** The level to which a loan goes back: as its card says it at its end, or as the decision had it. */
export function backTo(row: stepInStore.StepInRow, at: Date): number {
  if (!row.written) return row.levelBefore;
  return levelInForce(row.written, inForce(row, at) ? row.untilAt : endOf(row));
}

/** What I am to a step-in. */
export function standTo({ now, me }: MemberContext, row: stepInStore.StepInRow, leads: boolean): LoanStand {
  return {
    inForce: inForce(row, now) && row.settledAt === null,
    mine: row.by === me.id,
    leads,
    owns: row.owner === me.id || row.answerer === me.id,
    answered: row.answerer !== null,
    reviewed: row.reviewedAt !== null,
  };
}

/** Whoever stepped in, and whoever it is about. */
export const bothSides = (row: stepInStore.StepInRow): (string | null)[] => [row.by, row.answerer ?? row.owner];

/** Where what a step-in is on has its page. */
export function pathOfStepIn({
  team,
  area,
  decision,
}: Pick<stepInStore.StepInRow, "team" | "area" | "decision">): string {
  return area ? pathOf({ id: area, team }) : `/t/${team}/decisions/${decision}`;
}

/** Tells people of something about a step-in. */
export async function tellOfStepIn(
  context: WorkspaceContext & { me?: { id: string } },
  row: stepInStore.StepInRow,
  notice: {
    kind: string;
    to: readonly (string | null)[];
    params?: Record<string, string | number>;
    needsYes?: boolean;
    once?: string;
  },
): Promise<void> {
  await giveNotice(context, {
    to: notice.to.filter((member) => member !== null),
    kind: `areas.${notice.kind}`,
    team: row.team,
    subject: row.id,
    params: { name: row.title, level: row.level, ...notice.params },
    path: pathOfStepIn(row),
    actor: context.me?.id ?? null,
    ...(notice.needsYes ? { needsYes: true } : {}),
    ...(notice.once ? { once: notice.once } : {}),
  });
}

const earliest = (end: Date, settled: Date | null) => (settled && settled < end ? settled : end);

type Shown = z.output<typeof stepInShown>;

/** A step-in as it is shown to me. What its owner was told is for the two of them. */
export function stepInSeen(context: MemberContext, row: stepInStore.StepInRow, leads: boolean): Shown {
  const { now, me } = context;
  const stand = standTo(context, row, leads);
  const { area, decision, title } = row;
  const between = stand.mine || stand.owns;
  return {
    id: row.id,
    team: row.team,
    area: area ? { area, name: title } : null,
    decision: decision ? { decision, title } : null,
    at: row.at,
    by: { member: row.by, name: row.byName, expected: false },
    owner: row.owner ? { member: row.owner, name: row.ownerName!, expected: row.ownerExpected } : null,
    reason: row.reason,
    scope: row.scope,
    message: between ? row.message : "",
    answers: row.answers,
    rung: row.rung,
    level: row.level,
    back: backTo(row, now),
    until: row.untilAt,
    inForce: stand.inForce,
    endedAt: stand.inForce ? null : earliest(endOf(row), row.settledAt),
    endedBy: row.endedByName,
    extension:
      stand.inForce && row.extendTo
        ? { to: row.extendTo, why: row.extendWhy ?? "", mineToAnswer: row.answerer === me.id }
        : null,
    review: row.reviewedAt && {
      at: row.reviewedAt,
      by: row.reviewedBy,
      intended: row.intended ?? "",
      happened: row.happened ?? "",
      because: row.because ?? "",
      keep: row.keep ?? "",
    },
    whyNotHandBack: whySentence(context, whyNotHandBack(stand)),
    whyNotExtend: whySentence(context, whyNotExtend(stand)),
    whyNotReview: whySentence(context, whyNotReview(stand)),
  };
}
