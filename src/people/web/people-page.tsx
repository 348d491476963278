import { Link } from "@tanstack/react-router";
import { KeyRound, Search, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import type { OutputOf, Travelled } from "../../foundation/contract.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { Time } from "../../ui/time.tsx";
import type { people } from "../contract.ts";
import type en from "../words.en.json";
import { CouldNotLoad, RowsWaiting } from "./page-states.tsx";
import { pagerWords } from "./pager-words.ts";
import { usePlace, useReader } from "./place.tsx";
import { roleWord } from "./role-words.ts";
import { peopleClient } from "./session.ts";
import { useSettled } from "./settled.ts";

const say = wordsOf<typeof en>("people");
const pageSize = 50;

type Row = Travelled<OutputOf<(typeof people)["operations"]["members"]>>["members"][number];

/** Who is in the workspace, with their teams and roles. */
export function PeoplePage() {
  const { workspace, team } = usePlace();
  const [typed, setTyped] = useState("");
  const [offset, setOffset] = useState(0);
  const search = useSettled(typed.trim());
  const asked = { workspace: workspace.id, offset, limit: pageSize, ...(search ? { search } : {}) };
  const members = peopleClient.useAsk("members", asked, { placeholderData: (earlier: unknown) => earlier });
  const mayInvite = team && !team.closed && (workspace.me.administers || team.myRole === "lead");
  const alone = members.data?.total === 1 && !search;
  return (
    <>
      <PageHeader
        eyebrow={workspace.name}
        title={say("web.people.title")}
        lead={say("web.people.lead")}
        actions={
          mayInvite && (
            <Link
              to="/w/$workspace/t/$team"
              params={{ workspace: workspace.slug, team: team.id }}
              hash="invite"
              className={buttonClass("primary", "md", "no-underline")}
            >
              <UserRoundPlus aria-hidden="true" size={17} />
              {say("web.people.invite", { name: team.name })}
            </Link>
          )
        }
      />
      <Card>
        <search className="mb-4 block max-w-sm">
          <TextInput
            type="search"
            icon={<Search />}
            aria-label={say("web.people.search")}
            placeholder={say("web.people.search")}
            value={typed}
            maxLength={80}
            onChange={(event) => {
              setTyped(event.target.value);
              setOffset(0);
            }}
          />
        </search>
        {members.error && <CouldNotLoad error={members.error} again={() => void members.refetch()} />}
        {!members.error && !members.data && <RowsWaiting rows={6} />}
        {members.data && (
          <>
            <Table
              caption={say("web.people.title")}
              captionHidden
              columns={columns(workspace.slug, workspace.me.id)}
              rows={members.data.members}
              rowKey={(row) => row.id}
              stale={members.isPlaceholderData}
              empty={say("web.people.none", { search })}
            />
            <div className="mt-4">
              <Pager
                offset={offset}
                limit={pageSize}
                total={members.data.total}
                onOffset={setOffset}
                words={pagerWords()}
              />
            </div>
          </>
        )}
      </Card>
      {alone && (
        <div className="mt-6">
          <EmptyState picture="path" compact title={say("web.people.alone_title")}>
            {say("web.people.alone")}
          </EmptyState>
        </div>
      )}
    </>
  );
}

function columns(slug: string, me: string): Column<Row>[] {
  return [
    { key: "name", header: say("web.people.name"), names: true, cell: (row) => <Who row={row} slug={slug} me={me} /> },
    {
      key: "teams",
      header: say("web.people.teams"),
      cell: (row) => <TeamsOf row={row} slug={slug} />,
      className: "align-middle!",
    },
    {
      key: "joined",
      header: say("web.people.joined"),
      wideOnly: true,
      cell: (row) => <Joined at={row.joinedAt} />,
      className: "align-middle! text-ink-2",
    },
  ];
}

function Who({ row, slug, me }: { row: Row; slug: string; me: string }) {
  return (
    <span className="flex items-center gap-3.5">
      <Avatar name={row.name} id={row.id} />
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          to="/w/$workspace/people/$member"
          params={{ workspace: slug, member: row.id }}
          preload={false}
          className="text-base font-semibold hover:underline"
        >
          {row.name}
        </Link>
        {row.id === me && <span className="text-sm font-normal text-ink-2">{say("web.people.you")}</span>}
        {row.administers && (
          <Badge tone="sky" icon={<KeyRound aria-hidden="true" />}>
            {say("web.people.administers")}
          </Badge>
        )}
      </span>
    </span>
  );
}

function TeamsOf({ row, slug }: { row: Row; slug: string }) {
  if (row.teams.length === 0) return <span className="text-ink-2">{say("web.people.no_team")}</span>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {row.teams.map(({ id, name, role }) => (
        <li key={id}>
          <Link
            to="/w/$workspace/t/$team"
            params={{ workspace: slug, team: id }}
            className="font-medium hover:underline"
          >
            {name}
          </Link>{" "}
          <span className="text-ink-2">· {roleWord(role)}</span>
        </li>
      ))}
    </ul>
  );
}

function Joined({ at }: { at: string | null }) {
  const { locale, timeZone } = useReader();
  return at ? <Time value={at} locale={locale} zone={timeZone} /> : "—";
}
