import { ListFilter, Search, X } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { levelText } from "../../areas/web/level-words.ts";
import { deciderKinds, outcomes, reversalKinds } from "../../decisions/rules.ts";
import { methodName } from "../../decisions/web/deciding-words.ts";
import { deciderName, kindName, outcomeName, phaseName, reversalName } from "../../decisions/web/decision-badges.tsx";
import { decisionsClient, type LogChoices } from "../../decisions/web/decisions-client.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { classes } from "../../ui/classes.ts";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import {
  changed,
  filterCount,
  type RecordSearch,
  recordSearch,
  sortKeys,
  sortOf,
  unfiltered,
} from "./record-search.ts";
import { say } from "./record-words.ts";
import { useRecordPlace, useRecordSearch } from "./use-record.ts";

/** Typing is waited out before the address changes. */
const typingMs = 250;

/** What narrows the log. On a phone only the search stands open. */
export function LogFilters() {
  const { search, go } = useRecordSearch();
  const [open, setOpen] = useState(false);
  const id = useId();
  const count = filterCount(search);
  return (
    <search className="mb-4 grid gap-3" aria-label={say("web.filter.label")}>
      <div className="flex flex-wrap items-center gap-2.5">
        <div className="min-w-0 flex-1 basis-64">
          <SearchBox />
        </div>
        <Button
          className="md:hidden"
          icon={<ListFilter aria-hidden="true" size={16} />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {say("web.filter.open", { n: count })}
        </Button>
        {count > 0 && (
          <Button look="quiet" icon={<X aria-hidden="true" size={16} />} onClick={() => go(unfiltered(search))}>
            {say("web.log.clear")}
          </Button>
        )}
      </div>
      <div id={id} className={classes("grid gap-3", !open && "max-md:hidden")}>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2.5">
          <Choices />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5">
          <Checkbox
            label={say("web.filter.self")}
            checked={search.self ?? false}
            onChange={(event) => go(changed(search, { self: event.target.checked ? true : undefined }))}
          />
          <SortChoice />
        </div>
      </div>
    </search>
  );
}

function SearchBox() {
  const { search, go } = useRecordSearch();
  const [typed, setTyped] = useState(search.q ?? "");
  const [seen, setSeen] = useState(search.q);
  const [sent, setSent] = useState(search.q);
  if (search.q !== seen) {
    setSeen(search.q);
    // the address was changed elsewhere, as by Back: it is right; what was sent from here may have been typed on since
    if (search.q !== sent) {
      setSent(search.q);
      setTyped(search.q ?? "");
    }
  }
  useEffect(() => {
    const wanted = recordSearch({ q: typed }).q;
    if (wanted === search.q) return;
    const timer = setTimeout(() => {
      setSent(wanted);
      go(changed(search, { q: wanted }), { replace: search.q !== undefined });
    }, typingMs);
    return () => clearTimeout(timer);
  });
  return (
    <TextInput
      type="search"
      icon={<Search />}
      aria-label={say("web.filter.search")}
      placeholder={say("web.filter.search_how")}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function Choices() {
  const { asked } = useRecordPlace();
  const { search, go } = useRecordSearch();
  const choices = decisionsClient.useAsk("choices", asked);
  const { years = [], kinds = [], topics = [] } = choices.data ?? {};
  const set = (change: Parameters<typeof changed>[1]) => go(changed(search, change));
  const own = (words: readonly string[], chosen: string | undefined) =>
    (chosen && !words.includes(chosen) ? [chosen, ...words] : words).map((word) => ({ value: word, label: word }));
  return (
    <>
      <One
        label={say("web.filter.year")}
        any={say("web.filter.any_year")}
        value={search.year?.toString()}
        choices={own(years.map(String), search.year?.toString())}
        onValue={(year) => set({ year: year ? Number(year) : undefined })}
      />
      <One
        label={say("web.filter.by")}
        any={say("web.filter.any_by")}
        value={search.by}
        choices={[...deciderKinds, null].map((kind) => ({ value: kind ?? "none", label: deciderName(kind) }))}
        onValue={(by) => set({ by: by as RecordSearch["by"] })}
      />
      <One
        label={say("web.filter.outcome")}
        any={say("web.filter.any_outcome")}
        value={search.outcome}
        choices={[...outcomes, null].map((outcome) => ({ value: outcome ?? "none", label: outcomeName(outcome) }))}
        onValue={(outcome) => set({ outcome: outcome as RecordSearch["outcome"] })}
      />
      {(kinds.length > 0 || search.kind) && (
        <One
          label={say("web.filter.kind")}
          any={say("web.filter.any_kind")}
          value={search.kind}
          choices={own(kinds, search.kind).map(({ value }) => ({ value, label: kindName(value) }))}
          onValue={(kind) => set({ kind })}
        />
      )}
      {(topics.length > 0 || search.topic) && (
        <One
          label={say("web.filter.topic")}
          any={say("web.filter.any_topic")}
          value={search.topic}
          choices={own(topics, search.topic)}
          onValue={(topic) => set({ topic })}
        />
      )}
      <One
        label={say("web.filter.reversed")}
        any={say("web.filter.any_reversed")}
        value={search.reversed}
        choices={[
          { value: "any", label: say("web.filter.reversed_any") },
          ...reversalKinds.map((kind) => ({ value: kind, label: reversalName(kind) })),
        ]}
        onValue={(reversed) => set({ reversed: reversed as RecordSearch["reversed"] })}
      />
      <MadeChoices choices={choices.data} />
    </>
  );
}

type MadeKey = "area" | "level" | "method" | "phase" | "goal";

/** What narrows decisions made here: only what some decision has, and what the address asks for. */
function MadeChoices({ choices }: { choices: LogChoices | undefined }) {
  const { search, go } = useRecordSearch();
  const { areas = [], levels = [], methods = [], phases = [], goals = [] } = choices ?? {};
  const all: Record<MadeKey, readonly { value: string; label: string }[]> = {
    area: areas.map(({ area, name }) => ({ value: area, label: name })),
    level: levels.map((level) => ({ value: String(level), label: levelText(level) })),
    method: methods.map((method) => ({ value: method, label: methodName(method) })),
    phase: phases.map((phase) => ({ value: phase, label: phaseName(phase) })),
    goal: goals.map(({ goal, words }) => ({ value: goal, label: words })),
  };
  return (Object.keys(all) as MadeKey[]).map((key) => {
    const chosen = search[key]?.toString();
    const known = chosen === undefined || all[key].some(({ value }) => value === chosen);
    if (all[key].length === 0 && known) return null;
    return (
      <One
        key={key}
        label={say(`web.filter.${key}`)}
        any={say(`web.filter.any_${key}`)}
        value={chosen}
        choices={known ? all[key] : [{ value: chosen, label: say("web.filter.none_such") }, ...all[key]]}
        onValue={(value) => go(recordSearch({ ...search, from: undefined, [key]: value }))}
      />
    );
  });
}

/** Every order there is: on a phone there are no heads to press, and not every date has a column. */
function SortChoice() {
  const { search, go } = useRecordSearch();
  const { key, descending } = sortOf(search);
  return (
    <Select
      size="sm"
      className="max-md:w-full"
      aria-label={say("web.filter.sort")}
      value={`${key} ${descending ? "down" : "up"}`}
      choices={sortKeys.flatMap((one) =>
        (["down", "up"] as const).map((order) => ({
          value: `${one} ${order}`,
          label: say(`web.filter.sorted.${one}_${order}`),
        })),
      )}
      onChange={(event) => {
        const [sort, order] = event.target.value.split(" ");
        go(recordSearch({ ...search, from: undefined, sort, order }));
      }}
    />
  );
}

function One({
  label,
  any,
  value,
  choices,
  onValue,
}: {
  label: string;
  any: string;
  value: string | undefined;
  choices: readonly { value: string; label: string }[];
  onValue(value: string | undefined): void;
}) {
  return (
    <Select
      size="sm"
      aria-label={label}
      value={value ?? ""}
      choices={[{ value: "", label: any }, ...choices]}
      onChange={(event) => onValue(event.target.value || undefined)}
    />
  );
}
