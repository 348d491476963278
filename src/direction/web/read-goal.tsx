import { useId, useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { directionClient, type GoalView } from "./direction-client.ts";
import { numberText, say } from "./direction-words.ts";

/** Its owner says how sure they are today, and where the number stands. */
export function ReadGoal({ view, open, end }: { view: GoalView; open: boolean; end: () => void }) {
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      title={say("web.read_goal.title")}
      lead={<bdi>{view.outcome}</bdi>}
      closeLabel={say("web.close")}
    >
      <ReadForm view={view} end={end} />
    </Dialog>
  );
}

function ReadForm({ view, end }: { view: GoalView; end: () => void }) {
  const { workspace } = usePlace();
  const [sure, setSure] = useState(view.confidence);
  const [missing, setMissing] = useState(false);
  const read = directionClient.useDo("readGoal");
  const submit = useSubmit(async ({ value = "", note = "" }) => {
    if (sure === null) {
      setMissing(true);
      return;
    }
    await read.mutateAsync({
      workspace: workspace.id,
      goal: view.id,
      confidence: sure,
      value: value === "" ? null : Number(value),
      note,
    });
    end();
    toast.success(say("web.read_goal.noted"));
  });
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <Sureness
        value={sure}
        error={missing ? say("web.read_goal.choose") : undefined}
        onValue={(next) => {
          setMissing(false);
          setSure(next);
        }}
      />
      {view.measure.kind === "number" && (
        <Field
          label={say("web.read_goal.value", { name: view.measure.name })}
          optional={say("web.optional")}
          hint={view.measure.unit ? say("web.read_goal.in_unit", { unit: view.measure.unit }) : undefined}
          error={submit.wrong("value")}
          className="max-w-64"
        >
          <TextInput type="number" step="any" inputMode="decimal" name="value" defaultValue={view.value ?? ""} />
        </Field>
      )}
      <Field
        label={say("web.read_goal.note")}
        optional={say("web.optional")}
        hint={say("web.read_goal.note_hint")}
        error={submit.wrong("note")}
      >
        <Textarea name="note" dir="auto" rows={2} maxLength={300} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.read_goal.submit")}
        </Button>
      </div>
    </form>
  );
}

/** From 0 to 10, one press or the arrow keys. */
function Sureness({
  value,
  error,
  onValue,
}: {
  value: number | null;
  error: string | undefined;
  onValue: (value: number) => void;
}) {
  const { locale } = useReader();
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}error` : undefined}>
      <legend className="mb-2 text-sm font-semibold">{say("web.read_goal.question")}</legend>
      <div className="grid grid-cols-11 gap-0.5 xs:gap-1">
        {Array.from({ length: 11 }, (_, n) => (
          <label
            // biome-ignore lint/suspicious/noArrayIndexKey: a number is its place
            key={n}
            className="grid h-10 place-items-center rounded-md border border-line-2 bg-raised text-sm tabular-nums transition-colors hover:bg-hover has-checked:border-sky has-checked:bg-sky-soft has-checked:font-semibold has-checked:text-sky-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-pasture pointer-coarse:h-11"
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={value === n}
              onChange={() => onValue(n)}
              aria-label={n === 0 ? say("web.read_goal.zero") : n === 10 ? say("web.read_goal.ten") : undefined}
            />
            <span>{numberText(n, locale)}</span>
          </label>
        ))}
      </div>
      <div aria-hidden="true" className="mt-1.5 flex justify-between gap-3 text-xs text-ink-2">
        <span>{say("web.read_goal.not_at_all")}</span>
        <span>{say("web.read_goal.certain")}</span>
      </div>
      {error && (
        <p id={`${id}error`} role="alert" className="mt-1.5 text-sm font-medium text-clay-ink">
          {error}
        </p>
      )}
    </fieldset>
  );
}
