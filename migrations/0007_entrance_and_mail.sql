-- Sign-in as better-auth keeps it. An account's id is its person's; names and mail stay with the person.
create table sign_in_account (
  id uuid primary key references person,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table sign_in_session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references sign_in_account on delete cascade
);
create index sign_in_session_user on sign_in_session (user_id);
create table sign_in_provider (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references sign_in_account on delete cascade,
  access_token text, refresh_token text, id_token text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  scope text, password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_provider_user on sign_in_provider (user_id);
create table sign_in_code (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz,
  updated_at timestamptz
);
create index sign_in_code_identifier on sign_in_code (identifier);

-- How often something was tried, per key (never an address or a mail in clear: a keyed hash), in windows of time.
create table attempt (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);

-- The outbox. Holds ids; recipients and words are computed when it is sent.
create table message (
  id uuid primary key,
  dedupe_key text not null unique,
  kind text not null check (kind in ('sign_in_code', 'answer_link', 'answer_returned', 'answer_receipt')),
  parameters jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  error text
);
create index message_waiting on message (next_at) where state = 'waiting';
create index message_link on message ((parameters ->> 'link_id')) where kind = 'answer_link';

-- Who read which internal page; kept apart from history, erased by age.
create table internal_reading (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid not null,
  path text not null
);
create index internal_reading_at on internal_reading (at);
