import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { KeyRound, UserRoundX } from "lucide-react";
import { useState } from "react";
import type { Refused } from "../../foundation/client.ts";
import type { OutputOf, Travelled } from "../../foundation/contract.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { toast } from "../../ui/toast.ts";
import type { people } from "../contract.ts";
import type en from "../words.en.json";
import { dayOf, daysOf } from "./day-words.ts";
import { CouldNotLoad, RowsWaiting } from "./page-states.tsx";
import { usePlace, useReader } from "./place.tsx";
import { roleName, roleTone } from "./role-words.ts";
import { peopleClient } from "./session.ts";
import { tellOutcome } from "./tell-outcome.ts";
import { zoneName } from "./zone-names.ts";

const say = wordsOf<typeof en>("people");

type Member = Travelled<OutputOf<(typeof people)["operations"]["showMember"]>>;

/**
 * Reads one person's page. Whoever is read about can see each reading, so that it is read when somebody opens it or does
 * something there, and not again with every piece of news.
 */
function useReading(workspace: string, member: string) {
  const { queryFn } = peopleClient.queryOptions("showMember", { workspace, member });
  return useQuery<Member, Refused>({
    queryKey: ["a person's page", workspace, member],
    queryFn,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    refetchOnReconnect: false,
  });
}

/** One person: what they hold and held, and what whoever looks after the workspace may do. */
export function MemberPage() {
  const { workspace } = usePlace();
  const { member = "" } = useParams({ strict: false });
  const asked = useReading(workspace.id, member);
  const mine = member === workspace.me.id;
  if (asked.error) return <CouldNotLoad level={1} error={asked.error} again={() => void asked.refetch()} />;
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumb
            label={say("web.trail")}
            trail={[
              {
                key: "people",
                node: (
                  <Link to="/w/$workspace/people" params={{ workspace: workspace.slug }}>
                    {say("web.people.title")}
                  </Link>
                ),
              },
            ]}
          />
        }
        title={
          <span className="flex items-center gap-4">
            <Avatar name={asked.data?.name ?? ""} id={member} size="lg" />
            <span className="min-w-0">{asked.data?.name ?? say("web.loading")}</span>
          </span>
        }
        facts={asked.data && <Facts member={asked.data} mine={mine} />}
        actions={
          mine && (
            <Link
              to="/w/$workspace/me"
              params={{ workspace: workspace.slug }}
              className={buttonClass("plain", "md", "no-underline")}
            >
              {say("web.member.edit_mine")}
            </Link>
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {asked.data ? (
          <Roles member={asked.data} />
        ) : (
          <Card title={say("web.member.roles_now")}>
            <RowsWaiting rows={3} />
          </Card>
        )}
        {asked.data && (
          <div className="grid gap-5">
            {workspace.me.administers && (
              <Care member={asked.data} mine={mine} readAgain={() => void asked.refetch()} />
            )}
            {!mine && !asked.data.leftAt && (
              <p className="px-1 text-sm text-ink-2">{say("web.member.seen", { name: asked.data.name })}</p>
            )}
          </div>
        )}
      </div>
    </>
  );
}

function Facts({ member, mine }: { member: Member; mine: boolean }) {
  const reader = useReader();
  const { locale, timeZone } = reader;
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: member.timeZone }).format(new Date());
  const zone =
    member.timeZone === timeZone
      ? say("web.member.same_time", { zone: zoneName(member.timeZone) })
      : say("web.member.clock", { time: clock, zone: zoneName(member.timeZone) });
  const since = member.joinedAt && say("web.member.joined", { when: dayOf(member.joinedAt, reader) });
  return (
    <>
      {mine && <Badge tone="plum">{say("web.member.you")}</Badge>}
      {member.administers && (
        <Badge tone="sky" icon={<KeyRound aria-hidden="true" />}>
          {say("web.people.administers")}
        </Badge>
      )}
      {member.leftAt && <Badge>{say("web.member.left", { when: dayOf(member.leftAt, reader) })}</Badge>}
      {!member.leftAt && <span>{[zone, since].filter(Boolean).join(" · ")}</span>}
    </>
  );
}

