import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import type { Refused } from "../../foundation/client.ts";
import type { OutputOf, Travelled } from "../../foundation/contract.ts";
import { spokenLocale, wordsOf } from "../../foundation/words-browser.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type { people } from "../contract.ts";
import type en from "../words.en.json";
import { browserTimeZone, useArrive } from "./arrive.ts";
import { FormProblem } from "./form-problem.tsx";
import { useSubmit } from "./form-submit.ts";
import { zoneAndLanguage } from "./make-workspace.ts";
import { PlainBroken, PlainCard, PlainWaiting, SignedInAs } from "./plain-card.tsx";
import { sayPlainNouns } from "./plain-words.ts";
import { roleMeaning, roleName, roleTone } from "./role-words.ts";
import { peopleClient } from "./session.ts";
import { NameField, SignInFields } from "./sign-in-fields.tsx";
import { useSignUpOnce } from "./sign-up-once.ts";

const say = wordsOf<typeof en>("people");

type Invitation = Travelled<OutputOf<(typeof people)["operations"]["showInvitation"]>>;
/** What somebody sees who follows an address that was never a link of ours. */
const wrongLink = (error: Refused) => error.code === "people.no_such_invitation" || error.code === "invalid";

/** What a link invites to, and the way in: with the sign-in one has, or a new one. */
export function JoinPage() {
  sayPlainNouns();
  const { token = "" } = useParams({ strict: false });
  const invitation = peopleClient.useAsk("showInvitation", { token });
  const installation = peopleClient.useAsk("installation", {});
  // whoever signs in halfway keeps the form that they began
  const [begun, setBegun] = useState<"in" | "out" | null>(null);
  if (begun === null && installation.data) setBegun(installation.data.me ? "in" : "out");

  const failed = invitation.error ?? installation.error;
  if (failed) {
    if (wrongLink(failed)) return <DeadLink title={say("web.join.wrong_title")} />;
    const again = () => void Promise.all([invitation.refetch(), installation.refetch()]);
    return <PlainBroken message={failed.message} again={again} />;
  }
  if (!invitation.data || !installation.data) return <PlainWaiting />;
  const { state } = invitation.data;
  if (state === "expired") return <DeadLink title={say("web.join.expired_title")} />;
  if (state === "revoked") return <DeadLink title={say("web.join.revoked_title")} />;
  if (begun === "in" && installation.data.me) {
    return <JoinAs token={token} invitation={invitation.data} me={installation.data.me} />;
  }
  return <JoinAtTheDoor token={token} invitation={invitation.data} />;
}

function DeadLink({ title }: { title: string }) {
  return (
    <PlainCard title={title} lead={say("web.join.ask_new")}>
      <Link to="/" className={buttonClass("plain", "lg", "no-underline")}>
        {say("web.join.to_start")}
      </Link>
    </PlainCard>
  );
}

/** Who invites, to what, as what. */
function Invited({ invitation, children }: { invitation: Invitation; children: ReactNode }) {
  const { teamName, workspaceName, invitedBy, role, expiresAt } = invitation;
  return (
    <PlainCard
      title={say("web.join.title", { name: teamName })}
      lead={say("web.join.lead", { person: invitedBy, workspace: workspaceName })}
      foot={<p>{say("web.join.until", { when: exactTime(expiresAt, spokenLocale(), browserTimeZone()) })}</p>}
    >
      <div className="grid gap-6">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1.5 text-sm text-ink-2">
          <Badge tone={roleTone[role]}>{roleName(role)}</Badge>
          <span className="min-w-0 flex-1 basis-56">{roleMeaning(role)}</span>
        </p>
        {children}
      </div>
    </PlainCard>
  );
}

/** Takes the invitation and goes to the first two minutes in the team. */
function useAccept(token: string): () => Promise<void> {
  const arrive = useArrive();
  return async () => {
    const { slug, team } = await peopleClient.ask("acceptInvitation", { token, ...zoneAndLanguage() });
    await arrive(`/w/${slug}/t/${team}/welcome`);
  };
}

function JoinAs({
  token,
  invitation,
  me,
}: {
  token: string;
  invitation: Invitation;
  me: { name: string; email: string };
}) {
  const submit = useSubmit(useAccept(token));
  return (
    <Invited invitation={invitation}>
      <form {...submit.form} className="grid gap-5">
        <FormProblem>{submit.problem}</FormProblem>
        <SignedInAs me={me} outTo={`/join/${token}`} />
        <Button type="submit" look="primary" size="lg" busy={submit.busy}>
          {say("web.join.join", { name: invitation.teamName })}
        </Button>
      </form>
    </Invited>
  );
}

function JoinAtTheDoor({ token, invitation }: { token: string; invitation: Invitation }) {
  const [known, setKnown] = useState(false);
  return (
    <Invited invitation={invitation}>
      <div className="grid gap-6">
        <div>
          <Segmented
            label={say("web.join.who")}
            value={known ? "known" : "fresh"}
            onValue={(value) => setKnown(value === "known")}
            choices={[
              { value: "fresh", label: say("web.join.fresh") },
              { value: "known", label: say("web.join.known") },
            ]}
          />
        </div>
        {known ? <JoinKnown token={token} /> : <JoinFresh token={token} />}
      </div>
    </Invited>
  );
}

function JoinFresh({ token }: { token: string }) {
  const accept = useAccept(token);
  const signUp = useSignUpOnce();
  const submit = useSubmit(
    async ({ name = "", email = "", password = "" }) => {
      await signUp({ name, email: email.trim(), password, invitation: token });
      await accept();
    },
    { "people.email_taken": "email" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <NameField wrong={submit.wrong} />
      <SignInFields fresh wrong={submit.wrong} />
      <Button type="submit" look="primary" size="lg" busy={submit.busy} className="mt-1">
        {say("web.join.sign_up_and_join")}
      </Button>
    </form>
  );
}

function JoinKnown({ token }: { token: string }) {
  const accept = useAccept(token);
  const signedIn = useRef(false);
  const submit = useSubmit(async ({ email = "", password = "" }) => {
    if (!signedIn.current) await peopleClient.ask("signIn", { email: email.trim(), password });
    signedIn.current = true;
    await accept();
  });
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <SignInFields wrong={submit.wrong} />
      <Button type="submit" look="primary" size="lg" busy={submit.busy} className="mt-1">
        {say("web.join.sign_in_and_join")}
      </Button>
    </form>
  );
}
