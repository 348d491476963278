import { useEffect, useRef, useState } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Card } from "../../ui/card.tsx";
import { Time } from "../../ui/time.tsx";
import type { BackBrief } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { MarkForm } from "./mark-form.tsx";

/**
 * Back-briefs that wait for their mark, one at a time: the next one comes up by itself, with the focus on it.
 * @param briefs not marked yet
 */
export function MarkQueue({ briefs }: { briefs: readonly BackBrief[] }) {
  const { locale, timeZone } = useReader();
  const [marked, setMarked] = useState(0);
  const done = useRef<HTMLParagraphElement>(null);
  const brief = briefs[0];
  const ended = !brief && marked > 0;
  useEffect(() => {
    if (ended) done.current?.focus();
  }, [ended]);
  if (!brief) {
    return ended ? (
      <p ref={done} tabIndex={-1} className="rounded-xl border border-pasture-edge bg-pasture-soft px-5 py-3 text-sm">
        {say("web.mark.all_done")}
      </p>
    ) : null;
  }
  return (
    <Card
      tone="brass"
      title={say("web.mark.title")}
      note={say("web.mark.waiting", { n: briefs.length })}
      lead={say("web.mark.lead")}
      className="no-print"
    >
      <article key={brief.id} aria-label={say("web.mark.from", { name: brief.member.name })}>
        <div className="flex items-center gap-3">
          <Avatar name={brief.member.name} id={brief.member.member} size="sm" />
          <span className="font-semibold">
            <bdi>{brief.member.name}</bdi>
          </span>
          <span className="text-sm text-ink-2">
            <Time value={brief.givenAt} locale={locale} zone={timeZone} />
          </span>
        </div>
        <p
          dir="auto"
          className="serif mt-3 mb-5 max-w-prose text-lg leading-snug font-normal text-pretty whitespace-pre-line"
        >
          {brief.words}
        </p>
        <MarkForm brief={brief} takeFocus={marked > 0} marked={() => setMarked((n) => n + 1)} />
      </article>
    </Card>
  );
}
