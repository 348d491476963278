import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import type { Refused } from "../../foundation/client.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Badge } from "../../ui/badge.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field } from "../../ui/field.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Select } from "../../ui/select.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { directionClient, type Intent } from "./direction-client.ts";
import { DirectionNotShown, SheetsWaiting } from "./direction-states.tsx";
import { say } from "./direction-words.ts";
import { VersionCompared } from "./version-compared.tsx";

/** As many as the server gives at once. */
const atOnce = 20;

/** Every version of a team's intent, and what changed between any two of them. */
export function VersionsPage() {
  const { team } = usePlace();
  return team ? <TheVersions key={team.id} team={team} /> : null;
}

function TheVersions({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const [pages, setPages] = useState(1);
  // earlier pages stay, so that any two of what is shown can be compared
  const shown = useQueries({
    queries: Array.from({ length: pages }, (_, page) =>
      directionClient.queryOptions("versions", { workspace: workspace.id, team: team.id, offset: page * atOnce }),
    ),
  });
  const [pair, setPair] = useState<{ from: number; to: number } | null>(null);
  const first = shown[0];
  if (first?.error && !first.data) {
    return (
      <DirectionNotShown
        title={say("web.versions.title")}
        error={first.error as Refused}
        again={() => void first.refetch()}
      />
    );
  }
  const versions = shown.flatMap(({ data }) => data?.versions ?? []);
  const total = first?.data?.total ?? 0;
  const late = shown.at(-1);
  const latest = versions[0];
  const to = versions.find(({ version }) => version === pair?.to) ?? latest;
  const from =
    versions.find(({ version }) => version === pair?.from) ??
    versions.find(({ version }) => version === (to?.version ?? 0) - 1);
  return (
    <>
      <PageHeader
        eyebrow={<Trail team={team} />}
        title={say("web.versions.title")}
        lead={say("web.versions.lead", { name: team.name })}
      />
      {!first?.data && <SheetsWaiting tall={[440, 220]} />}
      {first?.data && versions.length === 0 && (
        <EmptyState picture="path" title={say("web.versions.none_title")}>
          {say("web.versions.none")}
        </EmptyState>
      )}
      {to && (
        <div className="grid gap-5">
          <Card>
            {versions.length > 1 && (
              <Choices
                versions={versions}
                from={from?.version ?? to.version}
                to={to.version}
                onPair={(next) => setPair(next)}
              />
            )}
            <VersionCompared from={from && from.id !== to.id ? from : null} to={to} />
          </Card>
          <Card title={say("web.versions.all")}>
            <ol className="divide-y divide-line">
              {versions.map((version) => (
                <OneVersion
                  key={version.id}
                  version={version}
                  holds={version === latest}
                  compare={
                    versions.some((one) => one.version === version.version - 1)
                      ? () => setPair({ from: version.version - 1, to: version.version })
                      : null
                  }
                />
              ))}
            </ol>
            {total > versions.length && (
              <Button
                size="sm"
                className="no-print mt-4"
                busy={late?.isFetching ?? false}
                onClick={() => (late?.error ? void late.refetch() : setPages(pages + 1))}
              >
                {say("web.versions.earlier")}
              </Button>
            )}
          </Card>
        </div>
      )}
    </>
  );
}

function Trail({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  return (
    <Breadcrumb
      label={say("web.trail")}
      trail={[
        { key: "team", node: <bdi>{team.name}</bdi> },
        {
          key: "intent",
          node: (
            <Link to="/w/$workspace/t/$team/intent" params={{ workspace: workspace.slug, team: team.id }}>
              {say("web.intent.short")}
            </Link>
          ),
        },
      ]}
    />
  );
}

function Choices({
  versions,
  from,
  to,
  onPair,
}: {
  versions: readonly Intent[];
  from: number;
  to: number;
  onPair: (pair: { from: number; to: number }) => void;
}) {
  const { locale, timeZone } = useReader();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const choices = versions.map(({ version, publishedAt }) => ({
    value: String(version),
    label: `${say("web.intent.version", { n: version })} · ${day.format(new Date(publishedAt))}`,
  }));
  return (
    <div className="no-print mb-6 flex flex-wrap items-end gap-x-3 gap-y-3 border-b border-line pb-5">
      <Field label={say("web.versions.from")} className="min-w-0 flex-1 basis-44 sm:max-w-64">
        <Select
          size="sm"
          choices={choices}
          value={String(from)}
          onChange={(event) => onPair({ from: Number(event.target.value), to })}
        />
      </Field>
      <ArrowRight aria-hidden="true" size={17} className="mb-2.5 hidden text-ink-2 sm:block rtl:-scale-x-100" />
      <Field label={say("web.versions.to")} className="min-w-0 flex-1 basis-44 sm:max-w-64">
        <Select
          size="sm"
          choices={choices}
          value={String(to)}
          onChange={(event) => onPair({ from, to: Number(event.target.value) })}
        />
      </Field>
    </div>
  );
}

function OneVersion({ version, holds, compare }: { version: Intent; holds: boolean; compare: (() => void) | null }) {
  const { locale, timeZone } = useReader();
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3.5 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="flex flex-wrap items-center gap-2.5 font-sans text-base tracking-normal">
          {say("web.intent.version", { n: version.version })}
          {holds && <Badge tone="pasture">{say("web.versions.holds")}</Badge>}
        </h3>
        <p className="text-sm text-ink-2">
          {exactTime(version.publishedAt, locale, timeZone)} · <bdi>{version.publishedBy.name}</bdi> ·{" "}
          {say("web.intent.words", { n: version.words })}
        </p>
        {version.whatChanged && (
          <p dir="auto" className="mt-1.5 max-w-prose text-sm whitespace-pre-line">
            {version.whatChanged}
          </p>
        )}
      </div>
      {compare && (
        <Button size="sm" className="no-print" onClick={compare}>
          {say("web.versions.compare", { n: version.version - 1 })}
        </Button>
      )}
    </li>
  );
}
