-- 送信箱: what is to be told to whom. Written in the transaction of the act that it tells of; sent later, by a loop.

create table outbox (
  municipality char(6) not null,
  id text not null check (id ~ '^[a-zA-Z0-9._:-]{1,200}$'), -- 冪等キー: the same thing is told once
  kind text not null check (kind in ('digest', 'notice')),
  day text not null, -- the day in Japan for which it was made
  to_login text not null,
  to_mail text, -- null: can only be read
  rounds text[] not null,
  about text, -- the one item that a notice is about
  subject text not null, body text not null,
  made_by text not null, created_at timestamptz not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'reading-only')),
  attempts integer not null default 0,
  next_attempt_at timestamptz, last_error text, claimed_at timestamptz, sent_at timestamptz,
  message_id text,
  primary key (municipality, id),
  foreign key (municipality, to_login) references account,
  check (state in ('reading-only', 'failed', 'unknown', 'sent') or to_mail is not null)
);
create index outbox_by_day on outbox (municipality, day, state);
create index outbox_of_person on outbox (municipality, to_login, day);
create index outbox_to_send on outbox (municipality, next_attempt_at) where state = 'queued';
create index outbox_in_the_hand on outbox (municipality, claimed_at) where state = 'sending';

-- 送り直し等の指示: what a person decided about a message
create table outbox_order (
  municipality char(6) not null, message text not null, nth integer not null,
  "order" text not null check ("order" in ('send-again', 'arrived')),
  state_before text not null, by text not null, at timestamptz not null,
  primary key (municipality, message, nth),
  foreign key (municipality, message) references outbox
);

-- The log keeps for ever what it is told. Letters are told again from steps and rounds that are in it, the machine moves each
-- through three or four states, and addresses of people do not belong where nothing can be taken out again (S-11). What a person
-- decides about a letter is in the log.
call protect('outbox', in_log => false);
call protect('outbox_order');
-- A letter that was written is not written anew: only its delivery moves.
grant update (state, to_mail, attempts, next_attempt_at, last_error, claimed_at, sent_at, message_id) on outbox to kaikaku_writer;
revoke update, delete on outbox_order from kaikaku_writer;
