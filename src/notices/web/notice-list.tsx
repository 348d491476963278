import { Link } from "@tanstack/react-router";
import { Bell, Check } from "lucide-react";
import { dayIn } from "../../foundation/clock.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { classes } from "../../ui/classes.ts";
import { Time } from "../../ui/time.tsx";
import type en from "../words.en.json";
import { byDay, dayName } from "./notice-days.ts";
import { type NoticeView, noticesClient } from "./notices-client.ts";

const say = wordsOf<typeof en>("notices");

/** What I was told, under the days on which I was. */
export function NoticeList({ notices, stale }: { notices: readonly NoticeView[]; stale: boolean }) {
  const { locale, timeZone } = useReader();
  const today = dayIn(new Date(), timeZone);
  return (
    <div className={classes("grid gap-5 transition-opacity", stale && "opacity-55")} aria-busy={stale || undefined}>
      {byDay(notices, timeZone).map(({ day, items }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="eyebrow mb-2 font-sans!">
            {dayName(day, today, locale)}
          </h2>
          <ul className="card overflow-hidden rounded-xl border border-line bg-surface">
            {items.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function NoticeRow({ notice }: { notice: NoticeView }) {
  const { workspace } = usePlace();
  const { locale, timeZone } = useReader();
  const see = noticesClient.useDo("see");
  const isNew = !notice.seen && !notice.settled;
  return (
    <li className="border-line not-first:border-t">
      <Link
        to={`/w/${workspace.slug}${notice.path}` as string}
        preload={false}
        onClick={() => {
          if (!notice.seen) see.mutate({ workspace: workspace.id, notices: [notice.id] });
        }}
        className="flex items-start gap-3.5 px-4 py-3.5 hover:bg-[color-mix(in_srgb,var(--color-hover)_45%,transparent)] focus-visible:outline-offset-[-3px] sm:px-5"
      >
        {notice.actor ? (
          <Avatar name={notice.actor.name} id={notice.actor.member} />
        ) : (
          <span
            aria-hidden="true"
            className="grid size-9 shrink-0 place-items-center rounded-full bg-neutral-soft text-ink-2"
          >
            <Bell size={17} />
          </span>
        )}
        <span className="min-w-0 flex-1">
          <span className={classes("block", isNew ? "font-semibold" : "text-ink-2")}>{notice.text}</span>
          <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
            {isNew && (
              <span className="inline-flex items-center gap-1.5 text-xs font-semibold text-brass-ink">
                <span aria-hidden="true" className="size-2 rounded-full bg-brass" />
                {say("web.new")}
              </span>
            )}
            {notice.needsYes && !notice.settled && <Badge tone="brass">{say("needs_yes")}</Badge>}
            {notice.settled && <Badge icon={<Check aria-hidden="true" />}>{say("web.settled")}</Badge>}
            {notice.teamName && <span>{notice.teamName}</span>}
            <Time value={notice.at} locale={locale} zone={timeZone} inList />
          </span>
        </span>
      </Link>
    </li>
  );
}
