import { wordChanges } from "./word-changes.ts";

/** How words that came and words that went look. */
export const changeLooks = {
  new: "rounded-sm bg-pasture-soft px-0.5 text-pasture-ink underline decoration-pasture-edge decoration-2 underline-offset-4 box-decoration-clone",
  gone: "rounded-sm px-0.5 text-clay-ink line-through decoration-clay decoration-1 box-decoration-clone",
} as const;

/**
 * Two texts in one: what came, what went, what stayed; said aloud as well as seen.
 * @param only `new` or `gone` to leave the other out, where the texts stand side by side
 * @param said what is said aloud before words that are new, before words that are gone, and after either
 */
export function ChangedWords({
  before,
  after,
  only,
  said,
}: {
  before: string;
  after: string;
  only?: "new" | "gone" | undefined;
  said: Readonly<Record<"new" | "gone" | "end", string>>;
}) {
  return wordChanges(before, after).map(({ kind, text }, place) => {
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
          <Mark className={changeLooks[kind]}>
            <span className="sr-only">{said[kind]} </span>
            {words}
            <span className="sr-only"> {said.end}</span>
          </Mark>
        )}
        {tail}
      </span>
    );
  });
}
