-- Who read a draft is forgotten when it no longer matters: what they said stays, by whom it is not told. History never held name and mail.
alter table publication_reader
  alter column name drop not null,
  alter column mail drop not null,
  add column forgotten_at timestamptz,
  add check (num_nonnulls(name, mail) = case when forgotten_at is null then 2 else 0 end);
