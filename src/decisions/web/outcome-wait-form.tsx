import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { DayAhead } from "./decide-day.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { alsoNotices } from "./outcome-words.ts";

const waitSpans = [14, 30, 90];

/** Agree to wait: until a day, and why. */
export function WaitForm({ view, end }: { view: DecidingView; end: () => void }) {
  const { workspace } = usePlace();
  const [until, setUntil] = useState("");
  const wait = decisionsClient.useDo("wait", alsoNotices);
  const submit = useSubmit(
    async ({ why = "" }) => {
      insistOnFilled({ why, until });
      await wait.mutateAsync({ workspace: workspace.id, decision: view.id, until, why });
      end();
      toast.success(say("web.hand.waits"));
    },
    { "decisions.day_is_past": "until" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <p className="text-sm text-ink-2">{say("web.hand.wait_means")}</p>
      <Field label={say("web.hand.wait_why")} error={submit.wrong("why")}>
        <Textarea name="why" dir="auto" rows={2} maxLength={1_000} />
      </Field>
      <DayAhead
        name="until"
        label={say("web.hand.wait_until")}
        value={until}
        onValue={setUntil}
        spans={waitSpans}
        error={submit.wrong("until")}
      />
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.outcome.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.hand.wait")}
        </Button>
      </div>
    </form>
  );
}
