-- 照会: the yearly round, its items with their reports, every submission and every step, and the changes of plan.

create table round (
  municipality char(6) not null, id text not null,
  family text not null, plan text not null, title text not null, fiscal_year integer not null,
  opens_on text not null, due_section text not null, due_department text, due_office text,
  grace_days integer not null check (grace_days >= 0), lock_on text,
  department_approval boolean not null, separation boolean not null,
  remind jsonb not null, contact text not null default '', closed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, family) references plan_family
);

create table round_item (
  municipality char(6) not null, id text not null, round text not null,
  initiative text not null, parts text[] not null, section text, position integer not null,
  sheet jsonb not null,
  state text not null check (state in ('notStarted', 'drafting', 'submitted', 'approved', 'departmentApproved', 'returned', 'accepted', 'published')),
  imported boolean not null default false,
  content jsonb not null, version integer not null default 0,
  saved_by text, saved_at timestamptz, submitted_by text, submitted_at timestamptz,
  submissions integer not null default 0,
  returned jsonb, reopened_until text, reopened_reason text, elsewhere jsonb,
  primary key (municipality, id),
  foreign key (municipality, round) references round
);
create index round_item_of_round on round_item (municipality, round, position);
create index round_item_of_section on round_item (municipality, section);
create index round_item_of_initiative on round_item (municipality, initiative);

-- 手続の記録: what the history of an item is told from
create table round_step (
  municipality char(6) not null, item text not null, nth integer not null,
  step text not null, state_before text not null, state_after text not null,
  by text not null, at timestamptz not null, reason text, fields text[] not null default '{}',
  document text, until text,
  primary key (municipality, item, nth),
  foreign key (municipality, item) references round_item
);

-- 提出された内容: each submission as it was
create table submission (
  municipality char(6) not null, item text not null, nth integer not null,
  content jsonb not null, by text not null, at timestamptz not null,
  primary key (municipality, item, nth),
  foreign key (municipality, item) references round_item
);

create table plan_change (
  municipality char(6) not null, id text not null,
  family text not null, initiative text not null,
  kind text not null check (kind in ('target', 'schedule', 'section', 'title')),
  "of" text, before text, after text not null, reason text not null,
  proposed_by text not null, proposed_at timestamptz not null, item text,
  state text not null check (state in ('proposed', 'decided', 'declined')),
  decided_by text, decided_on text, decision_reason text,
  primary key (municipality, id),
  foreign key (municipality, family) references plan_family
);
create index plan_change_of_initiative on plan_change (municipality, family, initiative);

call protect('round');
call protect('round_item');
call protect('round_step');
call protect('submission');
call protect('plan_change');
-- What was submitted and what was done stays.
revoke update, delete on round_step, submission from kaikaku_writer;
