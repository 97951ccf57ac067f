-- What lists ask of an edition's content, beside it: which time it tells of, of what and by whom.
alter table edition
  add column told jsonb generated always as (content -> 'told') stored,
  add column publisher jsonb generated always as (content -> 'publisher') stored,
  add column area jsonb generated always as (content -> 'collaboration' -> 'area') stored,
  add column collaboration_name text generated always as (content -> 'collaboration' ->> 'name') stored,
  add column collaboration_period jsonb generated always as (content -> 'collaboration' -> 'period') stored,
  add column invented boolean generated always as (content -> 'collaboration' ->> 'invented' = 'true') stored;
