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
  placeholder_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, secret_hash),
  foreign key (workspace_id, created_by) references member (workspace_id, id),
  foreign key (workspace_id, placeholder_id) references placeholder (workspace_id, member_id),
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

-- every search reads it whole, so it is not packed
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
  -- what is looked through for words: what a decision says, never who decided or proposed. A shape made here is a code and no word
  said text collate "C" not null generated always as (folded((ARRAY[(ref collate "C"), (title collate "C"), CASE WHEN (origin = 'imported') THEN (kind collate "C") ELSE null::text END, (context collate "C"), (reasons collate "C")] || topics))) stored,
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
  foreign key (workspace_id, filled_by) references member (workspace_id, id),
  foreign key (workspace_id, made_by) references member (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);
create index placeholder_by_team on placeholder (workspace_id, team_id);

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
  foreign key (workspace_id, actor_id) references member (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);
create index notice_by_member on notice (workspace_id, member_id, id);
create index notice_by_subject on notice (workspace_id, subject_id) where (settled_at is null);

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
create index mail_by_member on mail (workspace_id, member_id, id);
create index mail_due on mail (due_at) where ((sent_at is null) and (given_up_at is null));

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
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
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
  foreign key (workspace_id, published_by) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);

-- its lines: one that is carried into the next version keeps its id, so that what serves it still does
create table intent_line (
  workspace_id uuid not null,
  intent_id uuid not null,
  line_id uuid not null,
  part text collate "C" not null,
  n integer not null,
  words text not null,
  primary key (workspace_id, intent_id, line_id),
  foreign key (workspace_id, intent_id) references intent (workspace_id, id),
  check (part in ('why', 'done', 'keep'))
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
  verdict text collate "C",
  left_out text,
  judged_at timestamptz,
  judged_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, intent_id, member_id),
  foreign key (workspace_id, intent_id) references intent (workspace_id, id),
  foreign key (workspace_id, judged_by) references member (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check (verdict in ('same', 'partly', 'different'))
);

