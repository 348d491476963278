-- What we are for, and what each of us may decide without asking: intent, goals, agreement, areas; and who is told of it.

-- somebody named before they joined: a member row that nobody signs in as yet, and the link that fills it
create table placeholder (
  workspace_id uuid not null,
  member_id uuid not null,
  team_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  filled_at timestamptz,
  -- the row itself, or a member who was here already
  filled_by uuid,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, made_by) references member (workspace_id, id),
  foreign key (workspace_id, filled_by) references member (workspace_id, id)
);
create index placeholder_by_team on placeholder (workspace_id, team_id);
alter table invitation add column placeholder_id uuid;
alter table invitation add foreign key (workspace_id, placeholder_id) references placeholder (workspace_id, member_id);

-- what one member is told; its sentence is made when it is read, in their language
create table notice (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  team_id uuid,
  at timestamptz not null,
  -- room.name: the sentence is `notice.name` of that room
  kind text collate "C" not null,
  actor_id uuid,
  subject_id uuid not null,
  params jsonb not null,
  -- below the workspace's address
  path text collate "C" not null,
  needs_yes boolean not null,
  -- told once, whoever tells it again
  once text collate "C",
  seen_at timestamptz,
  -- what it asked for is done, by whomever
  settled_at timestamptz,
  digested_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, member_id, once),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, actor_id) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);
create index notice_by_member on notice (workspace_id, member_id, id);
create index notice_by_subject on notice (workspace_id, subject_id) where settled_at is null;

create table notice_mute (
  workspace_id uuid not null,
  member_id uuid not null,
  team_id uuid not null,
  kind text collate "C" not null,
  since timestamptz not null,
  primary key (workspace_id, member_id, team_id, kind),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);

