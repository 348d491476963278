import { levelText } from "../../areas/web/level-words.ts";
import { StepInForm } from "../../areas/web/step-in-form.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";

/** Stepping in on one decision: the four questions first, then a loan with a reason, a scope and an end. */
export function HandStepIn({ view, end }: { view: DecidingView; end: () => void }) {
  const { workspace } = usePlace();
  const stepIn = decisionsClient.useDo("stepIn", { alsoChanges: ["areas", "notices"] });
  const owner = view.holder ?? view.ahead.deciders[0] ?? view.area?.owner ?? null;
  return (
    <StepInForm
      subjectName={view.title}
      ownerName={owner?.name ?? null}
      levelNow={view.ahead.level}
      busy={stepIn.isPending}
      problem={null}
      onSend={async (values) => {
        await stepIn.mutateAsync({ workspace: workspace.id, decision: view.id, ...values });
        end();
        toast.success(say("web.hand.stepped_in", { back: levelText(view.ahead.level) }));
      }}
    />
  );
}
