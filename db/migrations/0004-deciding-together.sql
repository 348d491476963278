-- Deciding together: what is being decided, in which round, by whose voices, and what became of it; and step-ins, which are loans.

-- a decision that is made here: how it is decided, and how far it has come. What the log says of it stands in `decision`
create table deciding (
  workspace_id uuid not null,
  decision_id uuid not null,
  shape text collate "C" not null check (shape in ('decision', 'note', 'experiment')),
  phase text collate "C" not null
    check (phase in ('shaping', 'sealed', 'opened', 'decided', 'reviewed', 'withdrawn', 'waiting')),
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
  version integer not null check (version >= 1),
  proposal text not null,
  options text[] not null,
  cost numeric(14,2) check (cost >= 0),
  currency text collate "C" check (currency ~ '^[A-Z]{3}$'),
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
  level smallint check (level between 1 and 7),
  because jsonb,
  -- the step-in on its area under which the level was frozen: while that is in force its level holds, afterwards the one above
  area_loan uuid,
  -- a lead handed this one over: to the team (4), or to one member (5)
  handed_level smallint check (handed_level between 4 and 5),
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
  confidence smallint check (confidence between 0 and 100),
  review_on date,
  wait_until date,
  -- why it was withdrawn, or waits
  why text,
  -- the decision that this one adapts
  adapts uuid,
  primary key (workspace_id, decision_id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, proposed_by) references member (workspace_id, id),
  foreign key (workspace_id, holder_id) references member (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, handed_to) references member (workspace_id, id),
  foreign key (workspace_id, handed_by) references member (workspace_id, id),
  foreign key (workspace_id, adapts) references decision (workspace_id, id),
  check ((cost is null) = (currency is null))
);
create index deciding_by_phase on deciding (workspace_id, phase);
create index deciding_by_area on deciding (workspace_id, area_id);

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
  n integer not null check (n >= 1),
  at timestamptz not null,
  by_member uuid not null,
  proposal text not null,
  -- what is other than before, in words
  what_changed text not null,
  primary key (workspace_id, decision_id, n),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);

-- one sealed turn of voices on one version; how it is decided, who may speak and until when are fixed when it begins
create table decision_round (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  n integer not null check (n >= 1),
  version integer not null,
  method text collate "C" not null check (method in ('advice', 'consent', 'majority')),
  -- how many in a hundred must speak; 0: no quorum
  quorum smallint not null check (quorum between 0 and 100),
  -- what is done about an objection that stays, named beforehand
  exit text collate "C" check (exit in ('another_round', 'mediator', 'smaller_try', 'holder_decides', 'wait')),
  exit_note text not null,
  begun_at timestamptz not null,
  begun_by uuid not null,
  due_at timestamptz not null,
  -- a deadline without quorum moves once
  extended_from timestamptz,
  window_hours integer not null check (window_hours between 1 and 168),
  -- all voices became readable at this moment, for everybody at once
  opened_at timestamptz,
  opened_because text collate "C" check (opened_because in ('all_spoke', 'deadline')),
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
  foreign key (workspace_id, decision_id, version) references decision_version (workspace_id, decision_id, n) on delete cascade,
  foreign key (workspace_id, begun_by) references member (workspace_id, id),
  check ((opened_at is null) = (opened_because is null)),
  check (opened_at is null or dropped_at is null)
);
-- what the clock looks at
create index decision_round_sealed on decision_round (due_at) where opened_at is null and dropped_at is null;
create index decision_round_window on decision_round (leads_until) where leads_until is not null and ready_at is null;

-- who may speak in a round: `voice` at once, `lead` when the others' voices are open
create table round_elector (
  workspace_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  part text collate "C" not null check (part in ('voice', 'lead')),
  spoke boolean not null,
  primary key (workspace_id, round_id, member_id),
  foreign key (workspace_id, round_id) references decision_round (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index round_elector_silent on round_elector (workspace_id, round_id) where not spoke and part = 'voice';
create index round_elector_of on round_elector (workspace_id, member_id) where not spoke;

-- one person's input in a round: one row, so that nobody counts twice
create table voice (
  workspace_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  stance text collate "C" not null
    check (stance in ('agree', 'concern', 'against', 'aside', 'consent', 'object', 'yes', 'no', 'abstain')),
  reason text not null,
  at timestamptz not null,
  primary key (workspace_id, round_id, member_id),
  foreign key (workspace_id, round_id, member_id) references round_elector (workspace_id, round_id, member_id) on delete cascade
);

-- objections and concerns: things with a state
create table objection (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  round_id uuid not null,
  by_member uuid not null,
  kind text collate "C" not null check (kind in ('objection', 'concern')),
  words text not null,
  raised_at timestamptz not null,
  ended text collate "C" check (ended in ('integrated', 'withdrawn', 'overruled')),
  ended_at timestamptz,
  ended_by uuid,
  -- the version that integrates it
  ended_version integer,
  why text,
  primary key (workspace_id, id),
  unique (workspace_id, round_id, by_member),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, round_id, by_member) references voice (workspace_id, round_id, member_id) on delete cascade,
  foreign key (workspace_id, ended_by) references member (workspace_id, id),
  check ((ended is null) = (ended_at is null)),
  check (ended is distinct from 'integrated' or ended_version is not null)
);
create index objection_by_decision on objection (workspace_id, decision_id);

-- comments, questions and facts beside a decision
create table decision_remark (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  kind text collate "C" not null check (kind in ('comment', 'question', 'fact')),
  words text not null,
  -- the remark that this one answers
  answers uuid,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, answers) references decision_remark (workspace_id, id)
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
  part text collate "C" not null check (part in ('did', 'decided', 'helped')),
  primary key (workspace_id, decision_id, member_id, part),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

-- looking back: intended, happened, why, keep or change
create table decision_review (
  workspace_id uuid not null,
  decision_id uuid not null,
  n integer not null check (n >= 1),
  at timestamptz not null,
  by_member uuid not null,
  verdict text collate "C" not null check (verdict in ('worked', 'partly', 'not')),
  learned text not null,
  next text collate "C" not null check (next in ('keep', 'adapt', 'reverse')),
  -- an experiment that ended early by its rule
  by_rule boolean not null,
  -- the decision that adapts it
  next_decision uuid,
  -- looked at again on this day
  again_on date,
  primary key (workspace_id, decision_id, n),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, next_decision) references decision (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id)
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
  how_bad smallint not null check (how_bad between 1 and 3),
  how_soon smallint not null check (how_soon between 1 and 3),
  how_long smallint not null check (how_long between 1 and 3),
  undo smallint not null check (undo between 1 and 3),
  rung text collate "C" not null check (rung in ('look', 'question', 'context', 'advise', 'agree', 'step_in')),
  reason text not null,
  scope text not null,
  message text not null,
  -- who was told by it: the owner or holder then
  owner_id uuid,
  level smallint not null check (level between 1 and 4),
  level_before smallint not null check (level_before between 1 and 7),
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
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, owner_id) references member (workspace_id, id),
  foreign key (workspace_id, ended_by) references member (workspace_id, id),
  foreign key (workspace_id, reviewed_by) references member (workspace_id, id),
  check ((area_id is null) <> (decision_id is null)),
  check (until_at > at)
);
create index step_in_by_area on step_in (workspace_id, area_id) where area_id is not null;
create index step_in_by_decision on step_in (workspace_id, decision_id) where decision_id is not null;
alter table deciding add foreign key (workspace_id, area_loan) references step_in (workspace_id, id);
create index step_in_by_team on step_in (workspace_id, team_id);

