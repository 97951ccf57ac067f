-- Whoever has a report's workbench open is told that one of its blocks has changed: in which report, and nothing of what.
-- On the line that tells of rounds; an id is of one or the other.

create function tell_publication_of_block() returns trigger language plpgsql as $$
begin
  perform tell_rounds(array(select n.publication_id from changed n));
  return null;
end $$;

create trigger live_changed after update on block referencing new table as changed
  for each statement execute function tell_publication_of_block();
