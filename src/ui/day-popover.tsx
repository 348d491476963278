import { Popover as Base } from "@base-ui/react/popover";
import { History } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { DateInput } from "./date-input.tsx";
import { Field } from "./field.tsx";
import { isoDay } from "./iso-day.ts";
import { Popover } from "./popover.tsx";

export type DayPopoverWords = {
  /** On the button. */
  label: string;
  title: string;
  hint: string;
  day: string;
  /** Why a day cannot be shown. */
  wrong: string;
  /** What the days to choose from are. */
  usual: string;
  show: string;
  /** The way back to today. */
  back: string;
};

type DayPopoverProps = {
  /** The earlier day that is shown now, `2026-11-24`; undefined for today. */
  value: string | undefined;
  today: string;
  /** The first day there is something to see. */
  first?: string | undefined;
  /** Days to choose with one press, each with how it is said. */
  usual: readonly { day: string; label: string }[];
  words: DayPopoverWords;
  /** Told the day that was chosen; undefined for today. */
  onDay(day: string | undefined): void;
};

/** A button that says as of which day a page is told, and the small form behind it that chooses another. */
export function DayPopover(props: DayPopoverProps) {
  const { words } = props;
  return (
    <Popover
      align="end"
      title={words.title}
      trigger={<Button icon={<History aria-hidden="true" size={17} />}>{words.label}</Button>}
    >
      <DayForm {...props} />
    </Popover>
  );
}

function DayForm({ value, today, first, usual, words, onDay }: DayPopoverProps) {
  const [typed, setTyped] = useState(value ?? today);
  const wanted = isoDay(typed);
  const wrong = !wanted || wanted > today;
  const show = (day: string) => onDay(day === today ? undefined : day);
  return (
    <form className="grid gap-3.5" onSubmit={(event) => event.preventDefault()}>
      <p className="text-sm text-ink-2">{words.hint}</p>
      <Field label={words.day} error={wrong ? words.wrong : undefined}>
        <DateInput value={typed} max={today} {...(first ? { min: first } : {})} onValue={setTyped} />
      </Field>
      {usual.length > 0 && (
        <div>
          <div className="mb-1.5 text-sm font-semibold">{words.usual}</div>
          <ul className="flex flex-wrap gap-1.5">
            {usual.map(({ day, label }) => (
              <li key={day}>
                <Base.Close render={<Button size="sm" onClick={() => show(day)} />}>{label}</Base.Close>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex justify-end gap-2">
        {value && <Base.Close render={<Button look="quiet" onClick={() => show(today)} />}>{words.back}</Base.Close>}
        {wrong ? (
          <Button type="submit" look="primary" disabled>
            {words.show}
          </Button>
        ) : (
          <Base.Close render={<Button type="submit" look="primary" onClick={() => show(wanted)} />}>
            {words.show}
          </Base.Close>
        )}
      </div>
    </form>
  );
}
