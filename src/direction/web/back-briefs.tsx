import { usePlace } from "../../people/web/place.tsx";
import { BackBriefsRead } from "./back-briefs-read.tsx";
import type { Intent, IntentView } from "./direction-client.ts";
import { MarkQueue } from "./mark-queue.tsx";
import { MyBackBrief } from "./my-back-brief.tsx";

/**
 * How clear an intent came across: mine to give, others' to mark where it is my intent, and what may be read.
 * @param leads whether I lead the team
 */
export function BackBriefs({
  intent,
  backBriefs,
  leads,
}: {
  intent: Intent;
  backBriefs: IntentView["backBriefs"];
  leads: boolean;
}) {
  const { workspace } = usePlace();
  const author = intent.publishedBy.member === workspace.me.id;
  const others = backBriefs.readable.filter(({ mine }) => !mine);
  const toMark = author ? others.filter(({ verdict, whyNotJudge }) => !verdict && !whyNotJudge) : [];
  return (
    <>
      <MyBackBrief intent={intent} backBriefs={backBriefs} />
      {author && <MarkQueue briefs={toMark} />}
      <BackBriefsRead
        briefs={others.filter((brief) => !toMark.includes(brief))}
        backBriefs={backBriefs}
        everything={author || leads}
        waiting={toMark.length}
      />
    </>
  );
}
