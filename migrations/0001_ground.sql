-- What everything else stands on: reach, who acts, history, facts, the installation itself.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- In order of how few may see it: greatest() of two reaches is the least visible.
create type reach as enum ('public', 'parties', 'own');
create type period_precision as enum ('day', 'month', 'season', 'term', 'year');
create type qualifier as enum ('exactly', 'about', 'at_least', 'over', 'at_most', 'on_average', 'words');

create table installation (
  id smallint primary key default 1 check (id = 1),
  version integer not null default 1,
  name text not null,
  language text not null default 'sv',
  time_zone text not null default 'Europe/Stockholm',
  demonstration boolean not null default false
);

-- Who acts is set by write() for the length of its transaction.
create function acting() returns jsonb language plpgsql stable as $$
declare told text := current_setting('kvarter.actor', true);
begin
  if told is null or told = '' then
    raise exception 'a write without an actor' using errcode = 'KV001', hint = 'use write(db, actor, …)';
  end if;
  return told::jsonb;
end $$;

create table history (
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor jsonb not null,
  table_name text not null,
  row_id text,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb
) partition by range (at);
create table history_earlier partition of history default;
create index history_row on history (table_name, row_id, at);

-- A partition per month, made ahead of need; rows outside them land in history_earlier.
create function ensure_history_month(day date) returns void language plpgsql as $$
declare
  first date := date_trunc('month', day)::date;
  part text := 'history_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass(part) is null then
    execute format('create table %I partition of history for values from (%L) to (%L)',
      part, first, (first + interval '1 month')::date);
  end if;
end $$;

-- Statement-level, with transition tables. Arguments: columns whose values are never kept.
create function keep_history() returns trigger language plpgsql as $$
declare
  who jsonb := acting();
  unkept text[] := coalesce(tg_argv[0:tg_nargs - 1], '{}');
begin
  if tg_op = 'INSERT' then
    insert into history (actor, table_name, row_id, operation, after)
      select who, tg_table_name, n.id::text, 'insert', to_jsonb(n) - unkept from new_rows n;
  elsif tg_op = 'DELETE' then
    insert into history (actor, table_name, row_id, operation, before)
      select who, tg_table_name, o.id::text, 'delete', to_jsonb(o) - unkept from old_rows o;
  else
    insert into history (actor, table_name, row_id, operation, before, after)
      select who, tg_table_name, n.id::text, 'update', to_jsonb(o) - unkept, to_jsonb(n) - unkept
      from new_rows n join old_rows o using (id);
  end if;
  return null;
end $$;

-- The same for tables that tie two things together and have no id of their own.
create function keep_tie_history() returns trigger language plpgsql as $$
declare who jsonb := acting();
begin
  if tg_op in ('UPDATE', 'DELETE') then
    insert into history (actor, table_name, operation, before)
      select who, tg_table_name, 'delete', to_jsonb(o) from old_rows o;
  end if;
  if tg_op in ('UPDATE', 'INSERT') then
    insert into history (actor, table_name, operation, after)
      select who, tg_table_name, 'insert', to_jsonb(n) from new_rows n;
  end if;
  return null;
end $$;

create function track(tracked regclass, variadic unkept text[] default '{}') returns void language plpgsql as $$
declare
  keeper text := case when exists (select from pg_attribute where attrelid = tracked and attname = 'id' and not attisdropped)
    then 'keep_history' else 'keep_tie_history' end;
  arguments text := (select coalesce(string_agg(quote_literal(u), ', '), '') from unnest(unkept) u);
begin
  execute format('create trigger history_insert after insert on %s referencing new table as new_rows for each statement execute function %I(%s)', tracked, keeper, arguments);
  execute format('create trigger history_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function %I(%s)', tracked, keeper, arguments);
  execute format('create trigger history_delete after delete on %s referencing old table as old_rows for each statement execute function %I(%s)', tracked, keeper, arguments);
end $$;

-- What happened, in codes and parameters; the interface has the words.
create table fact (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  actor jsonb not null default acting(),
  code text not null,
  subject_kind text not null,
  subject_id uuid not null,
  parameters jsonb not null default '{}'
);
create index fact_subject on fact (subject_kind, subject_id, at);

-- Addresses that once led somewhere still do.
create table former_slug (
  kind text not null,
  slug text not null,
  subject_id uuid not null,
  primary key (kind, slug)
);

select track('installation');
