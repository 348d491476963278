import { useState } from "react";
import { daysAfter, todayIn } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { mostLoanDays } from "../step-in-rules.ts";
import { areasClient, type StepIn } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { levelText } from "./level-words.ts";
import { alsoTold } from "./loan-words.ts";

const usualDays = 7;

/** Asks the owner for a later end. */
export function LongerDialog({ one, open, end }: { one: StepIn; open: boolean; end: () => void }) {
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      title={say("web.step_in.longer_title", { name: one.area?.name ?? one.decision?.title ?? "" })}
      lead={say("web.step_in.longer_lead")}
      closeLabel={say("web.close")}
    >
      <LongerForm one={one} end={end} />
    </Dialog>
  );
}

function LongerForm({ one, end }: { one: StepIn; end: () => void }) {
  const { workspace } = usePlace();
  const { timeZone } = useReader();
  const today = useToday();
  const last = todayIn(timeZone, Date.parse(one.until));
  const most = daysAfter(today, mostLoanDays);
  const usual = daysAfter(last, usualDays);
  const [until, setUntil] = useState(usual < most ? usual : most);
  const extend = areasClient.useDo("extend", alsoTold);
  const submit = useSubmit(
    async ({ why = "" }) => {
      insistOnFilled({ until, why });
      await extend.mutateAsync({ workspace: workspace.id, stepIn: one.id, until, why });
      end();
      toast.success(say("web.step_in.longer_asked"));
    },
    { "areas.loan_too_long": "until", "areas.loan_ends_past": "until" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <Field
        label={say("web.step_in.longer_until")}
        hint={say("web.step_in.until_hint", { back: levelText(one.back), most: mostLoanDays })}
        error={submit.wrong("until")}
      >
        <DateInput name="until" value={until} min={daysAfter(last, 1)} max={most} onValue={setUntil} />
      </Field>
      <Field label={say("web.step_in.longer_why")} error={submit.wrong("why")}>
        <Textarea name="why" dir="auto" rows={3} maxLength={1_000} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.step_in.longer_send")}
        </Button>
      </div>
    </form>
  );
}