function Roles({ member }: { member: Member }) {
  const now = member.roles.filter(({ until }) => until === null);
  const before = member.roles.filter(({ until }) => until !== null);
  return (
    <Card title={say("web.member.roles_now")}>
      {now.length === 0 ? (
        <p className="text-ink-2">{say("web.member.no_roles", { name: member.name })}</p>
      ) : (
        <ul className="divide-y divide-line">
          {now.map((held) => (
            <Held key={`${held.team} ${held.from}`} held={held} />
          ))}
        </ul>
      )}
      {before.length > 0 && (
        <>
          <h3 className="mt-5 mb-1 border-t border-line pt-4 text-base">{say("web.member.roles_before")}</h3>
          <ul className="divide-y divide-line text-ink-2">
            {before.map((held) => (
              <Held key={`${held.team} ${held.from}`} held={held} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Held({ held }: { held: Member["roles"][number] }) {
  const { workspace } = usePlace();
  const reader = useReader();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <span className="min-w-0 flex-1 basis-40">
        <Link
          to="/w/$workspace/t/$team"
          params={{ workspace: workspace.slug, team: held.team }}
          className="font-semibold hover:underline"
        >
          {held.teamName}
        </Link>
      </span>
      <Badge tone={held.until ? "neutral" : roleTone[held.role]}>{roleName(held.role)}</Badge>
      <span className="text-sm text-ink-2 sm:w-64 sm:text-end">
        {held.until
          ? daysOf(held.from, held.until, reader)
          : say("web.member.since", { when: dayOf(held.from, reader) })}
      </span>
    </li>
  );
}

/** Looking after the workspace, and removing; each says why where it may not be. */
function Care({ member, mine, readAgain }: { member: Member; mine: boolean; readAgain: () => void }) {
  const { workspace } = usePlace();
  const administer = peopleClient.useDo("administer");
  const remove = peopleClient.useDo("removeMember");
  const takeBack = peopleClient.useDo("takeBack");
  const [asking, setAsking] = useState(false);
  const who = { workspace: workspace.id, member: member.id };
  const { name } = member;

  const give = (administers: boolean) =>
    void tellOutcome(
      administer.mutateAsync({ ...who, administers }).then(readAgain),
      say(administers ? "web.member.now_looks_after" : "web.member.looks_after_no_longer", { name }),
    );
  const bringBack = () =>
    void tellOutcome(takeBack.mutateAsync(who).then(readAgain), say("web.member.is_back", { name }));
  const removeNow = () =>
    remove.mutate(who, {
      onSuccess() {
        readAgain();
        setAsking(false);
        toast.success(say("web.member.removed", { name }), { label: say("web.undo"), onPress: bringBack });
      },
    });

  if (member.leftAt) {
    return (
      <Card title={say("web.member.care", { workspace: workspace.name })} lead={say("web.member.gone", { name })}>
        <Button busy={takeBack.isPending} onClick={bringBack}>
          {say("web.member.take_back")}
        </Button>
      </Card>
    );
  }
  return (
    <Card title={say("web.member.care", { workspace: workspace.name })}>
      <div className="grid gap-4">
        <div>
          <p className="mb-2.5 text-sm text-ink-2">
            {say(member.administers ? "web.member.looks_after" : "web.member.looks_after_not", { name })}
          </p>
          <Button
            icon={<KeyRound aria-hidden="true" size={16} />}
            busy={administer.isPending}
            why={member.whyNotAdminister}
            onClick={() => give(!member.administers)}
          >
            {say(member.administers ? "web.member.take" : "web.member.give")}
          </Button>
        </div>
        {!mine && (
          <div className="border-t border-line pt-4">
            <p className="mb-2.5 text-sm text-ink-2">{say("web.member.remove_means", { name })}</p>
            <Button
              icon={<UserRoundX aria-hidden="true" size={16} />}
              className="text-clay-ink!"
              why={member.whyNotRemove}
              onClick={() => {
                remove.reset();
                setAsking(true);
              }}
            >
              {say("web.member.remove")}
            </Button>
          </div>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onOpen={setAsking}
        title={say("web.member.remove_title", { name, workspace: workspace.name })}
        confirm={say("web.member.remove")}
        cancel={say("web.cancel")}
        danger
        busy={remove.isPending}
        error={remove.error?.message}
        onConfirm={removeNow}
      >
        {say("web.member.remove_what", { name })}
      </ConfirmDialog>
    </Card>
  );
}
