import { Link } from "@tanstack/react-router";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { Select } from "../../ui/select.tsx";
import type en from "../words.en.json";
import { type DecisionView, decisionsClient } from "./decisions-client.ts";

const say = wordsOf<typeof en>("decisions");

/** Which goal a decision serves; whoever has a voice in the team may say it. */
export function ServesGoal({ view }: { view: DecisionView }) {
  const { workspace } = usePlace();
  const serve = decisionsClient.useDo("serveGoal");
  const { serves, goals, whyNotServe } = view;
  // one that has ended since stays named
  const choices = serves && !goals.some(({ goal }) => goal === serves.goal) ? [serves, ...goals] : goals;
  return (
    <Card title={say("web.serves.title")}>
      {serves ? (
        <Link
          to="/w/$workspace/t/$team/goals/$goal"
          params={{ workspace: workspace.slug, team: view.team, goal: serves.goal }}
          className={textLink}
        >
          <bdi>{serves.outcome}</bdi>
        </Link>
      ) : (
        <p className="text-sm text-ink-2">{say(choices.length > 0 ? "web.serves.none" : "web.serves.no_goals")}</p>
      )}
      {!whyNotServe && choices.length > 0 && (
        <div className="mt-3">
          <Field label={say("web.serves.choose")}>
            <Select
              size="sm"
              value={serves?.goal ?? ""}
              onChange={(event) => {
                if (serve.isPending) return;
                const goal = event.target.value || null;
                const done = serve.mutateAsync({ workspace: workspace.id, decision: view.id, goal });
                void tellOutcome(done, say("web.serves.said"));
              }}
              choices={[
                { value: "", label: say("web.serves.nothing") },
                ...choices.map(({ goal, outcome }) => ({ value: goal, label: outcome })),
              ]}
            />
          </Field>
        </div>
      )}
    </Card>
  );
}
