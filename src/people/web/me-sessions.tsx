import { Monitor, Smartphone } from "lucide-react";
import type { OutputOf, Travelled } from "../../foundation/contract.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Time } from "../../ui/time.tsx";
import type { people } from "../contract.ts";
import type en from "../words.en.json";
import { browserName } from "./browser-name.ts";
import { CouldNotLoad, RowsWaiting } from "./page-states.tsx";
import { useReader } from "./place.tsx";
import { peopleClient } from "./session.ts";
import { tellOutcome } from "./tell-outcome.ts";

const say = wordsOf<typeof en>("people");

type Session = Travelled<OutputOf<(typeof people)["operations"]["sessions"]>>["sessions"][number];

/** Where I am signed in, each of which can be ended. */
export function SessionsCard() {
  const asked = peopleClient.useAsk("sessions", {});
  const endOthers = peopleClient.useDo("endOtherSessions");
  const sessions = asked.data?.sessions ?? [];
  return (
    <Card title={say("web.sessions.title")} lead={say("web.sessions.lead")}>
      {asked.error && <CouldNotLoad level={3} error={asked.error} again={() => void asked.refetch()} />}
      {!asked.error && !asked.data && <RowsWaiting rows={2} />}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          className="mt-3"
          busy={endOthers.isPending}
          onClick={() => void tellOutcome(endOthers.mutateAsync({}), say("web.sessions.others_ended"))}
        >
          {say("web.sessions.end_others")}
        </Button>
      )}
    </Card>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { locale, timeZone } = useReader();
  const end = peopleClient.useDo("endSession");
  const { browser, system, pocket } = browserName(session.browser);
  const Icon = pocket ? Smartphone : Monitor;
  const name =
    browser && system
      ? say("web.sessions.browser_on", { browser, system })
      : (browser ?? system ?? say("web.sessions.some_browser"));
  return (
    <li className="flex items-center gap-3.5 py-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-neutral-soft text-ink-2">
        <Icon aria-hidden="true" size={17} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
          {name}
          {session.here && <Badge tone="pasture">{say("web.sessions.here")}</Badge>}
        </p>
        <p className="text-sm text-ink-2">
          {say("web.sessions.since")} <Time value={session.since} locale={locale} zone={timeZone} />
          {session.address && <span dir="ltr"> · {session.address}</span>}
        </p>
      </div>
      {!session.here && (
        <Button
          size="sm"
          aria-label={say("web.sessions.end_name", { name })}
          busy={end.isPending}
          onClick={() =>
            void tellOutcome(end.mutateAsync({ session: session.id }), say("web.sessions.ended", { name }))
          }
        >
          {say("web.sessions.end")}
        </Button>
      )}
    </li>
  );
}
