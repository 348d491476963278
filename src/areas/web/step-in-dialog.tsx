import { useState } from "react";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { toast } from "../../ui/toast.ts";
import { type AreaView, areasClient } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { levelText } from "./level-words.ts";
import { alsoTold } from "./loan-words.ts";
import { StepInForm, type StepInValues } from "./step-in-form.tsx";

/**
 * Stepping in on an area.
 * @param propose begins a proposal about its level instead
 */
export function StepInDialog({
  view,
  open,
  end,
  propose,
}: {
  view: AreaView;
  open: boolean;
  end: () => void;
  propose: () => void;
}) {
  const { workspace } = usePlace();
  const [key, setKey] = useState(0);
  const stepIn = areasClient.useDo("stepIn", alsoTold);
  const handBack = areasClient.useDo("handBack", alsoTold);
  const send = async (values: StepInValues) => {
    const { stepIn: id } = await stepIn.mutateAsync({ workspace: workspace.id, area: view.id, ...values });
    close();
    const day = exactTime(values.until, spokenVariety(), "UTC");
    toast.success(say("web.step_in.done", { name: view.name, day }), {
      label: say("web.step_in.hand_back"),
      onPress: () =>
        void tellOutcome(
          handBack.mutateAsync({ workspace: workspace.id, stepIn: id }),
          say("web.step_in.handed_back", { name: view.name, level: levelText(view.level) }),
        ),
    });
  };
  const close = () => {
    end();
    setKey(key + 1);
  };
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      width="lg"
      title={say("web.step_in.title", { name: view.name })}
      lead={say("web.step_in.lead")}
      closeLabel={say("web.close")}
    >
      <StepInForm
        key={key}
        subjectName={view.name}
        ownerName={view.owner?.name ?? null}
        levelNow={view.level}
        onSend={send}
        busy={stepIn.isPending}
        problem={null}
        {...(view.whyNotPropose
          ? {}
          : {
              onPropose: () => {
                close();
                propose();
              },
            })}
      />
    </Dialog>
  );
}
