import { CircleSlash, Equal, PencilLine, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import type { Tone } from "../../ui/tone.ts";
import { type RowState, rowStates } from "../rules.ts";
import { numberText } from "./figure-words.ts";
import { pagerWords, say } from "./record-words.ts";
import type { Preview } from "./records-client.ts";
import { previewSize } from "./use-preview.ts";

type Row = Preview["rows"]["rows"][number];
type Change = Row["changes"][number];

const looks: Readonly<Record<RowState, { tone: Tone; icon: ReactNode }>> = {
  new: { tone: "pasture", icon: <Plus aria-hidden="true" /> },
  changed: { tone: "brass", icon: <PencilLine aria-hidden="true" /> },
  unchanged: { tone: "neutral", icon: <Equal aria-hidden="true" /> },
  refused: { tone: "clay", icon: <CircleSlash aria-hidden="true" /> },
};

/** What becomes of a row, in a word. */
export function RowStateBadge({ state }: { state: RowState }) {
  return (
    <Badge tone={looks[state].tone} icon={looks[state].icon}>
      {say(`web.importing.preview.${state}`)}
    </Badge>
  );
}

/** The file's rows, a page at a time, all of them or those in one state. */
export function PreviewRows({
  preview: { rows, counts },
  state,
  offset,
  stale,
  onState,
  onOffset,
}: {
  preview: Preview;
  state: RowState | undefined;
  offset: number;
  stale: boolean;
  onState(state: RowState | undefined): void;
  onOffset(offset: number): void;
}) {
  const { locale } = useReader();
  const choice = (value: RowState | "all", n: number) => ({
    value,
    label: (
      <>
        {say(`web.importing.preview.${value}`)}{" "}
        <span className="font-normal tabular-nums">{numberText(n, locale)}</span>
      </>
    ),
  });
  return (
    <div className="grid gap-4">
      <Segmented
        label={say("web.importing.preview.filter")}
        value={state ?? "all"}
        choices={[choice("all", counts.rows), ...rowStates.map((one) => choice(one, counts[one]))]}
        onValue={(next) => onState(next === "all" ? undefined : next)}
      />
      <Table
        caption={say("web.importing.preview.rows")}
        captionHidden
        columns={columnsOf(locale).filter(({ key }) => key !== "why" || rows.rows.some(saysMore))}
        rows={rows.rows}
        rowKey={({ line }) => String(line)}
        stale={stale}
        empty={say("web.importing.preview.none")}
      />
      <Pager offset={offset} limit={previewSize} total={rows.total} onOffset={onOffset} words={pagerWords()} />
    </div>
  );
}

/** Whether there is more to say of a row than its state. */
function saysMore({ reasons, changes }: Row): boolean {
  return reasons.length > 0 || changes.length > 0;
}

function columnsOf(locale: string): Column<Row>[] {
  return [
    {
      key: "line",
      header: say("web.importing.preview.line"),
      wideOnly: true,
      className: "text-ink-2 tabular-nums",
      cell: ({ line }) => numberText(line, locale),
    },
    {
      key: "state",
      header: say("web.importing.preview.state"),
      wideOnly: true,
      cell: ({ state }) => <RowStateBadge state={state} />,
    },
    {
      key: "ref",
      header: say("web.importing.preview.ref"),
      wideOnly: true,
      className: "whitespace-nowrap",
      cell: ({ ref }) => <bdi>{ref ?? "—"}</bdi>,
    },
    {
      key: "title",
      header: say("web.importing.preview.decision"),
      names: true,
      className: "[overflow-wrap:anywhere]",
      cell: (row) => <Named row={row} locale={locale} />,
    },
    {
      key: "why",
      header: say("web.importing.preview.why"),
      wideOnly: true,
      className: "max-w-md [overflow-wrap:anywhere]",
      cell: (row) => <Why row={row} />,
    },
  ];
}

/** A row's title; on a phone, everything else of the row too. */
function Named({ row, locale }: { row: Row; locale: string }) {
  return (
    <>
      <span className="mb-1 hidden items-baseline justify-between gap-3 text-sm font-normal text-ink-2 @max-xl:flex">
        <span>
          {say("web.importing.preview.line")} {numberText(row.line, locale)}
          {row.ref && (
            <>
              {" · "}
              <bdi>{row.ref}</bdi>
            </>
          )}
        </span>
        <RowStateBadge state={row.state} />
      </span>
      {row.title ? (
        <bdi>{row.title}</bdi>
      ) : (
        <span className="font-normal text-ink-2">{say("web.importing.preview.no_title")}</span>
      )}
      {saysMore(row) && (
        <div className="mt-1 hidden font-normal @max-xl:block">
          <Why row={row} />
        </div>
      )}
    </>
  );
}

function Why({ row: { reasons, changes } }: { row: Row }) {
  if (reasons.length > 0) {
    return (
      <ul className="grid gap-1">
        {reasons.map(({ code, column, sentence }) => (
          <li key={code + column}>
            {column && (
              <>
                <bdi className="font-mono text-xs">{column}</bdi>{" "}
              </>
            )}
            {sentence}
          </li>
        ))}
      </ul>
    );
  }
  if (changes.length === 0) return null;
  if (changes.length <= 2) return <Changes changes={changes} />;
  return (
    <details>
      <summary className="w-fit rounded-sm font-medium">
        {say("web.importing.preview.changes", { n: changes.length })}
      </summary>
      <Changes changes={changes} />
    </details>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="grid gap-1">
      {changes.map(({ field, column, before, after }) => (
        <li key={field + column}>
          <span className="text-ink-2">{column ?? say(`web.importing.field.${field as "ref"}`)}:</span>{" "}
          <Value text={before} />{" "}
          <span aria-hidden="true" className="inline-block text-ink-2 rtl:-scale-x-100">
            →
          </span>
          <span className="sr-only">{say("web.importing.preview.became")}</span> <Value text={after} />
        </li>
      ))}
    </ul>
  );
}

function Value({ text }: { text: string | null }) {
  return text ? <bdi>{text}</bdi> : <span className="text-ink-2">{say("web.importing.preview.nothing")}</span>;
}
