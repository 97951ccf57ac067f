create table commitment (
  id uuid primary key,
  version integer not null default 1,
  external_id text unique,
  collaboration_id uuid not null references collaboration,
  number integer not null check (number > 0),
  title text not null check (title <> ''),
  wording_id uuid,
  lead_id uuid references organisation,
  -- Carried jointly ("gemensamt"): no lead, and this organisation answers for all.
  answerer_id uuid references organisation,
  -- Whose it is: who answers for it, and who sees it when its reach is their own.
  owner_id uuid generated always as (coalesce(lead_id, answerer_id)) stored,
  responsible text,
  stage text not null default 'proposed'
    check (stage in ('proposed', 'agreed', 'ongoing', 'completed', 'in_ordinary_operations', 'discontinued')),
  stage_reason text,
  from_day date,
  to_day date,
  precision period_precision not null default 'day',
  target_group text,
  initiated_by text,
  labels text[] not null default '{}',
  on_the_way boolean not null default false,
  carried_by_id uuid references collaboration,
  reach reach not null default 'public',
  audience reach not null,
  check (from_day <= to_day),
  check (audience >= reach),
  check (lead_id is null or answerer_id is null),
  check (stage <> 'discontinued' or stage_reason is not null),
  unique (collaboration_id, number),
  unique (collaboration_id, id)
);
create index commitment_owner on commitment (owner_id);

-- Insert-only. After agreement a change carries a reason, unless it mends a slip of the pen.
create table commitment_wording (
  id uuid primary key,
  -- Written before its commitment, so that the commitment is whole when it appears.
  commitment_id uuid not null references commitment deferrable initially deferred,
  number integer not null,
  wording text not null check (wording <> ''),
  reason text,
  typo boolean not null default false,
  at timestamptz not null,
  unique (commitment_id, number)
);
alter table commitment add foreign key (wording_id) references commitment_wording deferrable initially deferred;

create table target (
  id uuid primary key,
  version integer not null default 1,
  commitment_id uuid not null references commitment,
  qualifier text not null check (qualifier in ('at_least', 'on_average', 'aims_for')),
  value numeric not null check (value > 0),
  unit text not null check (unit <> ''),
  per text not null check (per in ('week', 'month', 'quarter', 'year', 'period')),
  alternatives text[] not null default '{}'
);
create index target_commitment on target (commitment_id);

create table commitment_objective (
  commitment_id uuid not null,
  objective_id uuid not null,
  collaboration_id uuid not null,
  main boolean not null,
  primary key (commitment_id, objective_id),
  foreign key (collaboration_id, commitment_id) references commitment (collaboration_id, id),
  foreign key (collaboration_id, objective_id) references objective (collaboration_id, id)
);
create unique index commitment_objective_main on commitment_objective (commitment_id) where main;
create index commitment_objective_objective on commitment_objective (objective_id);

create table commitment_area (
  commitment_id uuid not null references commitment,
  area_id uuid not null references area,
  primary key (commitment_id, area_id)
);
create index commitment_area_area on commitment_area (area_id);

create table commitment_party (
  commitment_id uuid not null references commitment,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('co_actor', 'initiator', 'funder')),
  primary key (commitment_id, organisation_id, role)
);
create index commitment_party_organisation on commitment_party (organisation_id);

create table lineage (
  earlier_id uuid not null references commitment,
  later_id uuid not null references commitment check (later_id <> earlier_id),
  kind text not null check (kind in ('continues', 'spun_off', 'merged_into')),
  primary key (earlier_id, later_id)
);
create index lineage_later on lineage (later_id);

select track('commitment'), track('commitment_wording'), track('target'), track('commitment_objective'),
  track('commitment_area'), track('commitment_party'), track('lineage');
