import { useState } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Time } from "../../ui/time.tsx";
import type { BackBrief, IntentView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { MarkForm } from "./mark-form.tsx";
import { LeftOut } from "./my-back-brief.tsx";
import { VerdictBadge, VerdictBar } from "./verdict-badge.tsx";

/**
 * What came back of an intent, as far as it may be read: how it was marked, from five on, and the words.
 * @param briefs those that wait for no mark of mine
 * @param everything whether I read all of them, as its author and the leads do
 * @param waiting how many wait for my mark above
 */
export function BackBriefsRead({
  briefs,
  backBriefs,
  everything,
  waiting,
}: {
  briefs: readonly BackBrief[];
  backBriefs: IntentView["backBriefs"];
  everything: boolean;
  waiting: number;
}) {
  const { counts, given, asked } = backBriefs;
  const nothing = briefs.length === 0 && !counts;
  // an intent that nobody was asked about has nothing to come back
  if (nothing && (!everything || asked === 0 || waiting > 0)) return null;
  const far = everything ? say("web.read.given_of", { n: given, of: asked }) : say("web.read.given", { n: given });
  return (
    <Card title={say("web.read.title")} note={(everything || given > 0) && far}>
      {counts && <VerdictBar counts={counts} />}
      {nothing && <p className="text-sm text-ink-2">{say("web.read.none_yet")}</p>}
      {everything && !counts && !nothing && <p className="text-sm text-ink-2">{say("web.read.from_five")}</p>}
      {briefs.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {briefs.map((brief) => (
            <OneBrief key={brief.id} brief={brief} everything={everything} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function OneBrief({ brief, everything }: { brief: BackBrief; everything: boolean }) {
  const { locale, timeZone } = useReader();
  const [again, setAgain] = useState(false);
  return (
    <li className="flex gap-3 py-4 last:pb-0">
      <Avatar name={brief.member.name} id={brief.member.member} size="sm" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-semibold">
            <bdi>{brief.member.name}</bdi>
          </span>
          <span className="text-sm text-ink-2">
            <Time inList value={brief.givenAt} locale={locale} zone={timeZone} />
            {everything && brief.published && <> · {say("web.read.team_reads")}</>}
          </span>
          {brief.verdict && (
            <span className="ms-auto">
              <VerdictBadge verdict={brief.verdict} />
            </span>
          )}
        </div>
        <p dir="auto" className="serif mt-1.5 max-w-prose leading-normal font-normal text-pretty whitespace-pre-line">
          {brief.words}
        </p>
        {brief.leftOut && !again && <LeftOut words={brief.leftOut} />}
        {brief.verdict && !brief.whyNotJudge && (
          <div className="no-print mt-2.5">
            {again ? (
              <MarkForm brief={brief} marked={() => setAgain(false)} />
            ) : (
              <Button look="quiet" size="sm" className="-ms-2.5" onClick={() => setAgain(true)}>
                {say("web.mark.again")}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
