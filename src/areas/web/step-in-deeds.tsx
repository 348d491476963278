import { useState } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { areasClient, type StepIn } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { levelText } from "./level-words.ts";
import { alsoTold, useLoanDay } from "./loan-words.ts";
import { useOnce } from "./once.ts";
import { LongerDialog } from "./step-in-longer.tsx";
import { LookBackDialog } from "./step-in-look-back.tsx";

/** What a step-in is on, by name. */
export const subjectOf = ({ area, decision }: StepIn): string => area?.name ?? decision?.title ?? "";

/** What I may do with a step-in: hand it back, ask for more time or answer that, look back. Nothing where I may do nothing. */
export function StepInDeeds({ one }: { one: StepIn }) {
  const { workspace } = usePlace();
  const day = useLoanDay();
  const [asking, setAsking] = useState(false);
  const [looking, setLooking] = useState(false);
  const once = useOnce();
  const back = areasClient.useDo("handBack", alsoTold);
  const answer = areasClient.useDo("answerExtension", alsoTold);
  const mine = one.by.member === workspace.me.id;
  const at = { workspace: workspace.id, stepIn: one.id };
  const says = (yes: boolean) =>
    once(() =>
      tellOutcome(
        answer.mutateAsync({ ...at, yes }),
        yes && one.extension
          ? say("web.step_in.longer_said_yes", { day: day(one.extension.to) })
          : say("web.step_in.longer_said_no"),
      ),
    );
  const handBack = () =>
    once(() =>
      tellOutcome(
        back.mutateAsync(at),
        say("web.step_in.handed_back", { name: subjectOf(one), level: levelText(one.back) }),
      ),
    );
  return (
    <>
      {one.extension?.mineToAnswer && (
        <>
          <Button look="primary" busy={answer.isPending} onClick={() => void says(true)}>
            {say("web.step_in.longer_yes", { day: day(one.extension.to) })}
          </Button>
          <Button disabled={answer.isPending} onClick={() => void says(false)}>
            {say("web.step_in.longer_no")}
          </Button>
        </>
      )}
      {one.inForce && !one.whyNotHandBack && (
        <Button look={mine ? "primary" : "plain"} busy={back.isPending} onClick={() => void handBack()}>
          {say("web.step_in.hand_back")}
        </Button>
      )}
      {one.inForce && mine && (
        <Button why={one.whyNotExtend} onClick={() => setAsking(true)}>
          {say("web.step_in.longer")}
        </Button>
      )}
      {!one.whyNotReview && (
        <Button look={mine ? "primary" : "plain"} size="sm" onClick={() => setLooking(true)}>
          {say("web.step_in.look_back")}
        </Button>
      )}
      <LongerDialog one={one} open={asking} end={() => setAsking(false)} />
      <LookBackDialog one={one} open={looking} end={() => setLooking(false)} />
    </>
  );
}
