import { Link } from "@tanstack/react-router";
import { directionClient } from "../../direction/web/direction-client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "../words.en.json";
import type { TeamEntry } from "./team-cards.tsx";

const say = wordsOf<typeof en>("home");

/** What the lead promised, where it matters: beside what waits. */
export function PromiseCard({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const asked = directionClient.useAsk("agreement", { workspace: workspace.id, team: team.id });
  if (asked.error) return <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />;
  const who = team.myRole === "lead" ? "you" : "lead";
  const held = asked.data?.inForce;
  return (
    <Card
      title={say(`promise.title_${who}`)}
      note={
        <Link
          to="/w/$workspace/t/$team/agreement"
          params={{ workspace: workspace.slug, team: team.id }}
          className={textLink}
        >
          {say("promise.all")}
        </Link>
      }
    >
      {!asked.data && <Skeleton className="h-12 w-full" />}
      {asked.data && !held && <p className="text-sm text-ink-2">{say(`promise.none_${who}`)}</p>}
      {held && (
        <ul className="grid gap-1.5 text-sm text-ink-2">
          <li>{say(`promise.answers_${who}`, { n: held.answerDays })}</li>
          {held.speaksLast && <li>{say(`promise.speaks_last_${who}`)}</li>}
          {held.stepsIn && <li dir="auto">{say(`promise.steps_in_${who}`, { words: held.stepsIn })}</li>}
        </ul>
      )}
    </Card>
  );
}
