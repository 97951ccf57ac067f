-- A collaboration's page tells which commitments it carries; few are carried by one.
create index commitment_carried_by on commitment (carried_by_id) where carried_by_id is not null;
