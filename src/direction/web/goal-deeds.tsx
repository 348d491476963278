import { CalendarDays, Ellipsis, Flag, Gauge, Pencil, RotateCcw, X } from "lucide-react";
import { useState } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { whyNotReopen } from "../goal-rules.ts";
import { ChangeGoal } from "./change-goal.tsx";
import { directionClient, type GoalView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { EndGoal } from "./end-goal.tsx";
import { whySentence } from "./goal-words.ts";
import { MoveGoal } from "./move-goal.tsx";
import { ReadGoal } from "./read-goal.tsx";

type Deed = "read" | "change" | "move" | "reach" | "drop";

/** What can be done with a goal; what may not be done says why. */
export function GoalDeeds({ view }: { view: GoalView }) {
  const { workspace, team } = usePlace();
  const [doing, setDoing] = useState<Deed | null>(null);
  const reopen = useReopenGoal();
  if (team?.myRole === "observer") return null;
  const mine = view.owner.member === workspace.me.id;
  const end = () => setDoing(null);
  if (view.state !== "open") {
    const why = whySentence(
      whyNotReopen({ role: team?.myRole ?? null }, workspace.me.id, { owner: view.owner.member, ended: view.state }),
    );
    return (
      <Button icon={<RotateCcw aria-hidden="true" size={16} />} why={why} onClick={() => void reopen(view.id)}>
        {say("web.goal.reopen")}
      </Button>
    );
  }
  return (
    <>
      {mine && (
        <Button
          look="primary"
          icon={<Gauge aria-hidden="true" size={17} />}
          why={view.whyNotRead}
          onClick={() => setDoing("read")}
        >
          {say("web.goal.read")}
        </Button>
      )}
      <Menu
        trigger={
          <IconButton look="plain" label={say("web.goal.menu")} icon={<Ellipsis aria-hidden="true" size={18} />} />
        }
        items={[
          {
            key: "change",
            label: say("web.goal.change"),
            icon: <Pencil aria-hidden="true" />,
            why: view.whyNotChange,
            onSelect: () => setDoing("change"),
          },
          {
            key: "move",
            label: say("web.goal.move"),
            icon: <CalendarDays aria-hidden="true" />,
            why: view.whyNotChange,
            onSelect: () => setDoing("move"),
          },
          { key: "line", separator: true },
          {
            key: "reach",
            label: say("web.goal.reach"),
            icon: <Flag aria-hidden="true" />,
            why: view.whyNotEnd,
            onSelect: () => setDoing("reach"),
          },
          {
            key: "drop",
            label: say("web.goal.drop"),
            icon: <X aria-hidden="true" />,
            why: view.whyNotEnd,
            onSelect: () => setDoing("drop"),
          },
        ]}
      />
      <ReadGoal view={view} open={doing === "read"} end={end} />
      <ChangeGoal view={view} open={doing === "change"} end={end} />
      <MoveGoal view={view} open={doing === "move"} end={end} />
      <EndGoal view={view} as="reached" open={doing === "reach"} end={end} reopen={reopen} />
      <EndGoal view={view} as="dropped" open={doing === "drop"} end={end} reopen={reopen} />
    </>
  );
}

/** Takes a goal up again. */
function useReopenGoal(): (goal: string) => Promise<void> {
  const { workspace } = usePlace();
  const reopen = directionClient.useDo("reopenGoal");
  return (goal) => tellOutcome(reopen.mutateAsync({ workspace: workspace.id, goal }), say("web.goal.reopened"));
}