-- how one member wants mail; no row is the usual: a digest each day, and at once when a yes is needed
create table mail_choice (
  workspace_id uuid not null,
  member_id uuid not null,
  digest boolean not null,
  at_once boolean not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create table digest_day (
  workspace_id uuid not null,
  member_id uuid not null,
  last_on date not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

-- the outbox: written in the transaction of what it tells, delivered afterwards, tried again when it fails.
-- Who it goes to is a member; the address is looked up when it is sent and kept nowhere here
create table mail (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  made_at timestamptz not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  due_at timestamptz not null,
  tries integer not null,
  sent_at timestamptz,
  given_up_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index mail_due on mail (due_at) where sent_at is null and given_up_at is null;
create index mail_by_member on mail (workspace_id, member_id, id);

-- a draft is its writer's alone
create table intent_draft (
  workspace_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  why text not null,
  done text not null,
  keep text not null,
  until_on date,
  review_on date,
  serves_line uuid,
  what_changed text not null,
  changed_at timestamptz not null,
  primary key (workspace_id, team_id, member_id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
-- one row for each published version; the latest is the intent
create table intent (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  version integer not null,
  why text not null,
  done text not null,
  keep text not null,
  until_on date not null,
  review_on date not null,
  -- a line of the intent of the team above (intent_line.line_id)
  serves_line uuid,
  what_changed text,
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, team_id, version),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, published_by) references member (workspace_id, id)
);
-- its lines: one that is carried into the next version keeps its id, so that what serves it still does
create table intent_line (
  workspace_id uuid not null,
  intent_id uuid not null,
  line_id uuid not null,
  part text collate "C" not null check (part in ('why', 'done', 'keep')),
  n integer not null,
  words text not null,
  primary key (workspace_id, intent_id, line_id),
  foreign key (workspace_id, intent_id) references intent (workspace_id, id)
);
create index intent_line_by_line on intent_line (workspace_id, line_id);

create table back_brief (
  workspace_id uuid not null,
  id uuid not null,
  intent_id uuid not null,
  member_id uuid not null,
  words text not null,
  given_at timestamptz not null,
  published_at timestamptz,
  verdict text collate "C" check (verdict in ('same', 'partly', 'different')),
  left_out text,
  judged_at timestamptz,
  judged_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, intent_id, member_id),
  foreign key (workspace_id, intent_id) references intent (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, judged_by) references member (workspace_id, id)
);

create table goal (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  outcome text not null,
  measure text collate "C" not null check (measure in ('number', 'done')),
  measure_name text,
  unit text,
  start_value double precision,
  target_value double precision,
  owner_id uuid not null,
  due_on date not null,
  serves_line uuid,
  serves_goal uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  ended text collate "C" check (ended in ('reached', 'dropped')),
  ended_at timestamptz,
  ended_by uuid,
  ended_why text,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, owner_id) references member (workspace_id, id),
  foreign key (workspace_id, serves_goal) references goal (workspace_id, id),
  foreign key (workspace_id, made_by) references member (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id)
);
create index goal_by_team on goal (workspace_id, team_id);
create index goal_by_goal on goal (workspace_id, serves_goal);
-- how sure its owner is, and where the number stands, over time
create table goal_reading (
  workspace_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  confidence integer not null check (confidence between 0 and 10),
  value double precision,
  note text,
  primary key (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index goal_reading_by_goal on goal_reading (workspace_id, goal_id, at);
-- every change: moved to another date, handed to another owner, said otherwise, reached, dropped, taken up again
create table goal_step (
  workspace_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  what text collate "C" not null check (what in ('moved', 'owner', 'words', 'serves', 'reached', 'dropped', 'reopened')),
  from_words text,
  to_words text,
  why text,
  primary key (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index goal_step_by_goal on goal_step (workspace_id, goal_id, id);

create table agreement (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  version integer not null,
  answer_days integer not null check (answer_days between 1 and 20),
  speaks_last boolean not null,
  steps_in text not null,
  lead_promises text not null,
  team_promises text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  in_force_at timestamptz,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, team_id, version),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, proposed_by) references member (workspace_id, id)
);
create table agreement_yes (
  workspace_id uuid not null,
  agreement_id uuid not null,
  member_id uuid not null,
  side text collate "C" not null check (side in ('lead', 'team')),
  at timestamptz not null,
  primary key (workspace_id, agreement_id, member_id),
  foreign key (workspace_id, agreement_id) references agreement (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

create table area (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, made_by) references member (workspace_id, id),
  foreign key (workspace_id, closed_by) references member (workspace_id, id)
);
create index area_by_team on area (workspace_id, team_id);

-- the handover card as it stood from a moment on: one row for each change, the latest is the card
create table area_card (
  workspace_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  -- in order, from 1
  n integer not null,
  at timestamptz not null,
  by_member uuid,
  -- which fields this row changed, and why
  changed text[] not null,
  why text,
  name text collate "und-x-icu" not null check (length(name) between 1 and 80),
  purpose text not null,
  good text not null,
  money numeric(14, 2),
  currency text collate "C" check (currency ~ '^[A-Z]{3}$'),
  scope text not null,
  guardrails jsonb not null,
  people text not null,
  budget text not null,
  information text not null,
  rhythm text not null,
  escalation text not null,
  review_on date,
  -- why it matters, in the owner's words, and what it serves
  matters text not null,
  matters_line uuid,
  matters_goal uuid,
  offered smallint not null check (offered between 1 and 7),
  desired smallint check (desired between 1 and 7),
  level smallint not null check (level between 1 and 7),
  -- a level on trial: from this moment on it is the one before again
  trial_until timestamptz,
  level_before smallint check (level_before between 1 and 7),
  primary key (workspace_id, id),
  unique (workspace_id, area_id, n),
  check ((trial_until is null) = (level_before is null)),
  check ((money is null) = (currency is null)),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, matters_goal) references goal (workspace_id, id)
);

-- one row for each time somebody held, stood in for, or was learning an area
create table area_holder (
  workspace_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  member_id uuid not null,
  part text collate "C" not null check (part in ('owner', 'deputy', 'learning')),
  from_at timestamptz not null,
  given_by uuid,
  until_at timestamptz,
  ended_by uuid,
  why text,
  primary key (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, given_by) references member (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id)
);
create unique index area_holder_one on area_holder (workspace_id, area_id, part) where until_at is null and part <> 'learning';
create unique index area_holder_learning on area_holder (workspace_id, area_id, member_id) where until_at is null and part = 'learning';
create index area_holder_of on area_holder (workspace_id, member_id);

-- a change that waits for the other side's yes
create table area_proposal (
  workspace_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  -- whose yes is still needed
  needs text collate "C" not null check (needs in ('lead', 'owner')),
  what text collate "C" not null check (what in ('level', 'card', 'owner')),
  change jsonb not null,
  trial_weeks integer check (trial_weeks between 1 and 52),
  why text,
  ended text collate "C" check (ended in ('agreed', 'declined', 'withdrawn', 'overtaken')),
  ended_at timestamptz,
  ended_by uuid,
  answer text,
  primary key (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, made_by) references member (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id)
);
create unique index area_proposal_open on area_proposal (workspace_id, area_id, what) where ended_at is null;

-- which goal a decision on the log serves
create table decision_goal (
  workspace_id uuid not null,
  decision_id uuid not null,
  goal_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  primary key (workspace_id, decision_id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index decision_goal_by_goal on decision_goal (workspace_id, goal_id);

do $$
declare name text;
begin
  foreach name in array array['placeholder', 'notice', 'notice_mute', 'mail_choice', 'digest_day', 'mail', 'intent_draft', 'intent', 'intent_line',
    'back_brief', 'goal', 'goal_reading', 'goal_step', 'agreement', 'agreement_yes', 'area', 'area_card', 'area_holder', 'area_proposal', 'decision_goal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenancy on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', name);
  end loop;
end $$;
grant select, insert, update, delete on placeholder, notice, notice_mute, mail_choice, digest_day, mail, intent_draft, intent, intent_line, back_brief,
  goal, goal_reading, goal_step, agreement, agreement_yes, area, area_holder, area_proposal, decision_goal to :app;
-- history is added to, not rewritten
grant select, insert on area_card to :app;

-- timed work crosses workspaces by these, and enters each one for the rest
create function door_mail_due(at timestamptz, again_at timestamptz, most integer)
returns table (workspace_id uuid, id uuid, user_id text, subject text, body_text text, body_html text, tries integer)
language sql volatile security definer set search_path = pg_catalog, public as $$
  with due as (
    select m.workspace_id, m.id from public.mail m
    where m.sent_at is null and m.given_up_at is null and m.due_at <= at
    order by m.due_at limit most for update skip locked
  ), held as (
    -- whoever took it has until then; a process that died lets go of it
    update public.mail m set due_at = again_at, tries = m.tries + 1
    from due where m.workspace_id = due.workspace_id and m.id = due.id
    returning m.*
  )
  select h.workspace_id, h.id, p.user_id, h.subject, h.body_text, h.body_html, h.tries
  from held h join public.member p on p.workspace_id = h.workspace_id and p.id = h.member_id
$$;
-- who has unseen notices from before this morning where they are, and had no digest today; which day it is there, and when its morning began
create function door_digests_due(at timestamptz, from_hour integer)
returns table (workspace_id uuid, member_id uuid, day date, morning timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  with here as (
    -- a zone that this server does not know is no reason for nobody to get a digest
    select p.workspace_id, p.id, coalesce(z.name, 'UTC') as zone, date_trunc('day', at at time zone coalesce(z.name, 'UTC')) as today
    from public.member p left join pg_timezone_names z on lower(z.name) = lower(p.time_zone)
    where p.left_at is null and p.user_id is not null
  ), up as (
    select h.workspace_id, h.id, h.today::date as day, (h.today + make_interval(hours => from_hour)) at time zone h.zone as morning from here h
  )
  select u.workspace_id, u.id, u.day, u.morning from up u
  where at >= u.morning
    -- what came later today waits for tomorrow
    and exists (select from public.notice n where n.workspace_id = u.workspace_id and n.member_id = u.id
      and n.digested_at is null and n.seen_at is null and n.settled_at is null and n.at < u.morning)
    and not exists (select from public.digest_day d where d.workspace_id = u.workspace_id and d.member_id = u.id and d.last_on >= u.day)
    and not exists (select from public.mail_choice c where c.workspace_id = u.workspace_id and c.member_id = u.id and not c.digest)
$$;
create function door_workspaces() returns table (workspace_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$ select id from public.workspace order by id $$;
-- forgetting: mail and notices too
drop function door_forget(timestamptz, timestamptz);
create function door_forget(access_before timestamptz, answers_before timestamptz, mail_before timestamptz, notices_before timestamptz)
returns bigint language sql volatile security definer set search_path = pg_catalog, public as $$
  with a as (delete from public.access_log where at < access_before returning 1),
       i as (delete from public.idempotency where at < answers_before returning 1),
       m as (delete from public.mail where made_at < mail_before returning 1),
       n as (delete from public.notice where at < notices_before returning 1)
  select (select count(*) from a) + (select count(*) from i) + (select count(*) from m) + (select count(*) from n)
$$;
revoke all on function door_mail_due(timestamptz, timestamptz, integer), door_digests_due(timestamptz, integer), door_workspaces(),
  door_forget(timestamptz, timestamptz, timestamptz, timestamptz) from public;
grant execute on function door_mail_due(timestamptz, timestamptz, integer), door_digests_due(timestamptz, integer), door_workspaces(),
  door_forget(timestamptz, timestamptz, timestamptz, timestamptz) to :app;
