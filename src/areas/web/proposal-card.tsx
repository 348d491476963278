import { MessageCircleQuestion } from "lucide-react";
import type { ReactNode } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { Time } from "../../ui/time.tsx";
import { AnswerButtons, alsoChanges } from "./answer-dialog.tsx";
import { areasClient } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { useOnce } from "./once.ts";
import { holdsText, type ProposalSeen, proposalText } from "./proposal-words.ts";

/**
 * A change that waits for somebody's yes: what it is, who proposed it and why, and yes or not yet where it is mine to answer.
 * @param area the area it is about
 * @param proposal as far as the screen knows it
 * @param mineToAnswer whether the yes is mine; where it is not, the reason stands on the quiet buttons, if there is one
 * @param children what stands under it, as the fields that would change
 */
export function ProposalCard({
  area,
  proposal,
  mineToAnswer,
  title,
  children,
}: {
  area: { id: string; name: string };
  proposal: ProposalSeen;
  mineToAnswer: boolean;
  /** Its heading where it stands by itself, as the area's name with a link. */
  title?: ReactNode;
  children?: ReactNode;
}) {
  const { locale, timeZone } = useReader();
  const text = proposalText(proposal);
  return (
    <section
      aria-label={text}
      className={classes(
        "card flex flex-wrap items-start gap-x-4 gap-y-3 rounded-xl border bg-surface px-5 py-4",
        mineToAnswer ? "border-brass-edge" : "border-line",
      )}
    >
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-lg bg-brass-soft text-brass-ink max-sm:hidden"
      >
        <MessageCircleQuestion size={18} />
      </span>
      <div className="min-w-0 flex-1 basis-64">
        {title && <div className="text-sm text-ink-2">{title}</div>}
        <p className="font-semibold">{text}</p>
        <p className="mt-0.5 text-sm text-ink-2">
          {proposal.madeAt && (
            <>
              <Time value={proposal.madeAt} locale={locale} zone={timeZone} />
              {" · "}
            </>
          )}
          {mineToAnswer ? say("web.proposal.waits_me") : waitsFor(proposal)}
        </p>
        {proposal.why && (
          <p dir="auto" className="mt-2 max-w-prose border-s-2 border-line-2 ps-3 whitespace-pre-line">
            {proposal.why}
          </p>
        )}
        {children}
      </div>
      <div className="flex flex-wrap gap-2">
        {mineToAnswer && (
          <AnswerButtons size="md" proposal={proposal.id} about={text} holds={holdsText(proposal, area.name)} />
        )}
        {proposal.mine && <TakeBack proposal={proposal.id} />}
      </div>
    </section>
  );
}

function waitsFor({ needs }: ProposalSeen): string {
  if (!needs) return say("web.proposal.waits");
  return say(needs === "lead" ? "web.proposal.waits_lead" : "web.proposal.waits_owner");
}

function TakeBack({ proposal }: { proposal: string }) {
  const { workspace } = usePlace();
  const withdraw = areasClient.useDo("withdraw", alsoChanges);
  const once = useOnce();
  return (
    <Button
      busy={withdraw.isPending}
      className="no-print"
      onClick={() =>
        void once(() =>
          tellOutcome(withdraw.mutateAsync({ workspace: workspace.id, proposal }), say("web.proposal.taken_back")),
        )
      }
    >
      {say("web.proposal.take_back")}
    </Button>
  );
}
