-- All data on one page, read from a migrated database by `npm run gen`. Not to be edited: write a migration.

create table workspace (
  id uuid not null,
  slug text collate "C" not null,
  name text not null,
  nouns jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (id),
  unique (slug),
  check (length(name) >= 1 and length(name) <= 80),
  check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

create table member (
  workspace_id uuid not null,
  id uuid not null,
  -- who signs in as this member; null for one who has not joined yet or whose sign-in was erased
  user_id text collate "C",
  name text collate "und-x-icu" not null,
  time_zone text not null,
  locale text not null,
  joined_at timestamptz,
  left_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, user_id),
  foreign key (workspace_id) references workspace (id),
  check (length(name) >= 1 and length(name) <= 80)
);

-- who looks after the workspace: names, invitations, who else does
create table administration (
  workspace_id uuid not null,
  member_id uuid not null,
  since timestamptz not null,
  given_by uuid,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, given_by) references member (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

-- each person's own key, sealed under the installation's; without the row nothing that was written under it opens again
create table member_key (
  workspace_id uuid not null,
  member_id uuid not null,
  sealed bytea not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

create table team (
  workspace_id uuid not null,
  id uuid not null,
  parent_id uuid,
  name text collate "und-x-icu" not null,
  created_at timestamptz not null,
  created_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, closed_by) references member (workspace_id, id),
  foreign key (workspace_id, created_by) references member (workspace_id, id),
  foreign key (workspace_id) references workspace (id),
  foreign key (workspace_id, parent_id) references team (workspace_id, id),
  check (parent_id <> id),
  check (length(name) >= 1 and length(name) <= 80)
);
create index team_by_parent on team (workspace_id, parent_id);

-- one row for each time somebody held a role in a team; a new role or leaving ends it, so history stays
create table team_member (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  role text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  ended_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  check (role in ('lead', 'member', 'observer'))
);
create unique index team_member_now on team_member (workspace_id, team_id, member_id) where (until_at is null);
create index team_member_of on team_member (workspace_id, member_id);

create table invitation (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  role text not null,
  -- the link's secret is kept as its SHA-256, so that reading the table opens nothing
  secret_hash text collate "C" not null,
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, secret_hash),
  foreign key (workspace_id, created_by) references member (workspace_id, id),
  foreign key (workspace_id, revoked_by) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  check (role in ('lead', 'member', 'observer'))
);
create index invitation_by_team on invitation (workspace_id, team_id, created_at);

create table invitation_use (
  workspace_id uuid not null,
  invitation_id uuid not null,
  member_id uuid not null,
  used_at timestamptz not null,
  primary key (workspace_id, invitation_id, member_id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

-- what happened, one row in the transaction of the happening; readers follow it by transaction id
create table event (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  actor_id uuid,
  kind text collate "C" not null,
  subject_id uuid not null,
  team_id uuid,
  data jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, actor_id) references member (workspace_id, id),
  foreign key (workspace_id) references workspace (id)
);
create index event_by_subject on event (workspace_id, subject_id, id);
create index event_in_order on event (workspace_id, xid, id);

-- who read whose personal data; only the one it is about may read it
create table access_log (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  reader_id uuid not null,
  subject_id uuid not null,
  operation text collate "C" not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, reader_id) references member (workspace_id, id)
);
create index access_log_about on access_log (workspace_id, subject_id, at);

