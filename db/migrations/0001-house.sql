-- Workspaces, people and teams; what the foundation keeps for every room; and signing in.
-- Keys are led by the workspace, and row security shows a transaction its own workspace only.

create table workspace (
  id uuid primary key,
  slug text collate "C" not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 80),
  nouns jsonb not null default '{}',
  created_at timestamptz not null
);

create table member (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  -- who signs in as this member; null for one who has not joined yet or whose sign-in was erased
  user_id text collate "C",
  name text collate "und-x-icu" not null check (length(name) between 1 and 80),
  time_zone text not null,
  locale text not null,
  joined_at timestamptz,
  left_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, user_id)
);

-- who looks after the workspace: names, invitations, who else does
create table administration (
  workspace_id uuid not null,
  member_id uuid not null,
  since timestamptz not null,
  given_by uuid,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, given_by) references member (workspace_id, id)
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
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  parent_id uuid,
  name text collate "und-x-icu" not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  created_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, parent_id) references team (workspace_id, id),
  foreign key (workspace_id, created_by) references member (workspace_id, id),
  foreign key (workspace_id, closed_by) references member (workspace_id, id),
  check (parent_id <> id)
);
create index team_by_parent on team (workspace_id, parent_id);

-- one row for each time somebody held a role in a team; a new role or leaving ends it, so history stays
create table team_member (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('lead', 'member', 'observer')),
  from_at timestamptz not null,
  until_at timestamptz,
  ended_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id)
);
create unique index team_member_now on team_member (workspace_id, team_id, member_id) where until_at is null;
create index team_member_of on team_member (workspace_id, member_id);

create table invitation (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  role text not null check (role in ('lead', 'member', 'observer')),
  -- the link's secret is kept as its SHA-256, so that reading the table opens nothing
  secret_hash text collate "C" not null,
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, secret_hash),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, created_by) references member (workspace_id, id),
  foreign key (workspace_id, revoked_by) references member (workspace_id, id)
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
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  actor_id uuid,
  kind text collate "C" not null,
  subject_id uuid not null,
  team_id uuid,
  data jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, actor_id) references member (workspace_id, id)
);
create index event_in_order on event (workspace_id, xid, id);
create index event_by_subject on event (workspace_id, subject_id, id);

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

do $$
declare name text;
begin
  foreach name in array array['member', 'administration', 'member_key', 'team', 'team_member', 'invitation', 'invitation_use', 'event', 'access_log', 'idempotency'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenancy on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', name);
  end loop;
end $$;
alter table workspace enable row level security;
create policy tenancy on workspace using (id = nullif(current_setting('app.workspace', true), '')::uuid);

grant usage on schema public to :app;
grant select, insert, update, delete on workspace, member, administration, member_key, team, team_member, invitation, invitation_use, access_log, idempotency to :app;
-- what happened is not rewritten; erasure blanks the actor, nothing else
grant select, insert, update (actor_id) on event to :app;

-- the one named door across workspaces: where a signed-in person is a member
create function door_my_workspaces(person text)
returns table (workspace_id uuid, slug text, name text, nouns jsonb, member_id uuid, member_name text, time_zone text, locale text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select w.id, w.slug, w.name, w.nouns, m.id, m.name, m.time_zone, m.locale
  from public.member m join public.workspace w on w.id = m.workspace_id
  where m.user_id = person and m.left_at is null
  order by w.created_at, w.id
$$;
-- whether an address is taken, which row security would hide
create function door_slug_taken(wanted text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.workspace where slug = wanted)
$$;
-- what was kept long enough, in every workspace: times are handed in by whoever keeps the clock
create function door_forget(access_before timestamptz, answers_before timestamptz) returns bigint
language sql volatile security definer set search_path = pg_catalog, public as $$
  with a as (delete from public.access_log where at < access_before returning 1),
       i as (delete from public.idempotency where at < answers_before returning 1)
  select (select count(*) from a) + (select count(*) from i)
$$;
revoke all on function door_my_workspaces(text), door_slug_taken(text), door_forget(timestamptz, timestamptz) from public;
grant execute on function door_my_workspaces(text), door_slug_taken(text), door_forget(timestamptz, timestamptz) to :app;

-- signing in lives apart, with a role of its own: rooms never see a password or a session
create schema auth;
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index session_by_user on auth.session ("userId");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index account_by_user on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index verification_by_identifier on auth.verification (identifier);
-- one row: the first person to start an installation keeps it, and may close sign-up
create table auth.installation (
  one boolean primary key default true check (one),
  kept_by text references auth."user" (id) on delete set null,
  sign_up_closed_at timestamptz,
  created_at timestamptz not null
);
grant usage on schema auth to :auth;
grant select, insert, update, delete on all tables in schema auth to :auth;
