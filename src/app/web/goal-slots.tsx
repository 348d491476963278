import { useParams } from "@tanstack/react-router";
import { AreasServing } from "../../areas/web/areas-serving.tsx";
import { DecisionsServing } from "../../decisions/web/decisions-serving.tsx";
import { GoalPage } from "../../direction/web/goal-page.tsx";

/** A goal's page, with what other rooms have to say of it. */
export function GoalWithSlots() {
  const { goal = "" } = useParams({ strict: false });
  return <GoalPage areas={<AreasServing goal={goal} />} decisions={<DecisionsServing goal={goal} />} />;
}
