import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { type AgreementView, directionClient, type Promises } from "./direction-client.ts";
import { say } from "./direction-words.ts";

const blank: Promises = { answerDays: 2, speaksLast: true, stepsIn: "", leadPromises: "", teamPromises: "" };
const dayChoices = [1, 2, 3, 5, 10, 20];

/**
 * Proposes a new version, beginning with what holds.
 * @param view what holds and what is proposed
 */
export function ProposeAgreement({
  team,
  view,
  open,
  onOpen,
}: {
  team: TeamEntry;
  view: AgreementView;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  return (
    <Dialog
      open={open}
      onOpen={onOpen}
      width="md"
      title={say("web.agreement.propose")}
      lead={say("web.agreement.propose_lead")}
      closeLabel={say("web.close")}
    >
      <ProposeForm team={team} view={view} end={() => onOpen(false)} />
    </Dialog>
  );
}

function ProposeForm({ team, view, end }: { team: TeamEntry; view: AgreementView; end: () => void }) {
  const { workspace } = usePlace();
  const propose = directionClient.useDo("proposeAgreement");
  const begin = view.inForce ?? view.proposed ?? blank;
  const submit = useSubmit(async (typed) => {
    await propose.mutateAsync({
      workspace: workspace.id,
      team: team.id,
      answerDays: Number(typed.answerDays),
      speaksLast: typed.speaksLast === "on",
      stepsIn: typed.stepsIn ?? "",
      leadPromises: typed.leadPromises ?? "",
      teamPromises: typed.teamPromises ?? "",
    });
    end();
    toast.success(say("web.agreement.is_proposed"));
  });
  const days = dayChoices.includes(begin.answerDays)
    ? dayChoices
    : [...dayChoices, begin.answerDays].sort((a, b) => a - b);
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      {view.proposed && <Banner tone="brass">{say("web.agreement.takes_the_place")}</Banner>}
      <fieldset className="grid gap-4">
        <legend className="serif mb-3 text-lg">{say("web.agreement.lead")}</legend>
        <Field label={say("web.agreement.answer_label")} error={submit.wrong("answerDays")} className="max-w-64">
          <Select
            name="answerDays"
            defaultValue={String(begin.answerDays)}
            choices={days.map((n) => ({ value: String(n), label: say("web.agreement.days", { n }) }))}
          />
        </Field>
        <Checkbox
          name="speaksLast"
          defaultChecked={begin.speaksLast}
          label={say("web.agreement.speaks_last")}
          hint={say("web.agreement.speaks_last_hint")}
        />
        <Field
          label={say("web.agreement.steps_in")}
          hint={say("web.agreement.steps_in_hint")}
          optional={say("web.optional")}
          error={submit.wrong("stepsIn")}
        >
          <Textarea name="stepsIn" dir="auto" rows={2} maxLength={600} defaultValue={begin.stepsIn} />
        </Field>
        <Field
          label={say("web.agreement.lead_more")}
          hint={say("web.agreement.one_a_line")}
          optional={say("web.optional")}
          error={submit.wrong("leadPromises")}
        >
          <Textarea name="leadPromises" dir="auto" rows={2} maxLength={600} defaultValue={begin.leadPromises} />
        </Field>
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="serif mb-3 text-lg">{say("web.agreement.team")}</legend>
        <Field
          label={say("web.agreement.team_label")}
          hint={say("web.agreement.one_a_line")}
          optional={say("web.optional")}
          error={submit.wrong("teamPromises")}
        >
          <Textarea name="teamPromises" dir="auto" rows={3} maxLength={600} defaultValue={begin.teamPromises} />
        </Field>
      </fieldset>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.agreement.propose_submit")}
        </Button>
      </div>
    </form>
  );
}
