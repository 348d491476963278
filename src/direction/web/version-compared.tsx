import { Minus, Plus } from "lucide-react";
import { useReader } from "../../people/web/place.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type { Intent } from "./direction-client.ts";
import { partName, partsInOrder, say } from "./direction-words.ts";
import { wordChanges } from "./word-changes.ts";

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
                <ins className={newLook}>{say("web.versions.new")}</ins>
              </span>
              <span className="inline-flex items-center gap-1.5">
                <Minus aria-hidden="true" size={14} className="text-clay-ink" />
                <del className={goneLook}>{say("web.versions.gone")}</del>
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

const newLook =
  "rounded-sm bg-pasture-soft px-0.5 text-pasture-ink underline decoration-pasture-edge decoration-2 underline-offset-4 box-decoration-clone";
const goneLook = "rounded-sm px-0.5 text-clay-ink line-through decoration-clay decoration-1 box-decoration-clone";

/** Two texts in one: what came, what went, and what stayed. Said aloud as well as seen. */
function Changes({ before, after }: { before: string; after: string }) {
  return wordChanges(before, after).map(({ kind, text }, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
    if (kind === "same") return <span key={place}>{text}</span>;
    const [head, words, tail] = /^(\s*)(.*?)(\s*)$/s.exec(text)!.slice(1) as [string, string, string];
    const Mark = kind === "new" ? "ins" : "del";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={place}>
        {head}
        {words && (
          <Mark className={kind === "new" ? newLook : goneLook}>
            <span className="sr-only">{say(kind === "new" ? "web.versions.said_new" : "web.versions.said_gone")} </span>
            {words}
            <span className="sr-only"> {say("web.versions.said_end")}</span>
          </Mark>
        )}
        {tail}
      </span>
    );
  });
}
