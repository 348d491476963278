import { Link } from "@tanstack/react-router";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button } from "../../ui/button.tsx";
import { textLink } from "../../ui/link-button.tsx";
import type en from "../words.en.json";
import { useArrive } from "./arrive.ts";
import { FormProblem } from "./form-problem.tsx";
import { insistOnFilled, useSubmit } from "./form-submit.ts";
import { makeWorkspaceNamed } from "./make-workspace.ts";
import { PlainBroken, PlainCard, PlainWaiting, SignedInAs } from "./plain-card.tsx";
import { sayPlainNouns } from "./plain-words.ts";
import { peopleClient } from "./session.ts";
import { WorkspaceFields } from "./workspace-fields.tsx";

const say = wordsOf<typeof en>("people");

/** A workspace more, or the first of somebody who is in none. */
export function NewWorkspacePage() {
  sayPlainNouns();
  const arrive = useArrive();
  const me = peopleClient.useAsk("me", {});
  const submit = useSubmit(async ({ workspaceName = "", teamName = "" }) => {
    insistOnFilled({ workspaceName, teamName });
    const { slug } = await makeWorkspaceNamed({ workspaceName, teamName });
    await arrive(`/w/${slug}`);
  });
  if (me.error) return <PlainBroken message={me.error.message} again={() => void me.refetch()} />;
  if (!me.data) return <PlainWaiting />;
  const { workspaces, keepsInstallation, signUpOpen } = me.data;
  const foot = workspaces.length > 0 && (
    <p>
      {say("web.new_workspace.back")}{" "}
      {workspaces.slice(0, 5).map(({ slug, name }, at) => (
        <span key={slug}>
          {at > 0 && " · "}
          <Link to="/w/$workspace" params={{ workspace: slug }} className={textLink}>
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
  // whoever came by an invitation does not make workspaces where sign-up is closed
  if (!signUpOpen && !keepsInstallation) {
    return (
      <PlainCard title={say("web.new_workspace.title")} lead={say("refusal.sign_up_closed")} foot={foot}>
        <SignedInAs me={me.data} outTo="/sign-in" />
      </PlainCard>
    );
  }
  const alone = workspaces.length === 0;
  return (
    <PlainCard
      title={say("web.new_workspace.title")}
      lead={alone ? say("web.new_workspace.lead_first") : say("web.new_workspace.lead")}
      foot={foot}
    >
      <form {...submit.form} className="grid gap-5">
        <FormProblem>{submit.problem}</FormProblem>
        {alone && <SignedInAs me={me.data} outTo="/sign-in" />}
        <WorkspaceFields wrong={submit.wrong} />
        <Button type="submit" look="primary" size="lg" busy={submit.busy} className="mt-1">
          {say("web.new_workspace.submit")}
        </Button>
      </form>
    </PlainCard>
  );
}
