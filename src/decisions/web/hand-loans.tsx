import { areasClient } from "../../areas/web/areas-client.ts";
import { LoanBanner } from "../../areas/web/loan-banner.tsx";
import { StepInsCard } from "../../areas/web/step-ins-card.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { useOurs } from "./deciding-header.tsx";
import type { DecidingView } from "./decisions-client.ts";

/** As many step-ins as are asked for at once; one decision has never more. */
const most = 100;

/** The step-ins on a decision as its readers in the team see them. */
function useStepInsHere(view: DecidingView) {
  const { workspace } = usePlace();
  const ours = useOurs(view.team);
  const asked = areasClient.useAsk(
    "stepIns",
    { workspace: workspace.id, team: view.team, decision: view.id, limit: most },
    { enabled: ours && view.stepIns.length > 0 },
  );
  return asked.data?.stepIns ?? [];
}

/** A step-in on this decision that is in force, with what may be done with it. */
export function LoanHere({ view }: { view: DecidingView }) {
  const found = useStepInsHere(view);
  const { loan, level } = view.ahead;
  // whoever is only asked for a voice reads it too, without its buttons
  const inForce = loan && view.stepIns.find(({ id }) => id === loan.stepIn);
  if (!loan || !inForce || view.phase === "withdrawn") return null;
  return (
    <LoanBanner
      view={{ level }}
      loan={{ ...loan, reason: inForce.reason, scope: inForce.scope }}
      one={found.find(({ id }) => id === loan.stepIn)}
    />
  );
}

/** Step-ins on this decision that went back, and what was learned of them; of a withdrawn one nothing goes back. */
export function StepInsBefore({ view }: { view: DecidingView }) {
  const withdrawn = view.phase === "withdrawn";
  return <StepInsCard stepIns={useStepInsHere(view).filter((one) => withdrawn || !one.inForce)} more={null} />;
}
