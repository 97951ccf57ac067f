-- Whoever reads a report before it is decided reads one draft: the one that became, or is to become, the edition of that
-- number. When it is frozen nothing more can be said of it.
alter table publication_reader
  add column edition_number integer not null check (edition_number > 0),
  add column asked_by uuid references person,
  -- What the coordinator wrote to them.
  add column words text not null check (words <> ''),
  add column due_on date not null,
  add column bounced_at timestamptz,
  add column bounce_reason text check (bounce_reason <> ''),
  add check (bounced_at is not null or bounce_reason is null);
drop index publication_reader_publication;
create unique index publication_reader_mail on publication_reader (publication_id, edition_number, mail);

-- What is said is said by a reader, of a section by the heading it had then.
alter table comment
  drop column person_id,
  drop column name,
  alter column reader_id set not null,
  add column about text check (about <> ''),
  -- What should stand instead.
  add column instead text check (instead <> ''),
  -- Taken back by whoever said it.
  add column withdrawn_at timestamptz,
  add check (instead is null or kind = 'objection'),
  add check (withdrawn_at is null or settled_at is null);
create index comment_reader on comment (reader_id);

create index message_of_reader on message ((parameters ->> 'reader_id'), created_at) where parameters ? 'reader_id';
alter table message
  drop constraint message_kind_check,
  add constraint message_kind_check check (kind in ('sign_in_code', 'answer_link', 'answer_returned', 'answer_receipt',
    'answer_reminder', 'admission_asked', 'drafts_begun_anew', 'round_handed_over', 'reading_asked', 'reading_reminder',
    'comments_settled'));
