-- A kind is one thing with different set-ups, in data: its own words per language and what its pages bring.
create table kind (
  id uuid primary key,
  version integer not null default 1,
  code text not null unique,
  words jsonb not null,
  set_up jsonb not null default '{}'
);

create table collaboration (
  id uuid primary key,
  version integer not null default 1,
  external_id text unique,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind_id uuid not null references kind,
  name text not null check (name <> ''),
  purpose text,
  guidelines text,
  principles text,
  lifecycle text not null default 'preparing' check (lifecycle in ('preparing', 'active', 'in_ordinary_operations', 'ended')),
  from_day date,
  to_day date,
  precision period_precision not null default 'day',
  authority_id uuid not null references organisation,
  main_area_id uuid not null references area,
  predecessor_id uuid references collaboration check (predecessor_id <> id),
  contact_function text,
  contact_mail text,
  contact_phone text,
  language text not null default 'sv',
  invented boolean not null default false,
  source text,
  reach reach not null default 'parties',
  audience reach not null,
  next_number integer not null default 1,
  check (from_day <= to_day),
  check (audience >= reach)
);
create index collaboration_area_main on collaboration (main_area_id);
create index collaboration_predecessor on collaboration (predecessor_id);
create index collaboration_kind on collaboration (kind_id);

-- Areas beside the main one ("omfattar även").
create table collaboration_area (
  collaboration_id uuid not null references collaboration,
  area_id uuid not null references area,
  primary key (collaboration_id, area_id)
);
create index collaboration_area_area on collaboration_area (area_id);

create table collaboration_parent (
  collaboration_id uuid not null references collaboration,
  parent_id uuid not null references collaboration check (parent_id <> collaboration_id),
  primary key (collaboration_id, parent_id)
);
create index collaboration_parent_parent on collaboration_parent (parent_id);

create table party (
  id uuid primary key,
  version integer not null default 1,
  collaboration_id uuid not null references collaboration,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('maker', 'party', 'participant', 'convener', 'funder', 'reference')),
  from_day date,
  to_day date,
  note text,
  contact_name text,
  contact_mail text,
  check (from_day <= to_day),
  constraint party_no_overlap exclude using gist (
    collaboration_id with =, organisation_id with =, role with =, daterange(from_day, to_day, '[]') with &&
  )
);
create index party_organisation on party (organisation_id);

-- What a source says of itself, told apart from what is computed.
create table stated_total (
  id uuid primary key,
  version integer not null default 1,
  collaboration_id uuid not null references collaboration,
  subject text not null check (subject in ('commitments', 'completed', 'parties', 'participants', 'activities')),
  qualifier qualifier not null,
  value numeric,
  words text,
  source text not null,
  check ((qualifier = 'words') = (value is null)),
  unique (collaboration_id, subject)
);

create table objective (
  id uuid primary key,
  version integer not null default 1,
  collaboration_id uuid not null references collaboration,
  parent_id uuid,
  kind text not null check (kind in ('focus_area', 'strategy', 'goal', 'aim', 'perspective')),
  sort integer not null,
  title text not null check (title <> ''),
  description text,
  unique (collaboration_id, id),
  foreign key (collaboration_id, parent_id) references objective (collaboration_id, id),
  check (parent_id <> id)
);

create table decision (
  id uuid primary key,
  version integer not null default 1,
  collaboration_id uuid not null references collaboration,
  body text,
  decided_on date,
  section text,
  case_number text,
  kind text not null default 'decision' check (kind in ('proposal', 'decision')),
  wording text,
  reach reach not null default 'public',
  audience reach not null,
  check (audience >= reach)
);
create index decision_collaboration on decision (collaboration_id);

create table document (
  id uuid primary key,
  version integer not null default 1,
  collaboration_id uuid not null references collaboration,
  title text not null check (title <> ''),
  kind text,
  year integer,
  dated_on date,
  case_number text,
  url text check (url ~ '^https?://'),
  note text,
  reach reach not null default 'public',
  audience reach not null,
  check (audience >= reach)
);
create index document_collaboration on document (collaboration_id);

select track('kind'), track('collaboration'), track('collaboration_area'), track('collaboration_parent'), track('party', 'contact_name', 'contact_mail'),
  track('stated_total'), track('objective'), track('decision'), track('document');
