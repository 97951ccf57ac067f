-- The files of a document, the latest of which is its own now: a newer one takes an older one's place, and what was told of the older still
-- leads to it.
create table document_upload (
  document_id uuid not null references document,
  file_id uuid not null references file,
  file_name text not null check (file_name <> ''),
  added_at timestamptz not null,
  primary key (document_id, file_id)
);
create index document_upload_file on document_upload (file_id);

-- Files are packed already, and are read a piece at a time.
alter table file alter column content set storage external;

select track('document_upload');
