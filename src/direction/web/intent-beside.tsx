import { Link } from "@tanstack/react-router";
import { Handshake, Target } from "lucide-react";
import { usePlace } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { SkeletonText } from "../../ui/skeleton.tsx";
import { directionClient, type GoalEntry, type Intent } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { AgreementInShort, linesOf } from "./intent-words.tsx";

/** What stands beside an intent: the goals that serve its lines, and what is promised in the team. */
export function IntentBeside({ team, intent }: { team: TeamEntry; intent: Intent | null }) {
  return (
    <div className="grid gap-5">
      <GoalsBeside team={team} intent={intent} />
      <AgreementBeside team={team} />
    </div>
  );
}

function GoalsBeside({ team, intent }: { team: TeamEntry; intent: Intent | null }) {
  const { workspace } = usePlace();
  const shown = directionClient.useAsk("goals", { workspace: workspace.id, team: team.id, state: "open" });
  const at = { workspace: workspace.slug, team: team.id };
  const goals = shown.data?.goals;
  const serving = (line: string) =>
    (goals ?? []).filter(({ serves }) => serves?.kind === "line" && serves.line.line === line);
  const lines = intent ? [...linesOf(intent, "why"), ...linesOf(intent, "done"), ...linesOf(intent, "keep")] : [];
  const served = lines.filter(({ line }) => serving(line).length > 0);
  const rest = goals ? goals.length - served.reduce((sum, { line }) => sum + serving(line).length, 0) : 0;
  return (
    <Card title={say("web.beside.goals")} icon={<Target aria-hidden="true" size={18} className="text-ink-2" />}>
      {!goals && !shown.error && <SkeletonText lines={4} label={say("web.waiting")} />}
      {shown.error && <p className="text-sm text-ink-2">{shown.error.message}</p>}
      {goals?.length === 0 && <p className="text-sm text-ink-2">{say("web.beside.no_goals")}</p>}
      {served.length > 0 && (
        <ul className="grid gap-4">
          {served.map(({ line, words }) => (
            <li key={line}>
              <p className="serif text-sm leading-snug font-normal text-pretty text-ink-2">
                <bdi>{words}</bdi>
              </p>
              <ul className="mt-1.5 grid gap-1.5 border-s-2 border-pasture-edge ps-3">
                {serving(line).map((goal) => (
                  <li key={goal.id}>
                    <GoalLink goal={goal} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {goals && (
        <p className="mt-3 text-sm text-ink-2">
          <Link to="/w/$workspace/t/$team/goals" params={at} className={textLink}>
            {say("web.beside.all_goals")}
          </Link>
          {served.length > 0 && rest > 0 && <> · {say("web.beside.more_goals", { n: rest })}</>}
        </p>
      )}
    </Card>
  );
}

function GoalLink({ goal }: { goal: GoalEntry }) {
  const { workspace } = usePlace();
  return (
    <Link
      to="/w/$workspace/t/$team/goals/$goal"
      params={{ workspace: workspace.slug, team: goal.team, goal: goal.id }}
      className="text-sm font-medium hover:underline"
    >
      <bdi>{goal.outcome}</bdi>
    </Link>
  );
}

function AgreementBeside({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const shown = directionClient.useAsk("agreement", { workspace: workspace.id, team: team.id });
  const { inForce, proposed } = shown.data ?? {};
  return (
    <Card title={say("web.agreement.short")} icon={<Handshake aria-hidden="true" size={18} className="text-ink-2" />}>
      {!shown.data && !shown.error && <SkeletonText lines={4} label={say("web.waiting")} />}
      {shown.error && <p className="text-sm text-ink-2">{shown.error.message}</p>}
      {inForce && <AgreementInShort agreement={inForce} />}
      {shown.data && !inForce && <p className="text-sm text-ink-2">{say("web.beside.no_agreement")}</p>}
      {shown.data && (
        <p className="mt-3 text-sm text-ink-2">
          <Link
            to="/w/$workspace/t/$team/agreement"
            params={{ workspace: workspace.slug, team: team.id }}
            className={textLink}
          >
            {say(inForce ? "web.beside.to_agreement" : "web.beside.to_agreement_page")}
          </Link>
          {proposed && <> · {say("web.beside.proposed")}</>}
        </p>
      )}
    </Card>
  );
}
