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
--   idempotency
create policy tenancy on … using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

grant select, insert, update, delete on
  workspace, member, administration, member_key, team, team_member, invitation, invitation_use,
  access_log, idempotency
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
