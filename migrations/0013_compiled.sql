-- A report is compiled from more, read and commented before it is decided, frozen with the bytes of its three outputs when it is sent for
-- decision, published at a time, corrected and withdrawn; and what it tells of is carried over to the next period.

-- Templates of an installation's own, beside the usual ones.
create table template (
  id uuid primary key,
  version integer not null default 1,
  code text not null unique check (code <> ''),
  -- Per language.
  names jsonb not null,
  blocks jsonb not null
);

alter table publication drop constraint publication_template_check;
alter table block
  drop constraint block_kind_check,
  add constraint block_kind_check check (kind in ('prose', 'totals', 'quarter', 'completion', 'aims', 'parties', 'deeds', 'ongoing', 'together',
    'figures', 'not_carried_out', 'beyond', 'contribution', 'learning', 'assessment', 'changes', 'documents', 'annexes', 'next_period',
    'carried_over', 'decisions'));

-- What is for decision is frozen, and not published yet; what is published at a set time is so when that has come.
alter table edition
  alter column published_at drop not null,
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text check (withdrawn_reason <> ''),
  add check ((withdrawn_at is null) = (withdrawn_reason is null));

-- The bytes as they were when the edition was frozen. `told` is what an output could not show as it was written.
create table edition_file (
  edition_id uuid not null references edition,
  format text not null check (format in ('html', 'pdf', 'docx')),
  file_id uuid not null references file,
  told jsonb not null default '[]',
  primary key (edition_id, format)
);
create index edition_file_file on edition_file (file_id);
create trigger edition_file_frozen before update on edition_file
  for each row execute function edition_is_frozen();

alter table decision
  add column adjusted_on date,
  add column posted_on date,
  add column sent_to text check (sent_to <> '');
create index decision_case_number on decision (lower(case_number)) where case_number is not null;
-- The order of a chain.
alter table decision_about add column sort integer not null default 0;
create index decision_about_subject on decision_about (subject_kind, subject_id, sort);

alter table document
  add column file_id uuid references file,
  add column file_name text check (file_name <> ''),
  add check ((file_id is null) = (file_name is null));
create index document_file on document (file_id) where file_id is not null;

create table annex (
  id uuid primary key,
  version integer not null default 1,
  publication_id uuid not null references publication,
  sort integer not null,
  -- Its own where absent.
  title text check (title <> ''),
  document_id uuid references document,
  annexed_publication_id uuid references publication check (annexed_publication_id <> publication_id),
  url text check (url ~ '^https?://'),
  check (num_nonnulls(document_id, annexed_publication_id, url) = 1)
);
create index annex_publication on annex (publication_id, sort);
create index annex_document on annex (document_id) where document_id is not null;
create index annex_annexed on annex (annexed_publication_id) where annexed_publication_id is not null;

-- "Samlad bedömning", per objective or of the whole, by those who make it.
create table assessment (
  id uuid primary key,
  version integer not null default 1,
  collaboration_id uuid not null references collaboration,
  objective_id uuid references objective,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  worked text check (worked <> ''),
  challenges text check (challenges <> ''),
  contribution text check (contribution <> ''),
  made_by text check (made_by <> ''),
  reach reach not null default 'public',
  audience reach not null,
  check (audience >= reach),
  unique nulls not distinct (collaboration_id, objective_id, from_day, to_day)
);

-- Who was asked to read a report before it is decided, by a link of their own; a party sees how it is told of.
create table publication_reader (
  id uuid primary key,
  version integer not null default 1,
  publication_id uuid not null references publication,
  organisation_id uuid references organisation,
  name text not null check (name <> ''),
  mail text not null check (mail <> ''),
  generation integer not null default 1,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  first_opened_at timestamptz,
  -- They have read it and have nothing against it.
  approved_at timestamptz
);
create index publication_reader_publication on publication_reader (publication_id);

create table comment (
  id uuid primary key,
  version integer not null default 1,
  publication_id uuid not null references publication,
  -- A block that has been taken away leaves what was said of it.
  block_id uuid,
  reader_id uuid references publication_reader,
  person_id uuid references person,
  name text not null check (name <> ''),
  kind text not null check (kind in ('comment', 'objection')),
  text text not null check (text <> ''),
  written_at timestamptz not null,
  settled_at timestamptz,
  answer text check (answer <> ''),
  check (answer is null or settled_at is not null)
);
create index comment_publication on comment (publication_id, written_at);

-- What becomes of one commitment in the collaboration that goes on where its own ends.
create table carry_over (
  id uuid primary key,
  version integer not null default 1,
  earlier_id uuid not null references commitment,
  collaboration_id uuid not null references collaboration,
  choice text not null check (choice in ('continue', 'change', 'make_concrete', 'end', 'ask')),
  reason text check (reason <> ''),
  later_id uuid references commitment,
  check (choice <> 'end' or (reason is not null and later_id is null)),
  unique (earlier_id, collaboration_id)
);
create index carry_over_collaboration on carry_over (collaboration_id);
create index carry_over_later on carry_over (later_id) where later_id is not null;

select track('template'), track('edition_file'), track('annex'), track('assessment'), track('publication_reader', 'name', 'mail', 'token_hash'),
  track('comment', 'name'), track('carry_over');
