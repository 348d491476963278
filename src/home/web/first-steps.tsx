import { Link } from "@tanstack/react-router";
import { FileUp, UserRoundPlus } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("home");

type Step = "invite" | "import";

/**
 * What may be done whenever one likes: others, and the decisions that there are already.
 * @param team the team it is done for
 * @param left the steps not done yet
 */
export function FirstSteps({ team, left }: { team: string; left: readonly Step[] }) {
  return (
    <Card title={say("begin.later")}>
      <ul className={classes("grid gap-x-8 gap-y-5", left.length > 1 && "sm:grid-cols-2")}>
        {left.map((step) => (
          <StepOf key={step} step={step} team={team} />
        ))}
      </ul>
    </Card>
  );
}

function StepOf({ step, team }: { step: Step; team: string }) {
  const { workspace } = usePlace();
  const at = { workspace: workspace.slug, team };
  const look = buttonClass("plain", "md", "no-underline");
  return (
    <li>
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
    </li>
  );
}
