-- Whoever has a round's page open is told that something in it has changed: which round, and nothing of what.

create function tell_rounds(rounds uuid[]) returns void language sql as $$
  select pg_notify('kvarter_round', id::text) from (select distinct id from unnest(rounds) id where id is not null) told
$$;

-- Rows that name their round, or are one.
create function tell_own_round() returns trigger language plpgsql as $$
begin
  perform tell_rounds(array(select coalesce(to_jsonb(n) ->> 'round_id', to_jsonb(n) ->> 'id')::uuid from changed n));
  return null;
end $$;

create function tell_round_of_space() returns trigger language plpgsql as $$
begin
  perform tell_rounds(array(select s.round_id from changed n join space s on s.id = n.space_id));
  return null;
end $$;

create function tell_round_of_link() returns trigger language plpgsql as $$
begin
  perform tell_rounds(array(select s.round_id from changed n
    join responder r on r.id = n.responder_id join space s on s.id = r.space_id));
  return null;
end $$;

create function tell_round_of_message() returns trigger language plpgsql as $$
begin
  perform tell_rounds(array(select s.round_id from changed n
    join link l on l.id = (n.parameters ->> 'link_id')::uuid
    join responder r on r.id = l.responder_id join space s on s.id = r.space_id
    where n.parameters ? 'link_id'));
  return null;
end $$;

create function tell_round_of_version() returns trigger language plpgsql as $$
begin
  perform tell_rounds(array(select p.round_id from changed n
    join report_version v on v.id = n.report_version_id join report p on p.id = v.report_id));
  return null;
end $$;

create trigger live_changed after update on round referencing new table as changed
  for each statement execute function tell_own_round();
create trigger live_added after insert on space referencing new table as changed
  for each statement execute function tell_own_round();
create trigger live_changed after update on space referencing new table as changed
  for each statement execute function tell_own_round();
create trigger live_added after insert on round_item referencing new table as changed
  for each statement execute function tell_own_round();
create trigger live_changed after update on round_item referencing new table as changed
  for each statement execute function tell_own_round();
create trigger live_added after insert on report referencing new table as changed
  for each statement execute function tell_own_round();
create trigger live_changed after update on report referencing new table as changed
  for each statement execute function tell_own_round();
-- That a draft was begun or is gone; not each time it is saved.
create trigger live_added after insert on draft referencing new table as changed
  for each statement execute function tell_round_of_space();
create trigger live_gone after delete on draft referencing old table as changed
  for each statement execute function tell_round_of_space();
create trigger live_added after insert on responder referencing new table as changed
  for each statement execute function tell_round_of_space();
create trigger live_changed after update on responder referencing new table as changed
  for each statement execute function tell_round_of_space();
create trigger live_added after insert on link referencing new table as changed
  for each statement execute function tell_round_of_link();
create trigger live_changed after update on link referencing new table as changed
  for each statement execute function tell_round_of_link();
create trigger live_added after insert on message referencing new table as changed
  for each statement execute function tell_round_of_message();
create trigger live_changed after update on message referencing new table as changed
  for each statement execute function tell_round_of_message();
create trigger live_added after insert on public_wording referencing new table as changed
  for each statement execute function tell_round_of_version();
create trigger live_changed after update on public_wording referencing new table as changed
  for each statement execute function tell_round_of_version();
create trigger live_gone after delete on public_wording referencing old table as changed
  for each statement execute function tell_round_of_version();
