create table organisation (
  id uuid primary key,
  version integer not null default 1,
  external_id text unique,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('municipal_department', 'municipal_unit', 'police', 'region', 'housing_company',
    'association', 'congregation', 'business', 'school', 'residents_group', 'other')),
  parent_id uuid references organisation check (parent_id <> id),
  aliases text[] not null default '{}',
  from_day date,
  to_day date,
  successor_id uuid references organisation check (successor_id <> id),
  contact_function text,
  contact_mail text,
  contact_phone text,
  check (from_day <= to_day)
);
create index organisation_parent on organisation (parent_id);

create table area (
  id uuid primary key,
  version integer not null default 1,
  external_id text unique,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('region', 'municipality', 'district', 'neighbourhood', 'place')),
  aliases text[] not null default '{}',
  boundary jsonb,
  from_day date,
  to_day date,
  successor_id uuid references area check (successor_id <> id),
  contact_function text,
  contact_mail text,
  contact_phone text,
  check (from_day <= to_day)
);

create table area_code (
  area_id uuid not null references area on delete cascade,
  division text not null,
  edition text not null,
  code text not null,
  primary key (area_id, division, edition)
);

-- Districts are redrawn, so an area may lie under one parent of each division.
create table area_parent (
  area_id uuid not null references area on delete cascade,
  parent_id uuid not null references area check (parent_id <> area_id),
  division text not null default 'administrative',
  primary key (area_id, parent_id)
);
create index area_parent_parent on area_parent (parent_id);

-- Every area with itself and everything above it; kept by the triggers below.
create table area_path (
  ancestor_id uuid not null references area on delete cascade,
  area_id uuid not null references area on delete cascade,
  depth integer not null,
  primary key (area_id, ancestor_id)
);
create index area_path_ancestor on area_path (ancestor_id);

create function rebuild_area_path() returns trigger language plpgsql as $$
begin
  delete from area_path;
  insert into area_path (ancestor_id, area_id, depth)
    with recursive above (ancestor_id, area_id, depth, trail) as (
      select id, id, 0, array[id] from area
      union all
      select p.parent_id, a.area_id, a.depth + 1, a.trail || p.parent_id
      from above a join area_parent p on p.area_id = a.ancestor_id
      where a.depth < 50
    )
    select ancestor_id, area_id, min(depth) from above group by ancestor_id, area_id;
  if exists (select from area_parent p join area_path up on up.area_id = p.parent_id and up.ancestor_id = p.area_id) then
    raise exception 'an area cannot lie within itself' using errcode = 'KV002', constraint = 'area_within_itself';
  end if;
  return null;
end $$;
create trigger area_path_new after insert on area for each statement execute function rebuild_area_path();
create trigger area_path_parent after insert or update or delete on area_parent
  for each statement execute function rebuild_area_path();

create table area_classification (
  id uuid primary key,
  area_id uuid not null references area,
  made_by text not null,
  scheme text not null,
  level text not null,
  from_day date,
  to_day date,
  precision period_precision not null default 'year',
  aim_to_leave boolean not null default false,
  source text,
  check (from_day <= to_day)
);
create index area_classification_area on area_classification (area_id);

create table person (
  id uuid primary key,
  version integer not null default 1,
  name text not null check (name <> ''),
  mail text not null check (mail = lower(mail) and mail like '%_@_%'),
  position text,
  language text,
  ended_at timestamptz
);
create unique index person_mail on person (mail);

create table membership (
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  primary key (person_id, organisation_id)
);
create index membership_organisation on membership (organisation_id);

create table role_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null check (role in ('administrator', 'coordinator', 'reader', 'representative')),
  scope_kind text not null check (scope_kind in ('installation', 'area', 'collaboration', 'organisation')),
  scope_id uuid,
  check ((scope_kind = 'installation') = (scope_id is null)),
  check (role <> 'administrator' or scope_kind = 'installation'),
  check ((role = 'representative') = (scope_kind = 'organisation')),
  unique nulls not distinct (person_id, role, scope_kind, scope_id)
);

select track('organisation'), track('area'), track('area_code'), track('area_parent'), track('area_classification'),
  track('person', 'name', 'mail', 'position'), track('membership'), track('role_grant');
