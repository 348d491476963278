import { Link } from "@tanstack/react-router";
import { ChevronRight, MailOpen } from "lucide-react";
import { Fragment, useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { pagerWords } from "../../people/web/pager-words.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Time } from "../../ui/time.tsx";
import type en from "../words.en.json";
import { type MailView, noticesClient } from "./notices-client.ts";
import { NoticesWaiting } from "./notices-states.tsx";

const say = wordsOf<typeof en>("notices");
/** As many as one answer holds. */
const mailsAtOnce = 20;

/** Mail that was written to me, whether it could be sent or not. */
export function MailPage() {
  const { workspace } = usePlace();
  const [offset, setOffset] = useState(0);
  const asked = noticesClient.useAsk(
    "mail",
    { workspace: workspace.id, offset },
    { placeholderData: (earlier: unknown) => earlier },
  );
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumb
            label={say("web.mails.trail")}
            trail={[
              {
                key: "notices",
                node: (
                  <Link to="/w/$workspace/notices" params={{ workspace: workspace.slug }}>
                    {say("web.title")}
                  </Link>
                ),
              },
            ]}
          />
        }
        title={say("web.mails.title")}
        lead={say("web.mails.lead")}
      />
      <div className="grid max-w-3xl gap-5">
        {asked.data?.delivery === "here" && (
          <Banner tone="sky" icon={<MailOpen />}>
            {say("web.mails.here")}
          </Banner>
        )}
        {asked.error && <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />}
        {!asked.error && !asked.data && <NoticesWaiting rows={3} />}
        {asked.data?.total === 0 && (
          <EmptyState title={say("web.mails.empty.title")}>{say("web.mails.empty.text")}</EmptyState>
        )}
        {asked.data && asked.data.total > 0 && (
          <>
            <ul
              aria-label={say("web.mails.list")}
              className="card overflow-hidden rounded-xl border border-line bg-surface"
            >
              {asked.data.mails.map((mail, place) => (
                <MailRow key={mail.id} mail={mail} delivery={asked.data.delivery} open={offset + place === 0} />
              ))}
            </ul>
            {asked.data.total > mailsAtOnce && (
              <Pager
                offset={offset}
                limit={mailsAtOnce}
                total={asked.data.total}
                onOffset={setOffset}
                words={pagerWords(say("web.mails.pager.label"))}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}

function MailRow({ mail, delivery, open }: { mail: MailView; delivery: "smtp" | "here"; open: boolean }) {
  const { locale, timeZone } = useReader();
  return (
    <li className="border-line not-first:border-t">
      <details className="group" open={open}>
        <summary className="flex list-none items-start gap-3 px-4 py-3.5 hover:bg-[color-mix(in_srgb,var(--color-hover)_45%,transparent)] focus-visible:outline-offset-[-3px] sm:px-5 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden="true"
            size={17}
            className="mt-0.5 shrink-0 text-ink-2 transition-transform group-open:rotate-90 rtl:rotate-180 rtl:group-open:rotate-90"
          />
          <span className="min-w-0 flex-1">
            <span className="block font-semibold">{mail.subject}</span>
            <span className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-2">
              <MailState state={mail.state} delivery={delivery} />
              <Time value={mail.at} locale={locale} zone={timeZone} inList />
            </span>
          </span>
        </summary>
        <div className="border-t border-line bg-paper px-4 py-4 sm:px-5">
          {mail.state === "not_sent" && delivery === "smtp" && (
            <p className="mb-3 text-sm text-ink-2">{say("web.mails.not_sent_hint")}</p>
          )}
          <p className="max-w-prose break-words whitespace-pre-wrap">
            <WithLinks text={mail.text} />
          </p>
        </div>
      </details>
    </li>
  );
}

function MailState({ state, delivery }: { state: MailView["state"]; delivery: "smtp" | "here" }) {
  if (state === "sent") return <Badge tone="pasture">{say("web.mails.sent")}</Badge>;
  if (delivery === "here") return <Badge tone="sky">{say("web.mails.kept")}</Badge>;
  if (state === "waiting") return <Badge tone="brass">{say("web.mails.waiting")}</Badge>;
  return <Badge tone="clay">{say("web.mails.not_sent")}</Badge>;
}

/** Text in which addresses can be followed. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={place} href={part} dir="ltr" className={`${textLink} break-all`}>
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <Fragment key={place}>{part}</Fragment>
    ),
  );
}
