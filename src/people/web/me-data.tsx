import { Download, Lock } from "lucide-react";
import { useState } from "react";
import { addressOf } from "../../foundation/client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Card } from "../../ui/card.tsx";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Pager } from "../../ui/pager.tsx";
import { SkeletonText } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import type en from "../words.en.json";
import { CouldNotLoad } from "./page-states.tsx";
import { pagerWords } from "./pager-words.ts";
import { usePlace, useReader } from "./place.tsx";
import { peopleClient } from "./session.ts";

const say = wordsOf<typeof en>("people");
/** As many as one answer holds. */
const readingsAtOnce = 50;
const kept = ["sign_in", "profile", "roles", "acts", "readings"] as const;

/** What is kept about me, as a file and in words, and who read it. */
export function MyDataCard() {
  const { workspace } = usePlace();
  return (
    <Card
      tone="plum"
      icon={<Lock aria-hidden="true" size={17} className="text-plum-ink" />}
      title={say("web.data.title")}
      note={say("web.data.only_you")}
    >
      <DefinitionList
        items={kept.map((key) => ({
          key,
          term: say(`web.data.kept.${key}.what`),
          value: say(`web.data.kept.${key}.how`),
        }))}
      />
      <LinkButton
        className="mt-4"
        href={addressOf("people.myData", { workspace: workspace.id })}
        download
        icon={<Download aria-hidden="true" size={16} />}
      >
        {say("web.data.download")}
      </LinkButton>
      <h3 className="mt-6 border-t border-plum-edge pt-4 text-base">{say("web.data.readers")}</h3>
      <Readings />
    </Card>
  );
}

function Readings() {
  const { workspace } = usePlace();
  const { locale, timeZone } = useReader();
  const [offset, setOffset] = useState(0);
  const asked = peopleClient.useAsk(
    "accessLog",
    { workspace: workspace.id, offset },
    { placeholderData: (earlier: unknown) => earlier },
  );
  if (asked.error) return <CouldNotLoad level={3} error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <SkeletonText lines={2} label={say("web.loading")} />;
  const { total, readings } = asked.data;
  if (total === 0) return <p className="mt-2 text-sm text-ink-2">{say("web.data.nobody_read")}</p>;
  return (
    <>
      <ul className="mt-2 max-h-80 divide-y divide-plum-edge overflow-y-auto text-sm">
        {readings.map(({ at, reader, operation }) => (
          <li key={`${at} ${reader} ${operation}`} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              {say(operation === "people.showMember" ? "web.data.read_profile" : "web.data.read", { reader })}
            </span>
            <span className="text-ink-2">
              <Time value={at} locale={locale} zone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
      {total > readingsAtOnce && (
        <div className="mt-3">
          <Pager offset={offset} limit={readingsAtOnce} total={total} onOffset={setOffset} words={pagerWords()} />
        </div>
      )}
    </>
  );
}
