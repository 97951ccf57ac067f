-- One row per thing that can be found, kept by triggers whichever door the change came through.
create table search_document (
  kind text not null,
  subject_id uuid not null,
  title text not null,
  body text not null,
  collaboration_id uuid,
  owner_id uuid,
  audience reach not null,
  words tsvector not null,
  primary key (kind, subject_id)
);
create index search_public on search_document using gin (words) where audience = 'public';
create index search_inner on search_document using gin (words) where audience <> 'public';
create index search_name on search_document (lower(title)) where audience = 'public';
create index search_title on search_document using gin (title gin_trgm_ops) where audience = 'public';
create index search_collaboration on search_document (collaboration_id);

create function search_words(title text, body text) returns tsvector language sql immutable as $$
  select setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('simple', title), 'A')
    || setweight(to_tsvector('swedish', left(body, 100000)), 'C')
$$;

create function find_area() returns trigger language plpgsql as $$
begin
  insert into search_document (kind, subject_id, title, body, audience, words)
    select 'area', id, name, array_to_string(aliases, ' '), 'public', search_words(name, array_to_string(aliases, ' ')) from new_rows
  on conflict (kind, subject_id) do update set title = excluded.title, body = excluded.body, words = excluded.words;
  return null;
end $$;
create function find_organisation() returns trigger language plpgsql as $$
begin
  insert into search_document (kind, subject_id, title, body, audience, words)
    select 'organisation', id, name, array_to_string(aliases, ' '), 'public', search_words(name, array_to_string(aliases, ' ')) from new_rows
  on conflict (kind, subject_id) do update set title = excluded.title, body = excluded.body, words = excluded.words;
  return null;
end $$;
create function find_collaboration() returns trigger language plpgsql as $$
begin
  insert into search_document (kind, subject_id, title, body, collaboration_id, owner_id, audience, words)
    select 'collaboration', id, name, coalesce(purpose, ''), id, authority_id, audience, search_words(name, coalesce(purpose, '')) from new_rows
  on conflict (kind, subject_id) do update set title = excluded.title, body = excluded.body,
    audience = excluded.audience, owner_id = excluded.owner_id, words = excluded.words;
  return null;
end $$;
create function find_commitment() returns trigger language plpgsql as $$
begin
  insert into search_document (kind, subject_id, title, body, collaboration_id, owner_id, audience, words)
    select 'commitment', c.id, c.title, coalesce(w.wording, ''), c.collaboration_id, c.owner_id, c.audience,
      search_words(c.title, coalesce(w.wording, '') || ' ' || coalesce(c.target_group, ''))
    from new_rows c left join commitment_wording w on w.id = c.wording_id
  on conflict (kind, subject_id) do update set title = excluded.title, body = excluded.body,
    audience = excluded.audience, owner_id = excluded.owner_id, words = excluded.words;
  return null;
end $$;
create function find_publication() returns trigger language plpgsql as $$
begin
  insert into search_document (kind, subject_id, title, body, collaboration_id, audience, words)
    select 'publication', p.id, p.title, '', p.collaboration_id, p.audience, search_words(p.title, '')
    from new_rows e join publication p on p.id = e.publication_id
  on conflict (kind, subject_id) do update set title = excluded.title, audience = excluded.audience, words = excluded.words;
  return null;
end $$;

do $$
declare thing text;
begin
  foreach thing in array array['area', 'organisation', 'collaboration', 'commitment'] loop
    execute format('create trigger search_insert after insert on %I referencing new table as new_rows for each statement execute function find_%s()', thing, thing);
    execute format('create trigger search_update after update on %I referencing new table as new_rows for each statement execute function find_%s()', thing, thing);
  end loop;
end $$;
create trigger search_insert after insert on edition referencing new table as new_rows
  for each statement execute function find_publication();

-- A publication is found from its first edition on, by the title and audience it has now.
create function refind_publication() returns trigger language plpgsql as $$
begin
  update search_document d set title = p.title, audience = p.audience, words = search_words(p.title, '')
  from new_rows p where d.kind = 'publication' and d.subject_id = p.id;
  return null;
end $$;
create trigger search_update after update on publication referencing new table as new_rows
  for each statement execute function refind_publication();

-- Some public titles that hold something spelt like the word. Which are likest is for the asker to tell: to sort all of
-- them costs as much as there are.
create function titles_like(word text, most integer) returns setof text
language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  select title from search_document where audience = 'public' and word <% title limit most
$$;
