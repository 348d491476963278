import { Check, Hourglass } from "lucide-react";
import { useState } from "react";
import { Refused } from "../../foundation/client.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Time } from "../../ui/time.tsx";
import { toast } from "../../ui/toast.ts";
import { BothSides } from "./both-sides.tsx";
import { type Agreement, type AgreementView, directionClient } from "./direction-client.ts";
import { say } from "./direction-words.ts";

/** A proposed agreement: what would be promised, who still has to say yes, and my yes. */
export function AgreementProposed({ view, proposed }: { view: AgreementView; proposed: Agreement }) {
  const { workspace } = usePlace();
  const { locale, timeZone } = useReader();
  const [withdrawing, setWithdrawing] = useState(false);
  const yes = directionClient.useDo("sayYes");
  const mineToWithdraw = proposed.proposedBy.member === workspace.me.id;

  const sayYes = async () => {
    try {
      const { inForce } = await yes.mutateAsync({ workspace: workspace.id, agreement: proposed.id });
      toast.success(say(inForce ? "web.agreement.now_holds" : "web.agreement.yes_counted"));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      toast.error(error.message);
    }
  };

  return (
    <section className="card rounded-2xl border border-brass-edge bg-surface px-5 py-6 sm:px-10 sm:py-8">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1.5">
        <h2 className="text-xl">{say("web.agreement.proposed")}</h2>
        <p className="text-sm text-ink-2">
          <bdi className="font-medium text-ink">{proposed.proposedBy.name}</bdi>
          {" · "}
          <Time value={proposed.proposedAt} locale={locale} zone={timeZone} />
        </p>
      </div>
      <BothSides agreement={proposed} before={view.inForce ?? undefined} />
      <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3 border-t border-line pt-4.5">
        <Yeses agreement={proposed} />
        <div className="no-print flex flex-wrap gap-2.5 sm:ms-auto">
          {mineToWithdraw && (
            <Button look="quiet" why={view.whyNotWithdraw} onClick={() => setWithdrawing(true)}>
              {say("web.agreement.withdraw")}
            </Button>
          )}
          {proposed.mine ? (
            <Badge tone="pasture" icon={<Check aria-hidden="true" />} className="self-center">
              {say("web.agreement.you_said_yes")}
            </Badge>
          ) : (
            <Button
              look="primary"
              icon={<Check aria-hidden="true" size={17} />}
              busy={yes.isPending}
              why={view.whyNotSayYes}
              onClick={() => void sayYes()}
            >
              {say("web.agreement.say_yes")}
            </Button>
          )}
        </div>
      </div>
      <Withdraw agreement={proposed} open={withdrawing} onOpen={setWithdrawing} />
    </section>
  );
}

/** How many said yes on either side; never who. */
function Yeses({ agreement: { leadYes, teamYes, teamOf } }: { agreement: Agreement }) {
  const icon = (yes: boolean) =>
    yes ? (
      <Check aria-hidden="true" size={16} className="text-pasture-ink" />
    ) : (
      <Hourglass aria-hidden="true" size={15} className="text-brass-ink" />
    );
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      <li className="inline-flex items-center gap-2">
        {icon(leadYes)}
        {say(leadYes ? "web.agreement.lead_yes" : "web.agreement.lead_not_yet")}
      </li>
      {teamOf > 0 && (
        <li className="inline-flex items-center gap-2">
          {icon(teamYes * 2 > teamOf)}
          {say("web.agreement.team_yes", { n: teamYes, of: teamOf, needed: Math.floor(teamOf / 2) + 1 })}
        </li>
      )}
    </ul>
  );
}

function Withdraw({
  agreement,
  open,
  onOpen,
}: {
  agreement: Agreement;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const { workspace } = usePlace();
  const withdraw = directionClient.useDo("withdrawAgreement");
  return (
    <ConfirmDialog
      open={open}
      onOpen={onOpen}
      title={say("web.agreement.withdraw_title")}
      confirm={say("web.agreement.withdraw")}
      cancel={say("web.agreement.leave_it")}
      busy={withdraw.isPending}
      error={withdraw.error?.message}
      onConfirm={() =>
        withdraw.mutate(
          { workspace: workspace.id, agreement: agreement.id },
          {
            onSuccess() {
              onOpen(false);
              toast.success(say("web.agreement.withdrawn"));
            },
          },
        )
      }
    >
      {say("web.agreement.withdraw_what")}
    </ConfirmDialog>
  );
}
