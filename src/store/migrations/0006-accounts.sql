-- 職員・発令・セッション. Sections stand under a 部.

alter table section add column parent text;

create table account (
  municipality char(6) not null references municipality,
  login text not null check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text not null,
  mail text,
  disabled boolean not null default false,
  -- a member of the invented town's staff: enters with the documented password while the demonstration is on, and never else
  demonstration boolean not null default false,
  primary key (municipality, login)
);

create table assignment (
  municipality char(6) not null,
  login text not null,
  nth integer not null,
  role text not null check (role in ('administrator', 'office', 'reporter', 'sectionHead', 'departmentHead', 'auditor')),
  section text,
  valid_from text not null,
  valid_to text,
  primary key (municipality, login, nth),
  foreign key (municipality, login) references account,
  check (valid_to is null or valid_to > valid_from)
);
create index assignment_of_section on assignment (municipality, section);
call protect('account');
call protect('assignment');

-- 秘密: neither the log nor anybody who may read it sees these; that they changed is logged by the act on the account.
create table account_secret (
  municipality char(6) not null,
  login text not null,
  password text, -- argon2id, PHC string
  one_time boolean not null default false, -- must be changed at the next sign-in
  totp text,
  totp_last_step bigint,
  changed_at timestamptz not null,
  primary key (municipality, login),
  foreign key (municipality, login) references account
);
create table session (
  municipality char(6) not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  login text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (municipality, token_hash),
  foreign key (municipality, login) references account
);
create index session_of_account on session (municipality, login);
create table sign_in_attempt (
  municipality char(6) not null,
  nth bigint generated always as identity,
  login text not null,
  address text not null,
  at timestamptz not null,
  succeeded boolean not null,
  primary key (municipality, nth)
);
create index sign_in_attempt_of on sign_in_attempt (municipality, login, at);
call protect('account_secret', in_log => false);
call protect('session', in_log => false);
call protect('sign_in_attempt', in_log => false);
grant update, delete on account_secret, session to kaikaku_writer;
grant delete on sign_in_attempt to kaikaku_writer;
