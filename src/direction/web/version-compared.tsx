import { Minus, Plus } from "lucide-react";
import { useReader } from "../../people/web/place.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { ChangedWords, changeLooks } from "./changed-words.tsx";
import type { Intent } from "./direction-client.ts";
import { partName, partsInOrder, say } from "./direction-words.ts";

/**
 * One version, with what changed since another one.
 * @param from the version it is compared with; null to show it alone
 */
export function VersionCompared({ from, to }: { from: Intent | null; to: Intent }) {
  const { locale } = useReader();
  const day = (iso: string) => exactTime(iso, locale, "UTC");
  const texts = [
    ...partsInOrder.map((part) => ({
      key: part,
      title: partName(part),
      before: from?.[part],
      after: to[part],
      large: part === "why",
    })),
    {
      key: "until",
      title: say("web.intent.until"),
      before: from ? day(from.until) : undefined,
      after: day(to.until),
      large: false,
    },
    {
      key: "serves",
      title: say("web.versions.serves"),
      before: from ? (from.serves?.words ?? "") : undefined,
      after: to.serves?.words ?? "",
      large: false,
    },
  ].filter(({ before, after }) => before || after);
  const changed = from !== null && texts.some(({ before, after }) => before !== after);
  return (
    <article
      aria-label={
        from
          ? say("web.versions.compared", { from: from.version, to: to.version })
          : say("web.intent.version", { n: to.version })
      }
    >
      {from && (
        <div className="mb-5 flex flex-wrap items-center gap-x-5 gap-y-1.5 text-sm text-ink-2">
          {changed ? (
            <>
              <span className="inline-flex items-center gap-1.5">
                <Plus aria-hidden="true" size={14} className="text-pasture-ink" />
                <ins className={changeLooks.new}>{say("web.versions.new")}</ins>
              </span>
              <span className="inline-flex items-center gap-1.5">
                <Minus aria-hidden="true" size={14} className="text-clay-ink" />
                <del className={changeLooks.gone}>{say("web.versions.gone")}</del>
              </span>
            </>
          ) : (
            <span>{say("web.versions.nothing_changed")}</span>
          )}
        </div>
      )}
      <div className="grid gap-6">
        {texts.map(({ key, title, before, after, large }) => (
          <section key={key}>
            <h2 className="mb-1.5 font-sans text-sm font-semibold tracking-normal text-ink-2">{title}</h2>
            <p
              dir="auto"
              className={`serif max-w-2xl leading-normal font-normal text-pretty whitespace-pre-line ${large ? "text-xl" : "text-lg"}`}
            >
              {before === undefined ? after : <Changes before={before} after={after} />}
            </p>
          </section>
        ))}
      </div>
    </article>
  );
}

/** Two texts of an intent in one. */
function Changes({ before, after }: { before: string; after: string }) {
  const said = {
    new: say("web.versions.said_new"),
    gone: say("web.versions.said_gone"),
    end: say("web.versions.said_end"),
  };
  return <ChangedWords before={before} after={after} said={said} />;
}
