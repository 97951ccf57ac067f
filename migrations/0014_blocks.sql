-- A template of an installation's own is offered first where collaborations are of the kind it was made for; every kind's where null.
alter table template add column kind_id uuid references kind;
create index template_kind on template (kind_id);
