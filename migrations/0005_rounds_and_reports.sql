create table round (
  id uuid primary key,
  version integer not null default 1,
  collaboration_id uuid not null references collaboration,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  from_day date not null,
  to_day date not null,
  -- The last day to answer: due at its end, in the installation's time zone.
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  -- Frozen when the round opens.
  questions jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  check (from_day <= to_day),
  check ((state = 'closed') = (closed_at is not null)),
  unique (collaboration_id, slug)
);

-- An organisation's own answering space in a round. Drafts live here and nobody outside reads them.
create table space (
  id uuid primary key,
  round_id uuid not null references round,
  organisation_id uuid not null references organisation,
  first_opened_at timestamptz,
  unique (round_id, organisation_id)
);
create index space_organisation on space (organisation_id);

create table round_item (
  id uuid primary key,
  round_id uuid not null references round,
  space_id uuid not null references space,
  commitment_id uuid not null references commitment,
  wording_id uuid references commitment_wording,
  unique (round_id, commitment_id)
);
create index round_item_space on round_item (space_id);
create index round_item_commitment on round_item (commitment_id);

create table responder (
  id uuid primary key,
  space_id uuid not null references space,
  name text not null check (name <> ''),
  mail text not null check (mail = lower(mail) and mail like '%_@_%'),
  unique (space_id, mail)
);

-- A personal link gives no more than its own errand. Only the token's hash is kept.
create table link (
  id uuid primary key,
  errand text not null check (errand in ('answer')),
  responder_id uuid not null references responder,
  generation integer not null default 1,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  withdrawn_at timestamptz
);
create index link_responder on link (responder_id);

create table link_item (
  link_id uuid not null references link,
  item_id uuid not null references round_item,
  primary key (link_id, item_id)
);

-- Sealed: readable only with the key outside the database, and only through its space.
create table draft (
  id uuid primary key,
  item_id uuid not null unique references round_item,
  space_id uuid not null references space,
  version integer not null default 1,
  salt bytea not null,
  sealed bytea not null,
  saved_at timestamptz not null
);
create index draft_space on draft (space_id);

create type degree as enum ('not_begun', 'begun', 'partly', 'mostly', 'fully', 'unstated', 'not_carried_out');

create table report (
  id uuid primary key,
  version integer not null default 1,
  item_id uuid not null unique references round_item,
  round_id uuid not null references round,
  commitment_id uuid not null references commitment,
  collaboration_id uuid not null references collaboration,
  organisation_id uuid not null references organisation,
  state text not null check (state in ('submitted', 'returned', 'accepted')),
  submitted_at timestamptz not null,
  -- What was accepted last; what the house shows.
  accepted_version_id uuid,
  accepted_at timestamptz,
  degree degree,
  audience reach not null,
  highlight boolean not null default false,
  unique (round_id, commitment_id),
  check ((accepted_version_id is null) = (accepted_at is null)),
  check ((accepted_version_id is null) = (degree is null)),
  check (state <> 'accepted' or accepted_version_id is not null)
);
create index report_commitment on report (commitment_id, accepted_at desc);
create index report_collaboration on report (collaboration_id, round_id);
create index report_organisation on report (organisation_id);

-- What was received, as it was received: insert-only.
create table report_version (
  id uuid primary key,
  report_id uuid not null references report,
  number integer not null,
  degree degree not null,
  reason text,
  done text,
  contributed text,
  learnt text,
  publishable boolean not null,
  no_change boolean not null default false,
  submitted_by text,
  submitted_at timestamptz not null,
  check (degree <> 'not_carried_out' or reason is not null),
  unique (report_id, number)
);
alter table report add foreign key (accepted_version_id) references report_version deferrable initially deferred;

create table review (
  id uuid primary key,
  report_version_id uuid not null unique references report_version,
  verdict text not null check (verdict in ('accepted', 'returned')),
  note text,
  reviewed_by uuid references person,
  at timestamptz not null,
  check (verdict <> 'returned' or note is not null)
);

-- How the public reads it where that differs from the partner's own words, which stay beside it.
create table public_wording (
  id uuid primary key,
  version integer not null default 1,
  report_version_id uuid not null unique references report_version,
  wording text not null check (wording <> '')
);

create table measure (
  id uuid primary key,
  collaboration_id uuid not null references collaboration,
  unit text not null check (unit <> ''),
  rule text not null check (rule in ('sum', 'highest', 'latest', 'never')),
  unique (collaboration_id, unit)
);

create table figure (
  id uuid primary key,
  report_version_id uuid not null references report_version,
  measure_id uuid not null references measure,
  sort integer not null,
  qualifier qualifier not null,
  value numeric,
  words text,
  scope text not null check (scope in ('this_period', 'so_far')),
  check ((qualifier = 'words') = (value is null)),
  check (value is not null or words is not null)
);
create index figure_version on figure (report_version_id, sort);
create index figure_measure on figure (measure_id);

-- What a commitment's house shows, kept so that a quarter of thousands is read and counted quickly: by the triggers below.
create table commitment_standing (
  commitment_id uuid primary key references commitment,
  first_due date,
  answered boolean not null default false,
  public_degree degree,
  parties_degree degree,
  inner_degree degree
);

create function settle_standing(commitments uuid[]) returns void language plpgsql as $$
begin
  insert into commitment_standing (commitment_id) select id from unnest(commitments) id on conflict do nothing;
  -- Whoever had to wait here reckons with what the other wrote.
  perform from commitment_standing where commitment_id = any(commitments) order by commitment_id for update;
  update commitment_standing s
  set first_due = asked.first_due, answered = told.answered,
    public_degree = told.degrees[1], parties_degree = told.degrees[2], inner_degree = told.degrees[3]
  from unnest(commitments) c(id)
  join lateral (
    select min(round.due_on) as first_due from round_item i join round on round.id = i.round_id where i.commitment_id = c.id
  ) asked on true
  join lateral (
    select count(*) > 0 as answered, array[
      (array_agg(degree order by accepted_at desc) filter (where degree is not null and audience = 'public'))[1],
      (array_agg(degree order by accepted_at desc) filter (where degree is not null and audience <> 'own'))[1],
      (array_agg(degree order by accepted_at desc) filter (where degree is not null))[1]] as degrees
    from report where commitment_id = c.id
  ) told on true
  where s.commitment_id = c.id;
end $$;

create function settle_told() returns trigger language plpgsql as $$
begin
  perform settle_standing(array(select distinct commitment_id from new_rows));
  return null;
end $$;
create trigger standing_asked after insert on round_item referencing new table as new_rows
  for each statement execute function settle_told();
create trigger standing_answered after insert on report referencing new table as new_rows
  for each statement execute function settle_told();
create trigger standing_judged after update on report referencing new table as new_rows
  for each statement execute function settle_told();

create function settle_due() returns trigger language plpgsql as $$
begin
  perform settle_standing(array(select distinct i.commitment_id from round_item i
    join new_rows n on n.id = i.round_id join old_rows o on o.id = n.id and o.due_on <> n.due_on));
  return null;
end $$;
create trigger standing_due after update on round referencing old table as old_rows new table as new_rows
  for each statement execute function settle_due();

select track('round'), track('space'), track('round_item'), track('responder', 'name', 'mail'),
  track('report'), track('report_version', 'submitted_by'), track('review'), track('public_wording'), track('measure'), track('figure');
