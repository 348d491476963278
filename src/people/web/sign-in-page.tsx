import { Link, useSearch } from "@tanstack/react-router";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button } from "../../ui/button.tsx";
import { textLink } from "../../ui/link-button.tsx";
import type en from "../words.en.json";
import { useArrive } from "./arrive.ts";
import { FormProblem } from "./form-problem.tsx";
import { useSubmit } from "./form-submit.ts";
import { AlreadyIn, PlainCard } from "./plain-card.tsx";
import { sayPlainNouns } from "./plain-words.ts";
import { peopleClient } from "./session.ts";
import { SignInFields } from "./sign-in-fields.tsx";

const say = wordsOf<typeof en>("people");

/** Signing in, and back to where one wanted to go. */
export function SignInPage() {
  sayPlainNouns();
  const { next } = useSearch({ strict: false });
  const arrive = useArrive();
  const installation = peopleClient.useAsk("installation", {});
  const submit = useSubmit(async ({ email = "", password = "" }) => {
    await peopleClient.ask("signIn", { email: email.trim(), password });
    await arrive(next ?? "/");
  });
  if (installation.data?.me) {
    return <AlreadyIn me={installation.data.me} next={next ?? "/"} outTo="/sign-in" />;
  }
  return (
    <PlainCard
      title={say("web.sign_in.title")}
      lead={next ? say("web.sign_in.to_go_on") : say("web.sign_in.lead")}
      foot={
        <p className="min-h-5">
          {installation.data && !installation.data.signUpOpen ? (
            say("web.sign_in.closed")
          ) : (
            <>
              {say("web.sign_in.new_here")}{" "}
              <Link to="/sign-up" search={next ? { next } : {}} className={textLink}>
                {say("web.sign_in.sign_up")}
              </Link>
            </>
          )}
        </p>
      }
    >
      <form {...submit.form} className="grid gap-5">
        <FormProblem>{submit.problem}</FormProblem>
        <SignInFields wrong={submit.wrong} />
        <Button type="submit" look="primary" size="lg" busy={submit.busy} className="mt-1">
          {say("web.sign_in.submit")}
        </Button>
        <p className="text-sm text-ink-2">{say("web.sign_in.forgotten")}</p>
      </form>
    </PlainCard>
  );
}
