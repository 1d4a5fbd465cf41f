-- 様式の配付と回収: which forms left the office and what stood in them, and what came back.

-- 帳票番号: an item keeps its serial number however often it is issued.
create table issued_form (
  municipality char(6) not null, serial integer not null check (serial > 0),
  item text not null, round text not null,
  primary key (municipality, serial),
  unique (municipality, item),
  foreign key (municipality, item) references round_item,
  foreign key (municipality, round) references round
);

-- 配付の記録: what an item said when its form was issued is the base of the comparison when it comes back.
create table form_issue (
  municipality char(6) not null, serial integer not null,
  version integer not null,
  variant text not null check (variant in ('sheets', 'list', 'own', 'own-empty')),
  document text not null default '', -- sha256 of the city's own workbook; '' for ours
  content jsonb not null,
  cells jsonb, -- which cell of the own workbook is which field
  issued_at timestamptz not null, issued_by text not null,
  primary key (municipality, serial, version, variant, document),
  foreign key (municipality, serial) references issued_form
);

-- 回収: a batch of files, compared, then decided or discarded as one.
create table take_back (
  municipality char(6) not null, id text not null, round text not null,
  taken_by text not null, taken_at timestamptz not null,
  state text not null check (state in ('reading', 'pending', 'decided', 'discarded')),
  decided_by text, decided_at timestamptz,
  outcome jsonb, -- what was compared and chosen, as it was decided
  primary key (municipality, id),
  foreign key (municipality, round) references round
);
create index take_back_of_round on take_back (municipality, round);

create table take_back_file (
  municipality char(6) not null, take_back text not null, nth integer not null,
  name text not null, sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), size integer not null,
  primary key (municipality, take_back, nth),
  foreign key (municipality, take_back) references take_back
);

-- The bytes, and what was read in them: too long to be kept twice. Their hash is in the log.
create table take_back_content (
  municipality char(6) not null, take_back text not null, nth integer not null,
  bytes bytea not null,
  read json, -- null: not read yet
  primary key (municipality, take_back, nth),
  foreign key (municipality, take_back, nth) references take_back_file
);

call protect('issued_form');
call protect('form_issue');
call protect('take_back');
call protect('take_back_file');
call protect('take_back_content', in_log => false);
grant update on take_back_content to kaikaku_writer;
-- What left the office stays.
revoke update, delete on issued_form, form_issue from kaikaku_writer;