create table goal (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  outcome text not null,
  measure text collate "C" not null,
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
  ended text collate "C",
  ended_at timestamptz,
  ended_by uuid,
  ended_why text,
  primary key (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id),
  foreign key (workspace_id, made_by) references member (workspace_id, id),
  foreign key (workspace_id, owner_id) references member (workspace_id, id),
  foreign key (workspace_id, serves_goal) references goal (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  check (ended in ('reached', 'dropped')),
  check (measure in ('number', 'done'))
);
create index goal_by_goal on goal (workspace_id, serves_goal);
create index goal_by_team on goal (workspace_id, team_id);

-- how sure its owner is, and where the number stands, over time
create table goal_reading (
  workspace_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  confidence integer not null,
  value double precision,
  note text,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  check (confidence >= 0 and confidence <= 10)
);
create index goal_reading_by_goal on goal_reading (workspace_id, goal_id, at);

-- every change: moved to another date, handed to another owner, said otherwise, reached, dropped, taken up again
create table goal_step (
  workspace_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  what text collate "C" not null,
  from_words text,
  to_words text,
  why text,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  check (what in ('moved', 'owner', 'words', 'serves', 'reached', 'dropped', 'reopened'))
);
create index goal_step_by_goal on goal_step (workspace_id, goal_id, id);

create table agreement (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  version integer not null,
  answer_days integer not null,
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
  foreign key (workspace_id, proposed_by) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  check (answer_days >= 1 and answer_days <= 20)
);

create table agreement_yes (
  workspace_id uuid not null,
  agreement_id uuid not null,
  member_id uuid not null,
  side text collate "C" not null,
  at timestamptz not null,
  primary key (workspace_id, agreement_id, member_id),
  foreign key (workspace_id, agreement_id) references agreement (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check (side in ('lead', 'team'))
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
  foreign key (workspace_id, closed_by) references member (workspace_id, id),
  foreign key (workspace_id, made_by) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
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
  name text collate "und-x-icu" not null,
  purpose text not null,
  good text not null,
  money numeric(14,2),
  currency text collate "C",
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
  offered smallint not null,
  desired smallint,
  level smallint not null,
  -- a level on trial: from this moment on it is the one before again
  trial_until timestamptz,
  level_before smallint,
  primary key (workspace_id, id),
  unique (workspace_id, area_id, n),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, matters_goal) references goal (workspace_id, id),
  check ((trial_until is null) = (level_before is null)),
  check ((money is null) = (currency is null)),
  check (currency ~ '^[A-Z]{3}$'),
  check (desired >= 1 and desired <= 7),
  check (level_before >= 1 and level_before <= 7),
  check (level >= 1 and level <= 7),
  check (length(name) >= 1 and length(name) <= 80),
  check (offered >= 1 and offered <= 7)
);

-- one row for each time somebody held, stood in for, or was learning an area
create table area_holder (
  workspace_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  member_id uuid not null,
  part text collate "C" not null,
  from_at timestamptz not null,
  given_by uuid,
  until_at timestamptz,
  ended_by uuid,
  why text,
  primary key (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id),
  foreign key (workspace_id, given_by) references member (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check (part in ('owner', 'deputy', 'learning'))
);
create unique index area_holder_learning on area_holder (workspace_id, area_id, member_id) where ((until_at is null) and (part = 'learning'));
create index area_holder_of on area_holder (workspace_id, member_id);
create unique index area_holder_one on area_holder (workspace_id, area_id, part) where ((until_at is null) and (part <> 'learning'));

-- a change that waits for the other side's yes
create table area_proposal (
  workspace_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  -- whose yes is still needed
  needs text collate "C" not null,
  what text collate "C" not null,
  change jsonb not null,
  trial_weeks integer,
  why text,
  ended text collate "C",
  ended_at timestamptz,
  ended_by uuid,
  answer text,
  primary key (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id),
  foreign key (workspace_id, made_by) references member (workspace_id, id),
  check (ended in ('agreed', 'declined', 'withdrawn', 'overtaken')),
  check (needs in ('lead', 'owner')),
  check (trial_weeks >= 1 and trial_weeks <= 52),
  check (what in ('level', 'card', 'owner'))
);
create unique index area_proposal_open on area_proposal (workspace_id, area_id, what) where (ended_at is null);

-- which goal a decision on the log serves
create table decision_goal (
  workspace_id uuid not null,
  decision_id uuid not null,
  goal_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  primary key (workspace_id, decision_id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, goal_id) references goal (workspace_id, id)
);
create index decision_goal_by_goal on decision_goal (workspace_id, goal_id);

-- a decision that is made here: how it is decided, and how far it has come. What the log says of it stands in `decision`
create table deciding (
  workspace_id uuid not null,
  decision_id uuid not null,
  shape text collate "C" not null,
  phase text collate "C" not null,
  -- handed back with a change, so that two people cannot overwrite each other
  n integer not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  phase_since timestamptz not null,
  -- whoever took it up; null until somebody did
  holder_id uuid,
  taken_up_at timestamptz,
  area_id uuid,
  -- the proposal as it reads now; every version of it stands in `decision_version`
  version integer not null,
  proposal text not null,
  options text[] not null,
  cost numeric(14,2),
  currency text collate "C",
  -- a two-way door; null: not known yet
  reversible boolean,
  decide_by date,
  -- who is affected outside the team, in words; inside it they stand in `decision_affected`
  outside text not null,
  -- an experiment ends on a day, or earlier by its rule
  stop_rule text not null,
  ends_on date,
  -- the sentences that guardrails only show, acknowledged
  acknowledged_at timestamptz,
  -- the level at which it is decided and why, frozen when its first round opens or it is decided; null while it is shaped
  level smallint,
  because jsonb,
  -- the step-in on its area under which the level was frozen: while that is in force its level holds, afterwards the one above
  area_loan uuid,
  -- a lead handed this one over: to the team (4), or to one member (5)
  handed_level smallint,
  handed_to uuid,
  handed_by uuid,
  handed_at timestamptz,
  -- the sum-up: what the decider heard
  heard text,
  heard_at timestamptz,
  decided_at timestamptz,
  -- the day a decision at level 2 takes effect
  effect_on date,
  expected text not null,
  -- how sure the decider is that it will do what is expected, in per cent
  confidence smallint,
  review_on date,
  wait_until date,
  -- why it was withdrawn, or waits
  why text,
  -- the decision that this one adapts
  adapts uuid,
  said text collate "C" not null generated always as (folded((ARRAY[(proposal collate "C"), (outside collate "C"), (stop_rule collate "C"), (heard collate "C"), (expected collate "C"), (why collate "C")] || options))) stored,
  primary key (workspace_id, decision_id),
  foreign key (workspace_id, adapts) references decision (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, area_loan) references step_in (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handed_by) references member (workspace_id, id),
  foreign key (workspace_id, handed_to) references member (workspace_id, id),
  foreign key (workspace_id, holder_id) references member (workspace_id, id),
  foreign key (workspace_id, proposed_by) references member (workspace_id, id),
  check ((cost is null) = (currency is null)),
  check (confidence >= 0 and confidence <= 100),
  check (cost >= 0::numeric),
  check (currency ~ '^[A-Z]{3}$'),
  check (handed_level >= 4 and handed_level <= 5),
  check (level >= 1 and level <= 7),
  check (phase in ('shaping', 'sealed', 'opened', 'decided', 'reviewed', 'withdrawn', 'waiting')),
  check (shape in ('decision', 'note', 'experiment')),
  check (version >= 1)
);
create index deciding_by_area on deciding (workspace_id, area_id);
create index deciding_by_phase on deciding (workspace_id, phase);

-- who inside is affected
create table decision_affected (
  workspace_id uuid not null,
  decision_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, decision_id, member_id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

-- every version of a proposal: a voice is given on one of them and never carried to another
create table decision_version (
  workspace_id uuid not null,
  decision_id uuid not null,
  n integer not null,
  at timestamptz not null,
  by_member uuid not null,
  proposal text not null,
  -- what is other than before, in words
  what_changed text not null,
  primary key (workspace_id, decision_id, n),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  check (n >= 1)
);

-- one sealed turn of voices on one version; how it is decided, who may speak and until when are fixed when it begins
create table decision_round (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  n integer not null,
  version integer not null,
  method text collate "C" not null,
  -- how many in a hundred must speak; 0: no quorum
  quorum smallint not null,
  -- what is done about an objection that stays, named beforehand
  exit text collate "C",
  exit_note text not null,
  begun_at timestamptz not null,
  begun_by uuid not null,
  due_at timestamptz not null,
  -- a deadline without quorum moves once
  extended_from timestamptz,
  window_hours integer not null,
  -- all voices became readable at this moment, for everybody at once
  opened_at timestamptz,
  opened_because text collate "C",
  -- until when the leads' voices, which come last, may be given
  leads_until timestamptz,
  -- whoever had not spoken at half time was told so, once
  reminded_at timestamptz,
  -- the leads' window is over, or all of them spoke: whoever decides was told
  ready_at timestamptz,
  -- ended without ever opening: withdrawn, or decided by a step-in. Its voices stay sealed
  dropped_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, decision_id, n),
  foreign key (workspace_id, begun_by) references member (workspace_id, id),
  foreign key (workspace_id, decision_id, version) references decision_version (workspace_id, decision_id, n) on delete cascade,
  check ((opened_at is null) = (opened_because is null)),
  check (opened_at is null or dropped_at is null),
  check (exit in ('another_round', 'mediator', 'smaller_try', 'holder_decides', 'wait')),
  check (method in ('advice', 'consent', 'majority')),
  check (n >= 1),
  check (opened_because in ('all_spoke', 'deadline')),
  check (quorum >= 0 and quorum <= 100),
  check (window_hours >= 1 and window_hours <= 168)
);
create index decision_round_sealed on decision_round (due_at) where ((opened_at is null) and (dropped_at is null));
create index decision_round_window on decision_round (leads_until) where ((leads_until is not null) and (ready_at is null));

-- who may speak in a round: `voice` at once, `lead` when the others' voices are open
create table round_elector (
  workspace_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  part text collate "C" not null,
  spoke boolean not null,
  primary key (workspace_id, round_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, round_id) references decision_round (workspace_id, id) on delete cascade,
  check (part in ('voice', 'lead'))
);
create index round_elector_of on round_elector (workspace_id, member_id) where (not spoke);
create index round_elector_silent on round_elector (workspace_id, round_id) where ((not spoke) and (part = 'voice'));

-- a voice is readable by whoever gave it, and by nobody else before its round has opened: whatever a statement asks for
create table voice (
  workspace_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  stance text collate "C" not null,
  reason text not null,
  at timestamptz not null,
  primary key (workspace_id, round_id, member_id),
  foreign key (workspace_id, round_id, member_id) references round_elector (workspace_id, round_id, member_id) on delete cascade,
  check (stance in ('agree', 'concern', 'against', 'aside', 'consent', 'object', 'yes', 'no', 'abstain'))
);

-- objections and concerns: things with a state
create table objection (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  round_id uuid not null,
  by_member uuid not null,
  kind text collate "C" not null,
  words text not null,
  raised_at timestamptz not null,
  ended text collate "C",
  ended_at timestamptz,
  ended_by uuid,
  -- the version that integrates it
  ended_version integer,
  why text,
  primary key (workspace_id, id),
  unique (workspace_id, round_id, by_member),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ended_by) references member (workspace_id, id),
  foreign key (workspace_id, round_id, by_member) references voice (workspace_id, round_id, member_id) on delete cascade,
  check ((ended is null) = (ended_at is null)),
  check (ended is DISTINCT FROM 'integrated' or ended_version is not null),
  check (ended in ('integrated', 'withdrawn', 'overruled')),
  check (kind in ('objection', 'concern'))
);
create index objection_by_decision on objection (workspace_id, decision_id);

-- comments, questions and facts beside a decision
create table decision_remark (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  kind text collate "C" not null,
  words text not null,
  -- the remark that this one answers
  answers uuid,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, answers) references decision_remark (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  check (kind in ('comment', 'question', 'fact'))
);
create index decision_remark_by_decision on decision_remark (workspace_id, decision_id, id);

-- what contributors say of the sum-up
create table decision_heard (
  workspace_id uuid not null,
  decision_id uuid not null,
  member_id uuid not null,
  heard boolean not null,
  words text not null,
  at timestamptz not null,
  primary key (workspace_id, decision_id, member_id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

create table decision_credit (
  workspace_id uuid not null,
  decision_id uuid not null,
  member_id uuid not null,
  part text collate "C" not null,
  primary key (workspace_id, decision_id, member_id, part),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check (part in ('did', 'decided', 'helped'))
);

-- looking back: intended, happened, why, keep or change
create table decision_review (
  workspace_id uuid not null,
  decision_id uuid not null,
  n integer not null,
  at timestamptz not null,
  by_member uuid not null,
  verdict text collate "C" not null,
  learned text not null,
  next text collate "C" not null,
  -- an experiment that ended early by its rule
  by_rule boolean not null,
  -- the decision that adapts it
  next_decision uuid,
  -- looked at again on this day
  again_on date,
  primary key (workspace_id, decision_id, n),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, next_decision) references decision (workspace_id, id),
  check (n >= 1),
  check (next in ('keep', 'adapt', 'reverse')),
  check (verdict in ('worked', 'partly', 'not'))
);

-- a lead stepping in is a loan: on an area or on one decision, for a reason, until a day, and then it goes back by itself
create table step_in (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  area_id uuid,
  decision_id uuid,
  at timestamptz not null,
  by_member uuid not null,
  -- the four questions as they were answered, and the lightest rung that fits them
  how_bad smallint not null,
  how_soon smallint not null,
  how_long smallint not null,
  undo smallint not null,
  rung text collate "C" not null,
  reason text not null,
  scope text not null,
  message text not null,
  -- who was told by it: the owner or holder then
  owner_id uuid,
  level smallint not null,
  level_before smallint not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  -- what is asked of the owner: a later end
  extend_to timestamptz,
  extend_why text,
  extend_at timestamptz,
  -- looked back at afterwards
  reviewed_at timestamptz,
  reviewed_by uuid,
  intended text,
  happened text,
  because text,
  keep text,
  primary key (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ended_by) references member (workspace_id, id),
  foreign key (workspace_id, owner_id) references member (workspace_id, id),
  foreign key (workspace_id, reviewed_by) references member (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  check ((area_id is null) <> (decision_id is null)),
  check (until_at > at),
  check (how_bad >= 1 and how_bad <= 3),
  check (how_long >= 1 and how_long <= 3),
  check (how_soon >= 1 and how_soon <= 3),
  check (level_before >= 1 and level_before <= 7),
  check (level >= 1 and level <= 4),
  check (rung in ('look', 'question', 'context', 'advise', 'agree', 'step_in')),
  check (undo >= 1 and undo <= 3)
);
create index step_in_by_area on step_in (workspace_id, area_id) where (area_id is not null);
create index step_in_by_decision on step_in (workspace_id, decision_id) where (decision_id is not null);
create index step_in_by_team on step_in (workspace_id, team_id);

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
--   import_row, placeholder, notice, notice_mute, mail_choice, digest_day, mail, intent_draft, intent,
--   intent_line, back_brief, goal, goal_reading, goal_step, agreement, agreement_yes, area, area_card,
--   area_holder, area_proposal, decision_goal, deciding, decision_affected, decision_version,
--   decision_round, round_elector, objection, decision_remark, decision_heard, decision_credit,
--   decision_review, step_in
create policy tenancy on … using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
-- row security: on each of
--   voice
create policy tenancy on … using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and (member_id = nullif(current_setting('app.member', true), '')::uuid or (EXISTS ( SELECT
   FROM decision_round r
  where r.workspace_id = voice.workspace_id and r.id = voice.round_id and r.opened_at is not null))));
-- row security: on each of
--   decision_version
create policy unheard on … as restrictive for update using (not (EXISTS ( SELECT
   FROM decision_round r
  where r.workspace_id = decision_version.workspace_id and r.decision_id = decision_version.decision_id and r.version = decision_version.n)));

grant select, insert, update, delete on
  workspace, member, administration, member_key, team, team_member, invitation, invitation_use,
  access_log, idempotency, decision, decision_step, decision_reversal, record_description, office_term,
  import, import_row, placeholder, notice, notice_mute, mail_choice, digest_day, mail, intent_draft,
  intent, intent_line, back_brief, goal, goal_reading, goal_step, agreement, agreement_yes, area,
  area_holder, area_proposal, decision_goal, deciding, decision_affected, decision_round, round_elector,
  objection, decision_remark, decision_heard, decision_credit, decision_review, step_in
  to :app;
grant select, insert, update (actor_id) on
  event
  to :app;
grant select, insert on
  area_card
  to :app;
grant select, insert, update (at), update (by_member), update (proposal), update (what_changed) on
  decision_version
  to :app;
grant select, insert, update on
  voice
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

CREATE OR REPLACE FUNCTION public.door_mail_due(at timestamp with time zone, again_at timestamp with time zone, most integer)
 RETURNS TABLE(workspace_id uuid, id uuid, user_id text, subject text, body_text text, body_html text, tries integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.door_digests_due(at timestamp with time zone, from_hour integer)
 RETURNS TABLE(workspace_id uuid, member_id uuid, day date, morning timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.door_workspaces()
 RETURNS TABLE(workspace_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select id from public.workspace order by id $function$;

CREATE OR REPLACE FUNCTION public.door_forget(access_before timestamp with time zone, answers_before timestamp with time zone, mail_before timestamp with time zone, notices_before timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with a as (delete from public.access_log where at < access_before returning 1),
       i as (delete from public.idempotency where at < answers_before returning 1),
       m as (delete from public.mail where made_at < mail_before returning 1),
       n as (delete from public.notice where at < notices_before returning 1)
  select (select count(*) from a) + (select count(*) from i) + (select count(*) from m) + (select count(*) from n)
$function$;

CREATE OR REPLACE FUNCTION public.folded(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case
    when octet_length(words) = length(words) then regexp_replace(lower(words collate "C"), '\s+', ' ', 'g') collate "C"
    else translate(
      regexp_replace(
        regexp_replace(
          replace(lower(normalize(words, NFKD) collate "und-x-icu"), 'ß', 'ss'),
          '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]', '', 'g'
        ),
        '\s+', ' ', 'g'
      ),
      'ςىةٱøđłı’', 'σيهاodli'''
    ) collate "C"
  end
$function$;

CREATE OR REPLACE FUNCTION public.folded(texts text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select public.folded(array_to_string(texts, chr(1)))
$function$;

CREATE OR REPLACE FUNCTION public.door_rounds_due(at timestamp with time zone)
 RETURNS TABLE(workspace_id uuid, round_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select r.workspace_id, r.id from public.decision_round r
  where r.opened_at is null and r.dropped_at is null
    and (r.due_at <= at
      or (r.reminded_at is null and r.begun_at + (r.due_at - r.begun_at) / 2 <= at)
      or not exists (
        select from public.round_elector e
        where e.workspace_id = r.workspace_id and e.round_id = r.id and not e.spoke and e.part = 'voice'))
  union all
  select r.workspace_id, r.id from public.decision_round r
  where r.leads_until <= at and r.ready_at is null
$function$;

CREATE OR REPLACE FUNCTION public.member_entering(person text)
 RETURNS TABLE(id uuid, name text, time_zone text, locale text, administers boolean, nouns jsonb, entered text)
 LANGUAGE plpgsql
AS $function$
begin
  return query
    select m.id, m.name::text, m.time_zone, m.locale, a.member_id is not null, w.nouns,
      pg_catalog.set_config('app.member', m.id::text, true)
    from public.member m join public.workspace w on w.id = m.workspace_id
    left join public.administration a on a.workspace_id = m.workspace_id and a.member_id = m.id
    where m.user_id = person and m.left_at is null;
end
$function$;
