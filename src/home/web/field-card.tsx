import { Link } from "@tanstack/react-router";
import { TrendingUp } from "lucide-react";
import { areasClient } from "../../areas/web/areas-client.ts";
import { Field } from "../../areas/web/field.tsx";
import { wordsOf } from "../../foundation/words-browser.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "../words.en.json";
import type { TeamEntry } from "./team-cards.tsx";

const say = wordsOf<typeof en>("home");

/** How far ahead each area of a team may go without its lead. */
export function FieldCard({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const board = areasClient.useAsk("board", { workspace: workspace.id, team: team.id });
  if (board.error) return <CouldNotLoad error={board.error} again={() => void board.refetch()} />;
  if (!board.data) return <Skeleton className="h-96 w-full rounded-xl" />;
  const { areas: onBoard, ahead, back } = board.data;
  const at = { workspace: workspace.slug, team: team.id };
  const lead = team.myRole === "lead";
  if (onBoard.length === 0) {
    return (
      <EmptyState
        picture="path"
        title={say("field.none_title")}
        actions={
          lead && (
            <Link to="/w/$workspace/t/$team/start" params={at} className={buttonClass("primary", "md", "no-underline")}>
              {say("field.begin")}
            </Link>
          )
        }
      >
        {say(lead ? "field.none_lead" : "field.none")}
      </EmptyState>
    );
  }
  return (
    <Card
      title={say("field.title")}
      note={
        ahead + back > 0 && (
          <Badge tone={ahead >= back ? "pasture" : "brass"} icon={<TrendingUp aria-hidden="true" />}>
            {say("field.moved", { ahead, back })}
          </Badge>
        )
      }
      lead={say("field.lead")}
    >
      <Field areas={onBoard} leadName={lead ? say("field.you") : say("field.the_lead")} />
      <p className="mt-3 text-sm">
        <Link to="/w/$workspace/t/$team/areas" params={at} className="font-medium text-pasture-ink hover:underline">
          {say("field.board")}
        </Link>
      </p>
    </Card>
  );
}
