-- Documents are found by what they are called, their kind, their case number and what is noted of them.
create function find_documents(documents uuid[]) returns void language sql as $$
  insert into search_document (kind, subject_id, title, body, collaboration_id, audience, words)
    select 'document', id, title, coalesce(note, ''), collaboration_id, audience,
      search_words(concat_ws(' ', title, kind, translate(case_number, '-/.:', '    ')), coalesce(note, ''))
    from document where id = any(documents)
  on conflict (kind, subject_id) do update set title = excluded.title, body = excluded.body, audience = excluded.audience,
    words = excluded.words;
$$;
create function find_document() returns trigger language plpgsql as $$
begin
  perform find_documents(array(select id from new_rows));
  return null;
end $$;
create function lose_document() returns trigger language plpgsql as $$
begin
  delete from search_document where kind = 'document' and subject_id in (select id from old_rows);
  return null;
end $$;
create trigger search_insert after insert on document referencing new table as new_rows
  for each statement execute function find_document();
create trigger search_update after update on document referencing new table as new_rows
  for each statement execute function find_document();
create trigger search_delete after delete on document referencing old table as old_rows
  for each statement execute function lose_document();
select find_documents(array(select id from document));