-- Words as a search compares them: whatever their case, accents, vowel signs, width and spacing. “cafe” finds “Café”, “STRASSE”
-- “Straße”. Letters that Arabic writes in more than one way are one, as in Lucene's ArabicNormalizer. Plain ASCII takes the short way.
create function folded(words text) returns text language sql immutable strict parallel safe as $$
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
$$;
-- several texts together, with a sign between them that nobody types, so that no phrase reaches from one into the next
create function folded(texts text[]) returns text language sql immutable strict parallel safe as $$
  select public.folded(array_to_string(texts, chr(1)))
$$;
alter table decision
  -- what is looked through for words: what a decision says, never who decided or proposed. A shape made here is a code and no word
  add column said text collate "C" not null generated always as (
    folded(array[ref collate "C", title collate "C", case when origin = 'imported' then kind collate "C" end,
      context collate "C", reasons collate "C"] || topics)
  ) stored;
alter table deciding
  add column said text collate "C" not null generated always as (
    folded(array[proposal collate "C", outside collate "C", stop_rule collate "C", heard collate "C", expected collate "C",
      why collate "C"] || options)
  ) stored;
-- every search reads it whole, so it is not packed
alter table decision alter column said set storage external;
alter table deciding alter column said set storage external;

do $$
declare name text;
begin
  foreach name in array array['deciding', 'decision_affected', 'decision_version', 'decision_round', 'round_elector', 'objection',
    'decision_remark', 'decision_heard', 'decision_credit', 'decision_review', 'step_in'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenancy on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', name);
  end loop;
end $$;
-- a voice is readable by whoever gave it, and by nobody else before its round has opened: whatever a statement asks for
alter table voice enable row level security;
create policy tenancy on voice using (
  workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
  and (
    member_id = nullif(current_setting('app.member', true), '')::uuid
    or exists (
      select from decision_round r
      where r.workspace_id = voice.workspace_id and r.id = voice.round_id and r.opened_at is not null
    )
  )
);
grant select, insert, update, delete on deciding, decision_affected, decision_round, round_elector, objection, decision_remark,
  decision_heard, decision_credit, decision_review, step_in to :app;
-- voices are given and changed, never taken away by the app
grant select, insert, update on voice to :app;
-- a version may be written anew while nobody was asked for a voice on it; from its first round on it stands as it was read
create policy unheard on decision_version as restrictive for update using (not exists (
  select from decision_round r
  where r.workspace_id = decision_version.workspace_id and r.decision_id = decision_version.decision_id and r.version = decision_version.n
));
grant select, insert on decision_version to :app;
grant update (proposal, what_changed, at, by_member) on decision_version to :app;

-- rounds that the clock has something to do for: the deadline came, or everybody spoke; half of the time is over and nobody was
-- reminded; the leads' window is over and whoever decides does not know yet
create function door_rounds_due(at timestamptz) returns table (workspace_id uuid, round_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
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
$$;
revoke all on function door_rounds_due(timestamptz) from public;
grant execute on function door_rounds_due(timestamptz) to :app;

-- who a person is in the workspace entered, asked by every request: in a function its plan is kept by the connection.
-- From here on the transaction shows that member's own sealed voices
create function member_entering(person text)
returns table (id uuid, name text, time_zone text, locale text, administers boolean, nouns jsonb, entered text)
language plpgsql volatile as $$
begin
  return query
    select m.id, m.name::text, m.time_zone, m.locale, a.member_id is not null, w.nouns,
      pg_catalog.set_config('app.member', m.id::text, true)
    from public.member m join public.workspace w on w.id = m.workspace_id
    left join public.administration a on a.workspace_id = m.workspace_id and a.member_id = m.id
    where m.user_id = person and m.left_at is null;
end
$$;
revoke all on function member_entering(text) from public;
grant execute on function member_entering(text) to :app;
