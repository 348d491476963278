import { ChevronDown } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("decisions");

/** The row as it came, so that anybody can check what was read from it. */
export function SourceRow({ source }: { source: Readonly<Record<string, unknown>> }) {
  const cells = Object.entries(source).filter(([, value]) => value !== null && value !== "");
  if (cells.length === 0) return null;
  return (
    <details className="card group rounded-xl border border-line bg-surface">
      <summary className="flex items-center justify-between gap-3 rounded-xl px-5 py-4 [&::-webkit-details-marker]:hidden">
        <span>
          <span className="serif block text-base">{say("web.source.title")}</span>
          <span className="block text-sm text-ink-2">{say("web.source.about", { n: cells.length })}</span>
        </span>
        <ChevronDown
          aria-hidden="true"
          size={17}
          className="shrink-0 text-ink-2 transition-transform group-open:rotate-180"
        />
      </summary>
      <dl className="grid border-t border-line px-5 py-3 text-sm">
        {cells.map(([column, value]) => (
          <div key={column} className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
            <dt className="text-xs text-ink-2">
              <bdi>{column}</bdi>
            </dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">
              <bdi>{typeof value === "object" ? JSON.stringify(value) : String(value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
