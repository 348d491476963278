import { CircleCheck } from "lucide-react";
import { type AgreementView, directionClient } from "../../direction/web/direction-client.ts";
import { AgreementInShort } from "../../direction/web/intent-words.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { say } from "./start-words.ts";

/** What was promised here, with a yes right there where mine is still awaited. */
export function WelcomePromises({ agreement }: { agreement: AgreementView }) {
  // what is proposed is what a yes can still be said to
  const shown = agreement.proposed ?? agreement.inForce;
  return (
    <Card
      title={say("welcome.promises")}
      tone={shown && shown.state === "proposed" && !shown.mine ? "brass" : "neutral"}
      {...(shown?.state === "proposed" ? { lead: say("welcome.proposed") } : {})}
    >
      {shown ? <AgreementInShort agreement={shown} /> : <p className="text-ink-2">{say("welcome.no_promises")}</p>}
      {shown?.state === "proposed" && (shown.mine ? <Said /> : <SayYes agreement={agreement} id={shown.id} />)}
    </Card>
  );
}

function Said() {
  return (
    <p role="status" className="mt-4 flex items-center gap-2 text-sm font-semibold text-pasture-ink">
      <CircleCheck aria-hidden="true" size={17} />
      {say("welcome.yes_said")}
    </p>
  );
}

function SayYes({ agreement, id }: { agreement: AgreementView; id: string }) {
  const { workspace } = usePlace();
  const yes = directionClient.useDo("sayYes", { alsoChanges: ["notices"] });
  // whoever only looks on has nothing to press
  if (agreement.whyNotSayYes) return <p className="mt-4 text-sm text-ink-2">{agreement.whyNotSayYes}</p>;
  return (
    <div className="mt-4">
      <Button
        look="primary"
        busy={yes.isPending}
        onClick={() => yes.mutate({ workspace: workspace.id, agreement: id })}
      >
        {say("welcome.say_yes")}
      </Button>
      {yes.error && (
        <p role="alert" className="mt-2 text-sm font-medium text-clay-ink">
          {yes.error.message}
        </p>
      )}
    </div>
  );
}
