import { wordChanges } from "../../direction/web/word-changes.ts";
import { say } from "./deciding-words.ts";

const looks = {
  new: "rounded-sm bg-pasture-soft px-0.5 text-pasture-ink underline decoration-pasture-edge decoration-2 underline-offset-4 box-decoration-clone",
  gone: "rounded-sm px-0.5 text-clay-ink line-through decoration-clay decoration-1 box-decoration-clone",
} as const;

/**
 * Two versions of a text in one: what came, what went, what stayed; said aloud as well as seen.
 * @param only `new` or `gone` to leave the other out, where the versions stand side by side
 */
export function VersionChanges({ before, after, only }: { before: string; after: string; only?: "new" | "gone" }) {
  return (
    <p dir="auto" className="max-w-prose whitespace-pre-line">
      {wordChanges(before, after).map(({ kind, text }, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
        if (kind === "same") return <span key={place}>{text}</span>;
        if (only && kind !== only) return null;
        const [head, words, tail] = /^(\s*)(.*?)(\s*)$/s.exec(text)!.slice(1) as [string, string, string];
        const Mark = kind === "new" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={place}>
            {head}
            {words && (
              <Mark className={looks[kind]}>
                <span className="sr-only">{say(`web.version.said_${kind}`)} </span>
                {words}
                <span className="sr-only"> {say("web.version.said_end")}</span>
              </Mark>
            )}
            {tail}
          </span>
        );
      })}
    </p>
  );
}
