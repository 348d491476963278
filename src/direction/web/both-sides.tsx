import type { Agreement } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { PromiseList, promisesOf } from "./promise-list.tsx";

/**
 * What both sides promise, one beside the other.
 * @param before what holds now, where what is new against it is to be marked
 */
export function BothSides({ agreement, before }: { agreement: Agreement; before?: Agreement | undefined }) {
  const { lead, team } = promisesOf(agreement, before);
  return (
    <div className="grid gap-x-12 gap-y-7 md:grid-cols-2">
      <PromiseList title={say("web.agreement.lead")} promises={lead} />
      <PromiseList title={say("web.agreement.team")} promises={team} />
    </div>
  );
}
