import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { textLink } from "../../ui/link-button.tsx";
import type en from "../words.en.json";
import { useArrive } from "./arrive.ts";
import { FormProblem } from "./form-problem.tsx";
import { insistOnFilled, useSubmit } from "./form-submit.ts";
import { makeWorkspaceNamed } from "./make-workspace.ts";
import { AlreadyIn, PlainBroken, PlainCard, PlainWaiting } from "./plain-card.tsx";
import { sayPlainNouns } from "./plain-words.ts";
import { peopleClient } from "./session.ts";
import { NameField, SignInFields } from "./sign-in-fields.tsx";
import { useSignUpOnce } from "./sign-up-once.ts";
import { WorkspaceFields } from "./workspace-fields.tsx";

const say = wordsOf<typeof en>("people");

/** Signing up: on a new installation with the first workspace in the same form. */
export function SignUpPage() {
  sayPlainNouns();
  const { next } = useSearch({ strict: false });
  const installation = peopleClient.useAsk("installation", {});
  // the form that was begun stays, also when the installation stops being new halfway through
  const [begun, setBegun] = useState<"first" | "another" | null>(null);
  const data = installation.data;
  if (begun === null && data && !data.me && (data.fresh || data.signUpOpen)) setBegun(data.fresh ? "first" : "another");
  if (begun === "first") return <FirstForm />;
  if (begun === "another") return <SignUpForm next={next} />;
  if (installation.error) {
    return <PlainBroken message={installation.error.message} again={() => void installation.refetch()} />;
  }
  if (!data) return <PlainWaiting />;
  if (data.me) return <AlreadyIn me={data.me} next={next ?? "/"} outTo="/sign-up" />;
  return (
    <PlainCard title={say("web.sign_up.closed_title")} lead={say("refusal.sign_up_closed")}>
      <Link to="/sign-in" search={next ? { next } : {}} className={buttonClass("primary", "lg", "no-underline")}>
        {say("web.sign_in.submit")}
      </Link>
    </PlainCard>
  );
}

function SignUpForm({ next }: { next: string | undefined }) {
  const arrive = useArrive();
  const signUp = useSignUpOnce();
  const submit = useSubmit(
    async ({ name = "", email = "", password = "" }) => {
      await signUp({ name, email: email.trim(), password });
      await arrive(next ?? "/");
    },
    { "people.email_taken": "email" },
  );
  return (
    <PlainCard
      title={say("web.sign_up.title")}
      lead={say("web.sign_up.lead")}
      foot={
        <p>
          {say("web.sign_up.known_here")}{" "}
          <Link to="/sign-in" search={next ? { next } : {}} className={textLink}>
            {say("web.sign_in.submit")}
          </Link>
        </p>
      }
    >
      <form {...submit.form} className="grid gap-5">
        <FormProblem>{submit.problem}</FormProblem>
        <NameField wrong={submit.wrong} />
        <SignInFields fresh wrong={submit.wrong} />
        <Button type="submit" look="primary" size="lg" busy={submit.busy} className="mt-1">
          {say("web.sign_up.submit")}
        </Button>
      </form>
    </PlainCard>
  );
}

/** The first person of an installation: their sign-in, their workspace and its first team. */
function FirstForm() {
  const arrive = useArrive();
  const signUp = useSignUpOnce();
  const [signedUp, setSignedUp] = useState(false);
  const submit = useSubmit(
    async ({ name = "", email = "", password = "", workspaceName = "", teamName = "" }) => {
      // all of it is looked at before anybody is signed up, so that an empty field leaves nothing half done
      insistOnFilled(signedUp ? { workspaceName, teamName } : { name, email, password, workspaceName, teamName });
      await signUp({ name, email: email.trim(), password });
      setSignedUp(true);
      const made = await makeWorkspaceNamed({ workspaceName, teamName });
      await arrive(`/w/${made.slug}`);
    },
    { "people.email_taken": "email" },
  );
  return (
    <PlainCard title={say("web.first.title")} lead={say("web.first.lead")}>
      <form {...submit.form} className="grid gap-8">
        <FormProblem>{submit.problem}</FormProblem>
        {signedUp ? (
          <p role="status" className="text-sm text-ink-2">
            {say("web.first.signed_up")}
          </p>
        ) : (
          <fieldset className="grid gap-5">
            <legend className="serif mb-4 text-lg">{say("web.first.you")}</legend>
            <NameField wrong={submit.wrong} />
            <SignInFields fresh wrong={submit.wrong} />
          </fieldset>
        )}
        <fieldset className="border-t border-line pt-6">
          <legend className="serif float-start mb-4 w-full text-lg">{say("web.first.workspace")}</legend>
          <WorkspaceFields wrong={submit.wrong} className="clear-both" />
        </fieldset>
        <Button type="submit" look="primary" size="lg" busy={submit.busy}>
          {say("web.first.submit")}
        </Button>
      </form>
    </PlainCard>
  );
}
