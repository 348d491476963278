import { useState } from "react";
import type { OutputOf, Travelled } from "../../foundation/contract.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { SkeletonText } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { toast } from "../../ui/toast.ts";
import type { Tone } from "../../ui/tone.ts";
import type { people } from "../contract.ts";
import type en from "../words.en.json";
import { CouldNotLoad } from "./page-states.tsx";
import { usePlace, useReader } from "./place.tsx";
import { roleWord } from "./role-words.ts";
import { peopleClient } from "./session.ts";

const say = wordsOf<typeof en>("people");

type Invitation = Travelled<OutputOf<(typeof people)["operations"]["invitations"]>>["invitations"][number];

const stateTone: Readonly<Record<Invitation["state"], Tone>> = {
  open: "pasture",
  expired: "neutral",
  revoked: "neutral",
};
const namesAtMost = 6;

/** A team's links: who made them, who came by them, and taking one back. */
export function TeamInvitations({ team }: { team: string }) {
  const { workspace } = usePlace();
  const asked = peopleClient.useAsk("invitations", { workspace: workspace.id, team });
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const [all, setAll] = useState(false);
  const invitations = asked.data?.invitations ?? [];
  const open = invitations.filter(({ state }) => state === "open");
  const over = invitations.filter(({ state }) => state !== "open");
  return (
    <Card title={say("web.invitations.title")}>
      {asked.error && <CouldNotLoad level={3} error={asked.error} again={() => void asked.refetch()} />}
      {!asked.error && !asked.data && <SkeletonText lines={3} label={say("web.loading")} />}
      {asked.data && open.length === 0 && <p className="text-sm text-ink-2">{say("web.invitations.none_open")}</p>}
      <ul className="divide-y divide-line">
        {open.map((invitation) => (
          <Line key={invitation.id} invitation={invitation} revoke={setRevoking} />
        ))}
        {all && over.map((invitation) => <Line key={invitation.id} invitation={invitation} />)}
      </ul>
      {over.length > 0 && (
        <Button look="quiet" size="sm" className="-ms-2.5 mt-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say("web.invitations.hide_over") : say("web.invitations.show_over", { n: over.length })}
        </Button>
      )}
      <Revoke invitation={revoking} end={() => setRevoking(null)} />
    </Card>
  );
}

function Line({ invitation, revoke }: { invitation: Invitation; revoke?: (invitation: Invitation) => void }) {
  const { locale, timeZone } = useReader();
  const { role, state, createdBy, createdAt, expiresAt, joined } = invitation;
  const rest = joined.length - namesAtMost;
  const names = new Intl.ListFormat(locale).format([
    ...joined.slice(0, rest > 0 ? namesAtMost : joined.length),
    ...(rest > 0 ? [say("web.invitations.and_more", { n: rest })] : []),
  ]);
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex items-center gap-2.5">
        <span className="min-w-0 flex-1 font-semibold">{say("web.invitations.as", { role: roleWord(role) })}</span>
        <Badge tone={stateTone[state]}>{say(`web.invitations.state.${state}`)}</Badge>
      </div>
      <p className="mt-1 text-sm text-ink-2">
        {say("web.invitations.by", { person: createdBy })} <Time value={createdAt} locale={locale} zone={timeZone} />
        {state !== "revoked" && (
          <>
            {" · "}
            {say(state === "open" ? "web.invitations.ends" : "web.invitations.ended")}{" "}
            <Time value={expiresAt} locale={locale} zone={timeZone} />
          </>
        )}
      </p>
      <p className="mt-1 text-sm text-ink-2">
        {joined.length > 0 ? say("web.invitations.joined", { names }) : say("web.invitations.nobody_joined")}
      </p>
      {revoke && (
        <Button size="sm" className="mt-2" onClick={() => revoke(invitation)}>
          {say("web.invitations.revoke")}
        </Button>
      )}
    </li>
  );
}

function Revoke({ invitation, end }: { invitation: Invitation | null; end: () => void }) {
  const { workspace } = usePlace();
  const revoke = peopleClient.useDo("revokeInvitation");
  return (
    <ConfirmDialog
      open={invitation !== null}
      onOpen={(next) => !next && end()}
      title={say("web.invitations.revoke_title")}
      confirm={say("web.invitations.revoke")}
      cancel={say("web.cancel")}
      danger
      busy={revoke.isPending}
      error={revoke.error?.message}
      onConfirm={() =>
        invitation &&
        revoke.mutate(
          { workspace: workspace.id, invitation: invitation.id },
          {
            onSuccess() {
              end();
              toast.success(say("web.invitations.revoked"));
            },
          },
        )
      }
    >
      {say("web.invitations.revoke_what")}
    </ConfirmDialog>
  );
}
