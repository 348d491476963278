import { useState } from "react";
import { listText } from "../../areas/web/areas-words.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { say } from "./deciding-words.ts";
import { decisionsClient, type Version } from "./decisions-client.ts";
import { VersionChanges } from "./version-changes.tsx";

/** Two versions of a proposal, in one text or side by side; which objections the later one took in. */
export function VersionCompare({ decision }: { decision: string }) {
  const { workspace } = usePlace();
  const [pair, setPair] = useState<{ from: number; to: number } | null>(null);
  const [way, setWay] = useState<"inline" | "beside">("inline");
  const asked = decisionsClient.useAsk("versions", { workspace: workspace.id, decision });
  if (asked.error) return <CouldNotLoad level={3} error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton className="h-64" />;
  const { versions } = asked.data;
  const latest = versions[0]?.n ?? 1;
  const { from, to } = pair ?? { from: Math.max(1, latest - 1), to: latest };
  const before = versions.find(({ n }) => n === from);
  const after = versions.find(({ n }) => n === to);
  if (!before || !after) return null;
  const choices = versions.map(({ n }) => ({ value: String(n), label: say("web.version.n", { n }) }));
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-end gap-4">
        <Field label={say("web.version.from")} className="min-w-36">
          <Select
            size="sm"
            choices={choices}
            value={String(from)}
            onChange={(event) => setPair({ from: Number(event.target.value), to })}
          />
        </Field>
        <Field label={say("web.version.to")} className="min-w-36">
          <Select
            size="sm"
            choices={choices}
            value={String(to)}
            onChange={(event) => setPair({ from, to: Number(event.target.value) })}
          />
        </Field>
        <Segmented
          label={say("web.version.way")}
          value={way}
          onValue={setWay}
          choices={[
            { value: "inline", label: say("web.version.inline") },
            { value: "beside", label: say("web.version.beside") },
          ]}
        />
      </div>
      {way === "inline" ? (
        <article aria-label={say("web.version.compared", { from, to })} className="text-lg leading-normal">
          <VersionChanges before={before.proposal} after={after.proposal} />
        </article>
      ) : (
        <div className="grid gap-5 md:grid-cols-2">
          <article aria-label={say("web.version.n", { n: from })}>
            <h3 className="mb-1.5 text-base">{say("web.version.n", { n: from })}</h3>
            <VersionChanges before={before.proposal} after={after.proposal} only="gone" />
          </article>
          <article
            aria-label={say("web.version.n", { n: to })}
            className="max-md:border-t max-md:border-line max-md:pt-4"
          >
            <h3 className="mb-1.5 text-base">{say("web.version.n", { n: to })}</h3>
            <VersionChanges before={before.proposal} after={after.proposal} only="new" />
          </article>
        </div>
      )}
      <VersionFacts version={after} />
    </div>
  );
}

/** Whose version it is and since when, what its author says has changed, and what it integrates. */
function VersionFacts({ version }: { version: Version }) {
  const { locale, timeZone } = useReader();
  const { n, by, at, whatChanged, integrates, rounds } = version;
  return (
    <div className="grid gap-2 border-t border-line pt-4 text-sm text-ink-2">
      {whatChanged && (
        <p dir="auto" className="max-w-prose text-base whitespace-pre-line text-ink">
          {whatChanged}
        </p>
      )}
      <p>{say("web.version.by", { n, name: by.name, moment: exactTime(at, locale, timeZone) })}</p>
      {rounds.length > 0 && (
        <p>
          {say("web.version.rounds", {
            n: rounds.length,
            rounds: listText(
              rounds.map((round) => new Intl.NumberFormat(locale).format(round)),
              locale,
            ),
          })}
        </p>
      )}
      {integrates.length > 0 && (
        <div>
          <p className="font-semibold text-ink">{say("web.version.takes_in")}</p>
          <ul className="mt-1 grid gap-1.5">
            {integrates.map(({ by: name, words }) => (
              <li key={name + words} className="border-s-2 border-pasture-edge ps-3">
                <bdi className="font-medium text-ink">{name}</bdi> <bdi className="whitespace-pre-line">{words}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
