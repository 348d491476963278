import { useState } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Field } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { whyNotDue } from "../round-rules.ts";
import { momentText, say } from "./deciding-words.ts";
import { type DueKey, dueChoices, momentIn } from "./round-due.ts";

/**
 * The last moment of a round: a few that people say, or one of one's own.
 * @param now when the form was opened
 * @param value the moment, ISO; null while it is none
 */
export function DueField({
  now,
  decideBy,
  value,
  onValue,
  error,
}: {
  now: number;
  decideBy: string | null;
  value: string | null;
  onValue: (at: string | null) => void;
  error: string | undefined;
}) {
  const { locale, timeZone } = useReader();
  const [key, setKey] = useState<DueKey | "own">("three_days");
  const [own, setOwn] = useState("");
  const choices = dueChoices(now, timeZone, decideBy);
  const wrong = key === "own" && value ? whyNotDue(new Date(value), new Date(now)) : null;
  const write = (typed: string) => {
    setOwn(typed);
    const [day = "", time = ""] = typed.split("T");
    onValue(day && time ? momentIn(day, time.slice(0, 5), timeZone) : null);
  };
  return (
    <div className="grid gap-3">
      <RadioGroup
        legend={say("web.round.due")}
        value={key}
        onValue={(next) => {
          setKey(next);
          const choice = choices.find((one) => one.key === next);
          if (choice) onValue(choice.at);
          else write(own);
        }}
        choices={[
          ...choices.map((one) => ({
            value: one.key,
            label: (
              <span className="flex flex-wrap items-baseline gap-x-2">
                {say(`web.round.due_choice.${one.key}`)}
                <span className="text-sm text-ink-2">{exactTime(one.at, locale, timeZone)}</span>
              </span>
            ),
          })),
          { value: "own" as const, label: say("web.round.due_choice.own") },
        ]}
      />
      {key === "own" && (
        <Field
          label={say("web.round.due_own")}
          hint={value && !wrong ? momentText(value, now, locale, timeZone) : timeZone}
          error={
            error ??
            (wrong
              ? say(`refusal.${wrong.code === "decisions.due_too_soon" ? "due_too_soon" : "due_too_late"}`)
              : undefined)
          }
          className="max-w-72"
        >
          <TextInput name="dueAt" type="datetime-local" value={own} onChange={(event) => write(event.target.value)} />
        </Field>
      )}
      {key !== "own" && error && <p className="text-sm font-medium text-clay-ink">{error}</p>}
    </div>
  );
}
