import { useState } from "react";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { useSettled } from "../../people/web/settled.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { areasClient, type MayIAnswer } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { MayIAnswerCard } from "./may-i-answer.tsx";
import { amountTyped, currencyChoices, likelyCurrency } from "./may-i-currency.ts";
import type { Facts } from "./may-i-facts.ts";

const reversibles = ["yes", "no", "unsure"] as const;
/** Fewer letters than this say nothing yet. */
const leastLetters = 3;

/**
 * What somebody is about to decide, and the answer to “may I?” as soon as there is something to go by. The words go no further
 * than the question; the facts are the caller's to keep.
 * @param folded whether the facts stand back until something is written
 */
export function MayIForm({
  team,
  facts,
  setFacts,
  folded = false,
}: {
  team: string;
  facts: Facts;
  setFacts: (facts: Facts) => void;
  folded?: boolean;
}) {
  const { workspace } = usePlace();
  const [words, setWords] = useState("");
  const what = useSettled(words.trim());
  const worthAsking = what.length >= leastLetters || Object.keys(facts).length > 0;
  const asked = areasClient.useAsk(
    "mayI",
    { workspace: workspace.id, team, ...(what ? { what } : {}), ...facts },
    // the last answer stays until the next is there, so that nothing jumps while somebody writes
    { enabled: worthAsking, placeholderData: (last: unknown) => last },
  );
  const answer = worthAsking ? asked.data : undefined;
  const open = !folded || words.trim() !== "" || Object.keys(facts).length > 0;
  return (
    <div className="flex flex-col gap-4">
      <Field label={say("web.may_i.what")} hint={say("web.may_i.not_kept")}>
        <TextInput
          value={words}
          maxLength={300}
          autoComplete="off"
          placeholder={say("web.may_i.example")}
          className="min-h-11! text-lg!"
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      {open && <FactFields team={team} facts={facts} setFacts={setFacts} guesses={answer?.guesses ?? []} />}
      <div
        aria-live="polite"
        aria-atomic="true"
        // it stands there empty, so that what comes is read out
        className={answer || asked.error ? undefined : "-mt-4"}
      >
        {asked.error && worthAsking ? (
          <p className="text-sm font-medium text-clay-ink">{asked.error.message}</p>
        ) : (
          answer && <MayIAnswerCard answer={answer} team={team} goalNamed={facts.namesGoal ?? false} />
        )}
      </div>
    </div>
  );
}

function FactFields({
  team,
  facts,
  setFacts,
  guesses,
}: {
  team: string;
  facts: Facts;
  setFacts: (facts: Facts) => void;
  guesses: MayIAnswer["guesses"];
}) {
  const { workspace } = usePlace();
  const board = areasClient.useAsk("board", { workspace: workspace.id, team });
  const areas = board.data?.areas ?? [];
  const set = (patch: { [K in keyof Facts]: Facts[K] | undefined }) => {
    const next = { ...facts, ...patch };
    setFacts(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as Facts);
  };
  const guessed = guesses[0];
  const rest = areas.filter(({ id }) => !guesses.some(({ area }) => area === id));
  return (
    <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-[minmax(12rem,1.2fr)_auto_auto]">
      <Field label={say("web.may_i.area")}>
        <Select
          value={facts.area ?? ""}
          onChange={(event) => set({ area: event.target.value || undefined })}
          choices={[
            {
              value: "",
              label: guessed ? say("web.may_i.area_guessed", { name: guessed.name }) : say("web.may_i.area_by_words"),
            },
            ...(guesses.length > 0
              ? [
                  {
                    group: say("web.may_i.areas_fitting"),
                    choices: guesses.map(({ area, name }) => ({ value: area, label: name })),
                  },
                ]
              : []),
            ...(rest.length > 0
              ? [
                  {
                    group: say("web.may_i.areas_all"),
                    choices: rest.map(({ id, name }) => ({ value: id, label: name })),
                  },
                ]
              : []),
          ]}
        />
      </Field>
      <Cost facts={facts} set={set} used={currencyUsed(areas)} />
      <div className="grid content-start gap-1.5">
        <p aria-hidden="true" className="text-sm font-semibold">
          {say("web.may_i.reversible")}
        </p>
        <Segmented
          label={say("web.may_i.reversible")}
          value={facts.reversible === undefined ? "unsure" : facts.reversible ? "yes" : "no"}
          onValue={(value: (typeof reversibles)[number]) =>
            set({ reversible: value === "unsure" ? undefined : value === "yes" })
          }
          choices={reversibles.map((value) => ({ value, label: say(`web.may_i.reversible_${value}`) }))}
        />
      </div>
      <Checkbox
        className="sm:col-span-full"
        checked={facts.namesGoal ?? false}
        label={say("web.may_i.names_goal")}
        onChange={(event) => set({ namesGoal: event.target.checked ? true : undefined })}
      />
    </div>
  );
}

/** The currency that the team's guardrails use, if any does. */
function currencyUsed(areas: readonly { guardrails: readonly { kind: string; currency?: string }[] }[]): string {
  const used = areas.flatMap(({ guardrails }) => guardrails).find(({ kind }) => kind === "cost")?.currency;
  return used ?? likelyCurrency(spokenVariety());
}

function Cost({
  facts,
  set,
  used,
}: {
  facts: Facts;
  set: (patch: { cost?: number | undefined; currency?: string | undefined }) => void;
  used: string;
}) {
  const [typed, setTyped] = useState(facts.cost === undefined ? "" : String(facts.cost));
  const currency = facts.currency ?? used;
  const wrong = amountTyped(typed) === undefined;
  return (
    <div className="flex items-start gap-2">
      <Field label={say("web.may_i.cost")} className="w-30" error={wrong ? say("web.may_i.no_amount") : undefined}>
        <TextInput
          inputMode="decimal"
          autoComplete="off"
          className="tabular-nums"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            const cost = amountTyped(event.target.value) ?? undefined;
            set(cost === undefined ? { cost, currency: undefined } : { cost, currency });
          }}
        />
      </Field>
      <Field label={say("web.may_i.currency")} className="w-25">
        <Select
          value={currency}
          onChange={(event) => set({ currency: event.target.value })}
          choices={currencyChoices([...new Set([currency, used])])}
        />
      </Field>
    </div>
  );
}
