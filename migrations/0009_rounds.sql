-- Rounds are prepared before they open, ask more than what was promised, remind, and take answers at any time.

alter table round
  drop constraint round_state_check,
  add constraint round_state_check check (state in ('preparing', 'open', 'closed')),
  -- A follow-up asks what came of what was promised; a running one takes answers at any time; a wording one asks for the promises' words.
  add column kind text not null default 'follow_up' check (kind in ('follow_up', 'running', 'wording')),
  alter column opened_at drop not null,
  add constraint round_opened check ((state = 'preparing') = (opened_at is null)),
  -- Opens by itself then.
  add column opens_at timestamptz,
  -- Days before (negative) and after the due day when those with something left are reminded.
  add column remind_days integer[] not null default '{-7,-1,3}',
  -- The coordinator's own words in the mails; the usual ones where null.
  add column invitation text check (invitation <> ''),
  add column reminder text check (reminder <> ''),
  -- The coordinator who gets the replies.
  add column held_by uuid references person;
create unique index round_running on round (collaboration_id) where kind = 'running' and state = 'open';
create index round_opens on round (opens_at) where state = 'preparing' and opens_at is not null;

alter table space
  -- Longer than the others'.
  add column due_on date,
  add column exempted_at timestamptz,
  add column exempt_reason text check (exempt_reason <> ''),
  -- "Vi kommer inte att svara", said by the party itself.
  add column declined_at timestamptz,
  add column declined_reason text check (declined_reason <> ''),
  add column declined_by text,
  add check (exempt_reason is null or exempted_at is not null),
  add check ((declined_at is null) = (declined_reason is null));

alter table round_item
  drop constraint round_item_round_id_commitment_id_key,
  alter column commitment_id drop not null,
  -- What it is about: a commitment; the party itself, once; the collaboration, asked of a role; a promise to word.
  add column about text not null default 'commitment' check (about in ('commitment', 'party', 'collaboration', 'promise')),
  add column running boolean not null default false,
  -- Not asked any more.
  add column exempted_at timestamptz,
  add column exempt_reason text check (exempt_reason <> ''),
  -- The item of the organisation that answers instead.
  add column handed_to_id uuid references round_item,
  add check ((about = 'commitment' and commitment_id is not null) or about = 'promise'
    or (about in ('party', 'collaboration') and commitment_id is null)),
  add check (exempted_at is not null or (exempt_reason is null and handed_to_id is null));
create unique index round_item_asked_once on round_item (round_id, commitment_id) where exempted_at is null and not running;
create unique index round_item_party_once on round_item (space_id, about) where about in ('party', 'collaboration');

alter table responder
  -- May open what colleagues wrote before they came: asked from the start, or let in by the party itself.
  add column admitted boolean not null default true;

alter table link
  drop constraint link_errand_check,
  add constraint link_errand_check check (errand in ('answer', 'read')),
  add column forwarded_from_id uuid references link,
  add column first_opened_at timestamptz,
  -- A mail server said afterwards that the mail did not arrive.
  add column bounced_at timestamptz,
  add column bounce_reason text;

-- Sealed like the draft it belongs to. Its alt text is written in the draft.
create table draft_photo (
  id uuid primary key,
  item_id uuid not null references round_item,
  space_id uuid not null references space,
  salt bytea not null,
  sealed bytea not null,
  added_at timestamptz not null
);
create index draft_photo_item on draft_photo (item_id);

-- Received bytes by what they hold. Who may see them is decided by what they are attached to.
create table file (
  id uuid primary key,
  sha256 bytea not null unique check (length(sha256) = 32),
  type text not null,
  content bytea not null,
  width integer check (width > 0),
  height integer check (height > 0)
);

create table attachment (
  id uuid primary key,
  file_id uuid not null references file,
  report_version_id uuid not null references report_version,
  alt text not null check (alt <> ''),
  sort integer not null,
  unique (report_version_id, sort)
);
create index attachment_file on attachment (file_id);

-- What the compiled report says about one deed, told by one answer or by several.
create table highlight (
  id uuid primary key,
  version integer not null default 1,
  collaboration_id uuid not null references collaboration,
  title text check (title <> ''),
  wording text check (wording <> ''),
  -- Told by several, its figures are counted once: as this answer tells them.
  figures_from_id uuid references report
);
create index highlight_collaboration on highlight (collaboration_id);

