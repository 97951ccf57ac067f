create table publication (
  id uuid primary key,
  version integer not null default 1,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  collaboration_id uuid not null references collaboration,
  template text not null check (template in ('final_follow_up')),
  title text not null check (title <> ''),
  language text not null default 'sv',
  reach reach not null default 'public',
  audience reach not null,
  check (audience >= reach)
);
create index publication_collaboration on publication (collaboration_id);

-- Ordered blocks with stable ids are the truth; a live block's facts are computed for the publication's audience.
create table block (
  id uuid primary key,
  version integer not null default 1,
  publication_id uuid not null references publication,
  sort integer not null,
  kind text not null check (kind in ('prose', 'totals', 'quarter', 'aims', 'parties', 'deeds', 'figures',
    'not_carried_out', 'beyond', 'documents', 'next_period')),
  heading text,
  prose text,
  settings jsonb not null default '{}'
);
create index block_publication on block (publication_id, sort);

-- What was published, with its facts frozen. A correction is a new edition.
create table edition (
  id uuid primary key,
  publication_id uuid not null references publication,
  number integer not null,
  content jsonb not null,
  sha256 text not null,
  frozen_at timestamptz not null,
  published_at timestamptz not null,
  note text,
  unique (publication_id, number)
);

create function edition_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'an edition is frozen' using errcode = 'KV003';
end $$;
create trigger edition_frozen before update of content, sha256, frozen_at, number, publication_id on edition
  for each row execute function edition_is_frozen();

create table decision_about (
  decision_id uuid not null references decision,
  subject_kind text not null check (subject_kind in ('collaboration', 'commitment', 'edition')),
  subject_id uuid not null,
  primary key (decision_id, subject_kind, subject_id)
);

select track('publication'), track('block'), track('edition'), track('decision_about');
