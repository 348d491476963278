import { ShieldCheck, X } from "lucide-react";
import { useId } from "react";
import type { Board } from "../../areas/web/areas-client.ts";
import { LevelPick } from "../../areas/web/ground-level-pick.tsx";
import { levelMeans, levelText } from "../../areas/web/level-words.ts";
import { moneyText } from "../../areas/web/may-i-currency.ts";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field } from "../../ui/field.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type { Goes, Pick } from "./start-picks.ts";
import { say } from "./start-words.ts";

const someoneNew = "new";

/** One area to pick: its name, where it stands today and where it is wished, and to whom it goes. */
export function PickRow({
  pick,
  own,
  currency,
  people,
  wrongName,
  wrongPerson,
  change,
  remove,
}: {
  pick: Pick;
  /** One of somebody's own: it can be thrown away, and its purpose is theirs to write. */
  own: boolean;
  currency: string;
  people: Board["people"];
  wrongName: string | undefined;
  wrongPerson: string | undefined;
  change: (patch: Partial<Pick>) => void;
  remove: () => void;
}) {
  const named = pick.name.trim() || say("start.areas.unnamed");
  if (!pick.picked) {
    return (
      <li className="py-3.5">
        <Checkbox
          checked={false}
          onChange={() => change({ picked: true })}
          label={<bdi className="font-semibold">{named}</bdi>}
          hint={pick.purpose}
        />
      </li>
    );
  }
  return (
    <li className="grid gap-4 py-5">
      <div className="flex items-start gap-3">
        {!own && (
          <Checkbox
            checked
            onChange={() => change({ picked: false })}
            label={<span className="sr-only">{named}</span>}
            className="mt-9"
          />
        )}
        <div className="grid min-w-0 flex-1 gap-3 sm:grid-cols-2">
          <Field label={say("start.areas.name")} error={wrongName}>
            <TextInput
              name={`name.${pick.key}`}
              value={pick.name}
              maxLength={80}
              autoComplete="off"
              className="font-semibold"
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          {own ? (
            <Field label={say("start.areas.purpose")}>
              <TextInput
                value={pick.purpose}
                maxLength={400}
                autoComplete="off"
                onChange={(event) => change({ purpose: event.target.value })}
              />
            </Field>
          ) : (
            <p className="self-end pb-2 text-sm text-ink-2 max-sm:-mt-2">{pick.purpose}</p>
          )}
        </div>
        {own && (
          <IconButton
            icon={<X />}
            label={say("start.areas.remove", { name: named })}
            className="mt-6"
            onClick={remove}
          />
        )}
      </div>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <LevelPick
          tone="brass"
          legend={say("start.areas.today")}
          value={pick.level}
          onValue={(level) => change({ level })}
          meaning={levelMeans(pick.level)}
        />
        <LevelPick
          legend={say("start.areas.wished")}
          value={pick.wished}
          onValue={(wished) => change({ wished })}
          from={pick.level}
          meaning={levelMeans(pick.wished)}
        />
      </div>
      <div className="grid items-start gap-x-8 gap-y-3 lg:grid-cols-2">
        <GoesTo pick={pick} people={people} wrong={wrongPerson} change={(goes) => change({ goes })} />
        <Guard pick={pick} currency={currency} change={change} />
      </div>
    </li>
  );
}

function GoesTo({
  pick: { goes, key },
  people,
  wrong,
  change,
}: {
  pick: Pick;
  people: Board["people"];
  wrong: string | undefined;
  change: (goes: Goes) => void;
}) {
  const { workspace } = usePlace();
  const value = goes.to === "member" ? goes.member : goes.to === "named" ? someoneNew : "";
  const choose = (chosen: string) => {
    if (chosen === someoneNew) change({ to: "named", name: "" });
    else change(chosen ? { to: "member", member: chosen } : { to: "nobody" });
  };
  return (
    <div className="grid gap-2 xs:grid-cols-2">
      <Field label={say("start.areas.goes_to")}>
        <Select
          value={value}
          onChange={(event) => choose(event.target.value)}
          choices={[
            { value: "", label: say("start.areas.goes_nobody") },
            { value: someoneNew, label: say("start.areas.goes_named") },
            ...people.map(({ member, name, expected }) => ({
              value: member,
              label:
                member === workspace.me.id
                  ? say("start.areas.goes_me", { name })
                  : expected
                    ? say("start.areas.goes_expected", { name })
                    : name,
            })),
          ]}
        />
      </Field>
      {goes.to === "named" && (
        <Field label={say("start.areas.person")} error={wrong}>
          <TextInput
            name={`person.${key}`}
            value={goes.name}
            maxLength={80}
            autoComplete="off"
            // the choice was just made to write a name
            ref={focusWhenEmpty}
            onChange={(event) => change({ to: "named", name: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}

const focusWhenEmpty = (input: HTMLInputElement | null) => {
  if (input && !input.value) input.focus();
};

/** The one guardrail that fits, in words; it can be left out, and an amount can be another. */
function Guard({ pick, currency, change }: { pick: Pick; currency: string; change: (patch: Partial<Pick>) => void }) {
  const { guard } = pick;
  const id = useId();
  if (!guard) return null;
  return (
    <div className="flex items-start gap-2 rounded-lg bg-pasture-soft px-3 py-2 text-sm">
      <ShieldCheck aria-hidden="true" size={17} className="mt-0.5 shrink-0 text-pasture-ink" />
      <p className="min-w-0 flex-1" id={id}>
        <span className="font-semibold">{say("start.areas.guard")}</span> {guardText(guard, currency)}
      </p>
      {guard.kind === "cost" && (
        <TextInput
          aria-label={say("start.areas.guard_over", { currency })}
          inputMode="numeric"
          className="min-h-8! w-24! py-0.5! text-end tabular-nums"
          value={String(guard.over)}
          onChange={(event) => {
            const over = Number(event.target.value.replace(/\D/g, "").slice(0, 9));
            change({ guard: { ...guard, over } });
          }}
        />
      )}
      <IconButton
        icon={<X />}
        size="sm"
        label={say("start.areas.guard_away")}
        aria-describedby={id}
        onClick={() => change({ guard: null })}
      />
    </div>
  );
}

function guardText(guard: NonNullable<Pick["guard"]>, currency: string): string {
  if (guard.kind === "text") return say(`starter.guards.${guard.of}`);
  const level = levelText(guard.level);
  return guard.kind === "one_way"
    ? say("start.areas.guard_one_way", { level })
    : say("start.areas.guard_cost", { over: moneyText(guard.over, currency, spokenVariety()), level });
}
