import { Link } from "@tanstack/react-router";
import { Braces, Download, FileArchive, FileUp, Sheet } from "lucide-react";
import type { ReactNode } from "react";
import { addressOf } from "../../foundation/client.ts";
import { useReader } from "../../people/web/place.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { LazyMenu } from "../../ui/lazy-menu.tsx";
import type { MenuItem } from "../../ui/menu.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { AsOf } from "./as-of.tsx";
import { dayText } from "./figure-words.ts";
import { headlineOf } from "./overview-figures.ts";
import { say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";
import { useRecordPlace } from "./use-record.ts";

/** The record's head: its title is a fact of it. Without an overview it is on its way. */
export function RecordHeader({ overview, empty }: { overview: Overview | undefined; empty: boolean }) {
  const { team } = useRecordPlace();
  const { locale } = useReader();
  return (
    <PageHeader
      eyebrow={team.name}
      title={titleOf(overview, empty)}
      facts={!overview ? <Skeleton className="h-4 w-72 max-w-full" /> : !empty && factsOf(overview, locale)}
      actions={
        overview &&
        !empty && (
          <>
            <AsOf overview={overview} />
            <ExportMenu />
            <ImportButton why={overview.whyNotImport} label={say("web.import_short")} />
          </>
        )
      }
    />
  );
}

function titleOf(overview: Overview | undefined, empty: boolean): ReactNode {
  if (!overview) {
    return (
      <>
        <span className="sr-only">{say("web.waiting")}</span>
        <Skeleton className="h-8 w-96 max-w-full sm:h-9" />
      </>
    );
  }
  if (empty) return say("web.empty.title");
  const { key, ...facts } = headlineOf(overview);
  return say(`web.headline.${key}`, facts);
}

function factsOf({ totals, firstVerdict, lastVerdict }: Overview, locale: string): string {
  const span = firstVerdict && lastVerdict && { from: dayText(firstVerdict, locale), to: dayText(lastVerdict, locale) };
  return [
    say("web.facts.on_record", { n: totals.onRecord }),
    say("web.facts.verdicts", { n: totals.withVerdict }),
    span && say(span.from === span.to ? "web.facts.on" : "web.facts.span", span),
  ]
    .filter(Boolean)
    .join(" · ");
}

function ExportMenu() {
  const { asked } = useRecordPlace();
  const file = (format: "csv" | "json" | "madr", icon: ReactNode): MenuItem => ({
    key: format,
    label: say(`web.export.${format}`),
    note: say(`web.export.${format}_note`),
    icon,
    // biome-ignore lint/a11y/useAnchorContent: the menu puts the label into it
    link: <a href={addressOf("records.exportRecord", { ...asked, format })} download />,
  });
  return (
    <LazyMenu
      trigger={<Button icon={<Download aria-hidden="true" size={17} />}>{say("web.export.label")}</Button>}
      head={<p className="text-sm text-ink-2">{say("web.export.head")}</p>}
      items={[
        file("csv", <Sheet aria-hidden="true" size={17} />),
        file("json", <Braces aria-hidden="true" size={17} />),
        file("madr", <FileArchive aria-hidden="true" size={17} />),
      ]}
    />
  );
}

/** Goes to importing, or says why one may not. */
export function ImportButton({ why, label = say("web.import_record") }: { why: string | null; label?: string }) {
  const { at } = useRecordPlace();
  const icon = <FileUp aria-hidden="true" size={17} />;
  if (why) {
    return (
      <Button look="primary" icon={icon} why={why}>
        {label}
      </Button>
    );
  }
  return (
    <Link to="/w/$workspace/t/$team/record/import" params={at} className={buttonClass("primary", "md", "no-underline")}>
      {icon}
      {label}
    </Link>
  );
}
