-- The log of decisions, imported and live in one, and what reads a team's own record into it.

-- words that hold numbers sort as people count: 9 before 10
create collation natural_order (provider = icu, locale = 'und-u-kn-true');

create table decision (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  team_id uuid not null,
  origin text collate "C" not null check (origin in ('imported', 'live')),
  -- what the team calls it
  ref text collate "C" not null check (ref <> ''),
  title text collate "und-x-icu" not null check (title <> ''),
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
  outcome text collate "C" check (outcome in ('accepted', 'rejected', 'withdrawn', 'superseded', 'waiting', 'other')),
  -- null: no verdict; unknown: a verdict, and the record does not say whose
  decided_by text collate "C" check (decided_by in ('lead', 'delegate', 'team', 'other', 'unknown')),
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
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, decider_member) references member (workspace_id, id)
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
  kind text collate "C" not null check (
    kind in ('overturned', 'late-acceptance', 'reopened', 'superseded', 'retired', 'clerical', 'unclear')
  ),
  -- whether the record itself named the kind
  kind_given boolean not null,
  primary key (workspace_id, decision_id, n),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade
);

-- what a team says of its record as a whole
create table record_description (
  workspace_id uuid not null,
  team_id uuid not null,
  decider_known_since date,
  batch_from integer not null check (batch_from between 2 and 1000),
  changed_at timestamptz not null,
  primary key (workspace_id, team_id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
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
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, undone_by) references member (workspace_id, id)
);

create table import_row (
  workspace_id uuid not null,
  import_id uuid not null,
  n integer not null,
  -- where the row begins in the file
  line integer not null,
  state text collate "C" not null check (state in ('new', 'changed', 'unchanged', 'refused')),
  ref text collate "C",
  title text,
  decision_id uuid,
  -- the decision as it was, where the row changed it
  before json,
  -- why it was refused, and the cells as they came
  reasons jsonb,
  cells json,
  primary key (workspace_id, import_id, n),
  foreign key (workspace_id, import_id) references import (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete set null (decision_id)
);
create index import_row_by_decision on import_row (workspace_id, decision_id);

do $$
declare name text;
begin
  foreach name in array array['decision', 'decision_step', 'decision_reversal', 'record_description', 'office_term', 'import', 'import_row'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenancy on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', name);
  end loop;
end $$;
grant select, insert, update, delete on decision, decision_step, decision_reversal, record_description, office_term, import, import_row to :app;
