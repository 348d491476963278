import { Card } from "../../ui/card.tsx";
import { CurrentRow, type MineHere, rowsClass, WaitingRow } from "./current-row.tsx";
import { useTeamHere } from "./current-states.tsx";
import { say } from "./deciding-words.ts";
import { decisionsClient, type InProgress, type WaitingKind } from "./decisions-client.ts";

/** More than these are said as a number: a list of twenty is a list that nobody reads. */
const elsewhereAtMost = 6;

/** What is mine in what waits for me. */
const mineIn: Readonly<Record<WaitingKind, MineHere>> = {
  voice_asked: "voice",
  lead_voice_asked: "lead_voice",
  take_up_asked: "take_up",
  decide_ready: "decide",
  objection_stands: "integrate",
  questions_open: "answer",
  heard_asked: "heard",
  decision_stalled: "resume",
  decision_review_due: "review",
  wait_over: "resume",
  step_in_review: "review",
};

/**
 * What waits for me in a team's decisions: of the page that is shown, and what stands further down or was decided already, as a
 * review that is due.
 * @param decisions of the page, those in which something is mine
 * @param shown every decision of the page
 * @param alone true where nothing but the page's own is listed, as on the pages after the first
 * @param counted whether it is known how many there are
 */
export function Mine({
  decisions,
  shown,
  alone,
  counted,
}: {
  decisions: readonly InProgress[];
  shown: readonly InProgress[];
  alone: boolean;
  counted: boolean;
}) {
  const { workspace, team } = useTeamHere();
  const asked = decisionsClient.useAsk("waiting", { workspace: workspace.id }, { enabled: !alone });
  const here = new Set(shown.map(({ id }) => id));
  const waiting = alone ? [] : (asked.data?.waiting ?? []);
  const elsewhere = waiting.filter(
    (one, place) =>
      one.team === team.id &&
      !here.has(one.decision) &&
      waiting.findIndex(({ decision }) => decision === one.decision) === place,
  );
  if (decisions.length + elsewhere.length === 0) return null;
  const listed = elsewhere.slice(0, elsewhereAtMost);
  return (
    <Card
      tone="brass"
      title={say("web.current.mine_title")}
      note={counted && say("web.current.count", { n: decisions.length + elsewhere.length })}
    >
      <ul className={rowsClass}>
        {decisions.map((decision) => (
          <CurrentRow key={decision.id} decision={decision} phased />
        ))}
        {listed.map(({ decision, title, kind }) => (
          <WaitingRow key={decision} decision={decision} title={title} mine={mineIn[kind]} />
        ))}
      </ul>
      {elsewhere.length > listed.length && (
        <p className="mt-3 text-sm text-ink-2">
          {say("web.current.more_mine", { n: elsewhere.length - listed.length })}
        </p>
      )}
    </Card>
  );
}
