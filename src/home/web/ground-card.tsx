import { Link } from "@tanstack/react-router";
import { areasClient } from "../../areas/web/areas-client.ts";
import { levelName } from "../../areas/web/level-words.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("home");

/** What I may decide, in short, with the way to all of it and to “may I?”. */
export function GroundCard({ team }: { team: string }) {
  const { workspace } = usePlace();
  const asked = areasClient.useAsk("ground", { workspace: workspace.id });
  if (asked.error) return <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />;
  const mine = asked.data?.teams.flatMap(({ areas: mineHere }) => mineHere.filter(({ part }) => part === "owner"));
  const at = { workspace: workspace.slug };
  return (
    <Card
      title={say("ground.title")}
      note={
        <Link to="/w/$workspace/ground" params={at} className={textLink}>
          {say("ground.all")}
        </Link>
      }
    >
      {!mine && <Skeleton className="h-16 w-full" />}
      {mine?.length === 0 && <p className="text-sm text-ink-2">{say("ground.none")}</p>}
      {mine && mine.length > 0 && (
        <ul className="grid gap-2">
          {mine.slice(0, 5).map((one) => (
            <li key={one.area} className="flex items-baseline justify-between gap-3">
              <bdi className="min-w-0 font-medium">{one.name}</bdi>
              <span className="shrink-0 text-sm text-ink-2">{levelName(one.level)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 border-t border-line pt-3 text-sm">
        <Link to="/w/$workspace/t/$team/may-i" params={{ ...at, team }} className={textLink}>
          {say("ground.may_i")}
        </Link>
      </p>
    </Card>
  );
}