select set_config('kvarter.actor', '{"via": "migration"}', true);
alter table report add column highlight_id uuid;
update report set highlight_id = gen_random_uuid() where highlight;
insert into highlight (id, collaboration_id) select highlight_id, collaboration_id from report where highlight_id is not null;
alter table report
  add foreign key (highlight_id) references highlight,
  drop column highlight;
alter table report
  add column highlight boolean not null generated always as (highlight_id is not null) stored,
  drop constraint report_round_id_commitment_id_key,
  -- Null where a party answers for itself, or about the collaboration.
  alter column commitment_id drop not null,
  drop constraint report_check1,
  add constraint report_accepted_degree check (commitment_id is null or (accepted_version_id is null) = (degree is null));
create index report_highlight on report (highlight_id) where highlight_id is not null;
create index report_round on report (round_id, commitment_id);

alter table report_version
  alter column degree drop not null,
  -- Answers to the round's own questions, by their keys.
  add column answers jsonb not null default '{}',
  -- On paper and by phone it was typed in by a coordinator.
  add column source text not null default 'link' check (source in ('link', 'paper', 'phone'));

alter table measure
  -- Counted together with another, as the coordinator found they are the same.
  add column merged_into_id uuid references measure,
  add check (merged_into_id <> id);

alter table message
  drop constraint message_kind_check,
  add constraint message_kind_check check (kind in ('sign_in_code', 'answer_link', 'answer_returned', 'answer_receipt',
    'answer_reminder', 'admission_asked', 'drafts_begun_anew', 'round_handed_over')),
  drop constraint message_state_check,
  -- Unneeded: when it was to be sent there was nothing left to say.
  add constraint message_state_check check (state in ('waiting', 'sent', 'failed', 'unneeded'));
create index message_of_link on message ((parameters ->> 'link_id'), created_at) where parameters ? 'link_id';

-- Asked is what an opened follow-up asks and nobody is exempt from; due when its party's day is.
create or replace function settle_standing(commitments uuid[]) returns void language plpgsql as $$
begin
  insert into commitment_standing (commitment_id) select id from unnest(commitments) id where id is not null on conflict do nothing;
  -- Whoever had to wait here reckons with what the other wrote.
  perform from commitment_standing where commitment_id = any(commitments) order by commitment_id for update;
  update commitment_standing s
  set first_due = asked.first_due, answered = told.answered,
    public_degree = told.degrees[1], parties_degree = told.degrees[2], inner_degree = told.degrees[3]
  from unnest(commitments) c(id)
  join lateral (
    select min(coalesce(space.due_on, round.due_on)) as first_due
    from round_item i join round on round.id = i.round_id join space on space.id = i.space_id
    where i.commitment_id = c.id and round.kind = 'follow_up' and round.state <> 'preparing'
      and i.exempted_at is null and space.exempted_at is null
  ) asked on true
  join lateral (
    select count(*) > 0 as answered, array[
      (array_agg(degree order by accepted_at desc) filter (where degree is not null and audience = 'public'))[1],
      (array_agg(degree order by accepted_at desc) filter (where degree is not null and audience <> 'own'))[1],
      (array_agg(degree order by accepted_at desc) filter (where degree is not null))[1]] as degrees
    from report where commitment_id = c.id
  ) told on true
  where s.commitment_id = c.id;
end $$;

create or replace function settle_due() returns trigger language plpgsql as $$
begin
  perform settle_standing(array(select distinct i.commitment_id from round_item i
    join new_rows n on n.id = i.round_id join old_rows o on o.id = n.id
    where (o.due_on, o.state) is distinct from (n.due_on, n.state)));
  return null;
end $$;

create function settle_space() returns trigger language plpgsql as $$
begin
  perform settle_standing(array(select distinct i.commitment_id from round_item i
    join new_rows n on n.id = i.space_id join old_rows o on o.id = n.id
    where (o.due_on, o.exempted_at) is distinct from (n.due_on, n.exempted_at)));
  return null;
end $$;
create trigger standing_space after update on space referencing old table as old_rows new table as new_rows
  for each statement execute function settle_space();
create trigger standing_exempted after update on round_item referencing new table as new_rows
  for each statement execute function settle_told();

-- Whoever declined is a person.
drop trigger history_insert on space;
drop trigger history_update on space;
drop trigger history_delete on space;
select track('space', 'declined_by'), track('attachment'), track('highlight'), track('file', 'content');
