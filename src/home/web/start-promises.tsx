import { Link } from "@tanstack/react-router";
import { type AgreementView, directionClient } from "../../direction/web/direction-client.ts";
import { AgreementInShort } from "../../direction/web/intent-words.tsx";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Switch } from "../../ui/switch.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { after, StepFoot, type Way } from "./start-frame.tsx";
import { say } from "./start-words.ts";

const dayChoices = ["1", "2", "3", "5", "10"] as const;
type Days = (typeof dayChoices)[number];

/** What was typed of the promises, before they are made. */
export type PromisesTyped = { days: Days; speaksLast: boolean; stepsIn: string; leadPromises: string };
export const noPromises: PromisesTyped = { days: "2", speaksLast: true, stepsIn: "", leadPromises: "" };

/** What the lead promises: it is the lead who is bound first. */
export function PromisesStep({
  agreement,
  typed,
  setTyped,
  way,
}: {
  agreement: AgreementView;
  typed: PromisesTyped;
  setTyped: (typed: PromisesTyped) => void;
  way: Way;
}) {
  const made = agreement.inForce ?? agreement.proposed;
  if (made) return <Made made={made} way={way} />;
  return <PromisesForm why={agreement.whyNotPropose} typed={typed} setTyped={setTyped} way={way} />;
}

function Made({ made, way }: { made: NonNullable<AgreementView["inForce"]>; way: Way }) {
  const { workspace, team } = usePlace();
  return (
    <>
      <Card
        tone="pasture"
        title={say("start.promises.made")}
        note={
          <Link
            to="/w/$workspace/t/$team/agreement"
            params={{ workspace: workspace.slug, team: team!.id }}
            className={textLink}
          >
            {say("start.promises.change")}
          </Link>
        }
        {...(made.state === "proposed" ? { lead: say("ground_map.sheet.not_in_force") } : {})}
      >
        <AgreementInShort agreement={made} />
      </Card>
      <StepFoot way={way} />
    </>
  );
}

function PromisesForm({
  why,
  typed,
  setTyped,
  way,
}: {
  why: string | null;
  typed: PromisesTyped;
  setTyped: (typed: PromisesTyped) => void;
  way: Way;
}) {
  const { workspace, team } = usePlace();
  const propose = directionClient.useDo("proposeAgreement");
  const write = (patch: Partial<PromisesTyped>) => setTyped({ ...typed, ...patch });
  const submit = useSubmit(async () => {
    const { days, ...rest } = typed;
    await propose.mutateAsync({
      workspace: workspace.id,
      team: team!.id,
      ...rest,
      answerDays: Number(days),
      teamPromises: "",
    });
    way.go(after(way.step));
  });
  return (
    <form {...submit.form}>
      <Card>
        <div className="grid gap-6">
          <FormProblem>{submit.problem}</FormProblem>
          <div>
            <p aria-hidden="true" className="serif mb-2 text-lg font-semibold">
              {say("start.promises.days")}
            </p>
            <Segmented
              label={say("start.promises.days")}
              value={typed.days}
              onValue={(days: Days) => write({ days })}
              choices={dayChoices.map((days) => ({
                value: days,
                label: say("start.promises.n_days", { n: Number(days) }),
              }))}
            />
            <p className="mt-2 text-sm text-ink-2">{say("start.promises.days_hint")}</p>
          </div>
          <Switch
            label={<span className="serif text-lg font-semibold">{say("start.promises.speaks_last")}</span>}
            hint={say("start.promises.speaks_last_hint")}
            checked={typed.speaksLast}
            onChange={(event) => write({ speaksLast: event.target.checked })}
          />
          <Field
            label={<span className="serif text-lg font-semibold">{say("start.promises.steps_in")}</span>}
            hint={say("start.promises.steps_in_hint")}
            error={submit.wrong("stepsIn")}
          >
            <Textarea
              name="stepsIn"
              rows={2}
              maxLength={600}
              value={typed.stepsIn}
              onChange={(event) => write({ stepsIn: event.target.value })}
            />
          </Field>
          <Field
            label={<span className="serif text-lg font-semibold">{say("start.promises.more")}</span>}
            optional={say("start.optional")}
            error={submit.wrong("leadPromises")}
          >
            <Textarea
              name="leadPromises"
              rows={2}
              maxLength={600}
              value={typed.leadPromises}
              onChange={(event) => write({ leadPromises: event.target.value })}
            />
          </Field>
        </div>
      </Card>
      <StepFoot way={way}>
        <Button type="submit" look="primary" size="lg" busy={submit.busy} why={why}>
          {say("start.promises.promise")}
        </Button>
      </StepFoot>
    </form>
  );
}
