import { Link } from "@tanstack/react-router";
import { Check, FileUp, UserRoundPlus } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("home");

type Step = "invite" | "import";

/**
 * What a workspace begins with: others, and the decisions that there are already.
 * @param team the team it is done for
 * @param left the steps not done yet; with both left it is a beginning, with one a remark
 */
export function FirstSteps({ team, left }: { team: string; left: readonly Step[] }) {
  const beginning = left.length === 2;
  const steps: readonly Step[] = beginning ? ["invite", "import"] : left;
  return (
    <Card
      tone="brass"
      title={say(beginning ? "begin.title" : "begin.later")}
      {...(beginning ? { lead: say("begin.text") } : {})}
    >
      <ol className={classes("grid gap-x-8 gap-y-5", beginning && "sm:grid-cols-2")}>
        {steps.map((step, at) => (
          <StepOf key={step} step={step} team={team} {...(beginning ? { number: at + 1 } : {})} />
        ))}
      </ol>
    </Card>
  );
}

function StepOf({ step, team, number }: { step: Step; team: string; number?: number }) {
  const { workspace } = usePlace();
  const at = { workspace: workspace.slug, team };
  const look = buttonClass(number === 1 ? "primary" : "plain", "md", "no-underline");
  return (
    <li className="flex items-start gap-3.5">
      <span
        aria-hidden="true"
        className="serif grid size-9 shrink-0 place-items-center rounded-full bg-brass-soft text-lg text-brass-ink"
      >
        {number ?? <Check size={17} />}
      </span>
      <div className="min-w-0">
        <h3 className="text-base">{say(`begin.${step}.title`)}</h3>
        <p className="mt-1 mb-3 max-w-prose text-sm text-ink-2">{say(`begin.${step}.text`)}</p>
        {step === "invite" ? (
          <Link to="/w/$workspace/t/$team" params={at} hash="invite" className={look}>
            <UserRoundPlus aria-hidden="true" size={17} />
            {say("begin.invite.act")}
          </Link>
        ) : (
          <Link to="/w/$workspace/t/$team/record/import" params={at} className={look}>
            <FileUp aria-hidden="true" size={17} />
            {say("begin.import.act")}
          </Link>
        )}
      </div>
    </li>
  );
}
