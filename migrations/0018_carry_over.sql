-- What a choice about the next period says beside its kind, and what it was made from: whoever changes the earlier
-- commitment meanwhile has the choice read again before it is carried over.
alter table carry_over
  -- As it is to be called, and in which words; only where something is changed.
  add column title text check (title <> ''),
  add column wording text check (wording <> ''),
  -- Another than its own.
  add column lead_id uuid references organisation,
  add column responsible text check (responsible <> ''),
  add column target_group text check (target_group <> ''),
  add column to_day date,
  add column target_value numeric check (target_value > 0),
  add column target_unit text check (target_unit <> ''),
  add column earlier_version integer not null,
  -- The number of the wording that stood; 0 where there was none.
  add column earlier_wording integer not null,
  add column carried_at timestamptz,
  add check ((choice in ('change', 'make_concrete')) = (title is not null)),
  add check ((target_value is null) = (target_unit is null)),
  add check (choice <> 'ask' or carried_at is null),
  add check ((later_id is not null) = (carried_at is not null and choice <> 'end'));
create index carry_over_lead on carry_over (lead_id) where lead_id is not null;