-- a repeated POST gets the first one's answer
create table idempotency (
  workspace_id uuid not null,
  member_id uuid not null,
  key text collate "C" not null,
  input_hash text collate "C" not null,
  output jsonb,
  at timestamptz not null,
  primary key (workspace_id, member_id, key),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index idempotency_by_age on idempotency (workspace_id, at);

create table decision (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  origin text collate "C" not null,
  -- what the team calls it
  ref text collate "C" not null,
  title text collate "und-x-icu" not null,
  kind text collate "und-x-icu",
  topics text[] not null,
  -- in the record's own word
  status text collate "und-x-icu",
  context text,
  reasons text,
  link text,
  -- people are words here; a decider who is a member is that member as well
  authors text[] not null,
  handed_to text[] not null,
  opened_on date,
  decided_on date,
  decided_on_basis text,
  outcome text collate "C",
  -- null: no verdict; unknown: a verdict, and the record does not say whose
  decided_by text collate "C",
  decider text,
  decider_member uuid,
  basis text,
  supersedes text[] not null,
  superseded_by text[] not null,
  -- worked out when written, by the rules of the room
  self_decided boolean not null,
  leads_own boolean not null,
  on_record_from date,
  -- the row as it came, in its own order
  source json not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, team_id, ref),
  foreign key (workspace_id, decider_member) references member (workspace_id, id),
  foreign key (workspace_id) references workspace (id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  check (decided_by in ('lead', 'delegate', 'team', 'other', 'unknown')),
  check (origin in ('imported', 'live')),
  check (outcome in ('accepted', 'rejected', 'withdrawn', 'superseded', 'waiting', 'other')),
  check (ref <> ''),
  check (title <> '')
);
create index decision_by_day on decision (workspace_id, team_id, decided_on);

-- every change of status, in order
create table decision_step (
  workspace_id uuid not null,
  decision_id uuid not null,
  n integer not null,
  on_date date not null,
  from_status text,
  to_status text not null,
  by_words text,
  note text,
  reference text,
  primary key (workspace_id, decision_id, n),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade
);

-- verdicts taken back
create table decision_reversal (
  workspace_id uuid not null,
  decision_id uuid not null,
  n integer not null,
  on_date date not null,
  from_status text not null,
  to_status text not null,
  held_days integer,
  kind text collate "C" not null,
  -- whether the record itself named the kind
  kind_given boolean not null,
  primary key (workspace_id, decision_id, n),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  check (kind in ('overturned', 'late-acceptance', 'reopened', 'superseded', 'retired', 'clerical', 'unclear'))
);

-- what a team says of its record as a whole
create table record_description (
  workspace_id uuid not null,
  team_id uuid not null,
  decider_known_since date,
  batch_from integer not null,
  changed_at timestamptz not null,
  primary key (workspace_id, team_id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  check (batch_from >= 2 and batch_from <= 1000)
);

-- who was in office when; a day in no term is a day without a decider
create table office_term (
  workspace_id uuid not null,
  team_id uuid not null,
  n integer not null,
  from_on date not null,
  until_on date,
  who text,
  primary key (workspace_id, team_id, n),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  check (until_on > from_on)
);

-- one row for each file that was imported; with its rows it can be undone as a whole
create table import (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  -- which one of the team's imports, in order
  n integer not null,
  at timestamptz not null,
  by_member uuid not null,
  file_name text not null,
  history_name text,
  mapping jsonb not null,
  -- the file's columns in order, for handing refused rows back
  columns text[] not null,
  new_rows integer not null,
  changed_rows integer not null,
  unchanged_rows integer not null,
  refused_rows integer not null,
  -- what the team said of its record before and after, where the import changed that
  described_before jsonb,
  described_after jsonb,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, team_id, n),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, undone_by) references member (workspace_id, id)
);

create table import_row (
  workspace_id uuid not null,
  import_id uuid not null,
  n integer not null,
  -- where the row begins in the file
  line integer not null,
  state text collate "C" not null,
  ref text collate "C",
  title text,
  decision_id uuid,
  -- the decision as it was, where the row changed it
  before json,
  -- why it was refused, and the cells as they came
  reasons jsonb,
  cells json,
  primary key (workspace_id, import_id, n),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete set null (decision_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id),
  check (state in ('new', 'changed', 'unchanged', 'refused'))
);
create index import_row_by_decision on import_row (workspace_id, decision_id);

create table auth."user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  primary key (id),
  unique (email)
);

create table auth.session (
  id text not null,
  "expiresAt" timestamptz not null,
  token text not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  primary key (id),
  unique (token),
  foreign key ("userId") references auth."user" (id) on delete cascade
);
create index session_by_user on auth.session ("userId");

create table auth.account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  primary key (id),
  foreign key ("userId") references auth."user" (id) on delete cascade
);
create index account_by_user on auth.account ("userId");

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  primary key (id)
);
create index verification_by_identifier on auth.verification (identifier);

-- one row: the first person to start an installation keeps it, and may close sign-up
create table auth.installation (
  one boolean not null default true,
  kept_by text,
  sign_up_closed_at timestamptz,
  created_at timestamptz not null,
  primary key (one),
  foreign key (kept_by) references auth."user" (id) on delete set null,
  check (one)
);

-- row security: on each of
--   workspace
create policy tenancy on … using (id = nullif(current_setting('app.workspace', true), '')::uuid);
-- row security: on each of
--   member, administration, member_key, team, team_member, invitation, invitation_use, event, access_log,
--   idempotency, decision, decision_step, decision_reversal, record_description, office_term, import,
--   import_row
create policy tenancy on … using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

grant select, insert, update, delete on
  workspace, member, administration, member_key, team, team_member, invitation, invitation_use,
  access_log, idempotency, decision, decision_step, decision_reversal, record_description, office_term,
  import, import_row
  to :app;
grant select, insert, update (actor_id) on
  event
  to :app;
grant select, insert, update, delete on
  "user", session, account, verification, installation
  to :auth;

CREATE OR REPLACE FUNCTION public.door_my_workspaces(person text)
 RETURNS TABLE(workspace_id uuid, slug text, name text, nouns jsonb, member_id uuid, member_name text, time_zone text, locale text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select w.id, w.slug, w.name, w.nouns, m.id, m.name, m.time_zone, m.locale
  from public.member m join public.workspace w on w.id = m.workspace_id
  where m.user_id = person and m.left_at is null
  order by w.created_at, w.id
$function$;

CREATE OR REPLACE FUNCTION public.door_slug_taken(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (select from public.workspace where slug = wanted)
$function$;

CREATE OR REPLACE FUNCTION public.door_forget(access_before timestamp with time zone, answers_before timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with a as (delete from public.access_log where at < access_before returning 1),
       i as (delete from public.idempotency where at < answers_before returning 1)
  select (select count(*) from a) + (select count(*) from i)
$function$;
