import { ChangedWords } from "../../direction/web/changed-words.tsx";
import { say } from "./deciding-words.ts";

/**
 * Two versions of a proposal in one text.
 * @param only `new` or `gone` to leave the other out, where the versions stand side by side
 */
export function VersionChanges({ before, after, only }: { before: string; after: string; only?: "new" | "gone" }) {
  const said = {
    new: say("web.version.said_new"),
    gone: say("web.version.said_gone"),
    end: say("web.version.said_end"),
  };
  return (
    <p dir="auto" className="max-w-prose whitespace-pre-line">
      <ChangedWords before={before} after={after} only={only} said={said} />
    </p>
  );
}
