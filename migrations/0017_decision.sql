-- What becomes of an edition: sent for decision when it is frozen, decided, sent back or published; published at a set time, withdrawn.

-- `published_at` is when it was published; `publish_at` the time that is set for it, until that has come.
alter table edition
  add column publish_at timestamptz,
  add column returned_at timestamptz,
  add column returned_reason text check (returned_reason <> ''),
  add check ((returned_at is null) = (returned_reason is null)),
  add check (num_nonnulls(publish_at, published_at, returned_at) <= 1),
  add check (withdrawn_at is null or published_at is not null),
  -- What lists ask of the content, beside it: that may be long.
  add column title text generated always as (content ->> 'title') stored,
  add column audience reach generated always as (
    case content ->> 'audience' when 'public' then 'public'::reach when 'parties' then 'parties'::reach else 'own'::reach end) stored;
create index edition_due on edition (publish_at) where publish_at is not null;

-- Found is the edition that readers have: the latest published, by its own title and by those it was published for; none where that
-- is withdrawn.
drop trigger search_insert on edition;
drop trigger search_update on publication;
drop function find_publication();
drop function refind_publication();

create function find_publications(publications uuid[]) returns void language plpgsql as $$
begin
  delete from search_document d where kind = 'publication' and subject_id = any(publications);
  insert into search_document (kind, subject_id, title, body, collaboration_id, audience, words)
    -- Also by what it is, and of what: few remember what a report was called.
    select 'publication', p.id, e.title, '', p.collaboration_id, greatest(p.audience, e.audience),
      search_words(e.title, concat_ws(' ', 'rapport report', case p.template
        when 'final_follow_up' then 'uppföljning slutuppföljning follow-up' when 'half_year' then 'halvårsrapport half-year'
        when 'annual' then 'årsrapport annual' when 'local_overview' then 'överblick overview' end, c.name))
    from publication p join collaboration c on c.id = p.collaboration_id join lateral (
      select title, audience, withdrawn_at from edition where publication_id = p.id and published_at is not null
      order by number desc limit 1
    ) e on e.withdrawn_at is null
    where p.id = any(publications);
end $$;
create function find_publication() returns trigger language plpgsql as $$
begin
  perform find_publications(array(select id from new_rows));
  return null;
end $$;
create function find_edition() returns trigger language plpgsql as $$
begin
  perform find_publications(array(select publication_id from new_rows));
  return null;
end $$;
create trigger search_update after update on publication referencing new table as new_rows
  for each statement execute function find_publication();
create trigger search_insert after insert on edition referencing new table as new_rows
  for each statement execute function find_edition();
create trigger search_update after update on edition referencing new table as new_rows
  for each statement execute function find_edition();
select find_publications(array(select id from publication));

-- A decision is found by who took it and its numbers: "Nämnden, § 4, KS 2026-00103". What stands between the parts of a number is
-- no part of it, in a question neither.
create function find_decisions(decisions uuid[]) returns void language sql as $$
  insert into search_document (kind, subject_id, title, body, collaboration_id, audience, words)
    select 'decision', id, title, coalesce(wording, ''), collaboration_id, audience,
      search_words(translate(title, '-/.:', '    '), coalesce(wording, ''))
    from (
      select d.*, coalesce(nullif(concat_ws(', ', body, '§ ' || section, case_number), ''), left(wording, 200), '') as title
      from decision d where id = any(decisions)
    ) d
  on conflict (kind, subject_id) do update set title = excluded.title, body = excluded.body, audience = excluded.audience,
    words = excluded.words;
$$;
create function find_decision() returns trigger language plpgsql as $$
begin
  perform find_decisions(array(select id from new_rows));
  return null;
end $$;
create function lose_decision() returns trigger language plpgsql as $$
begin
  delete from search_document where kind = 'decision' and subject_id in (select id from old_rows);
  return null;
end $$;
create trigger search_insert after insert on decision referencing new table as new_rows
  for each statement execute function find_decision();
create trigger search_update after update on decision referencing new table as new_rows
  for each statement execute function find_decision();
create trigger search_delete after delete on decision referencing old table as old_rows
  for each statement execute function lose_decision();
select find_decisions(array(select id from decision));

-- The register goes from the latest back.
create index decision_day on decision (decided_on desc nulls last, id desc);
