-- 組織改正: entered as one form, looked at, and applied in one transaction.

create table reorganisation (
  municipality char(6) not null references municipality, id text not null,
  title text not null, effective text not null, changes jsonb not null, choices jsonb not null,
  state text not null check (state in ('drafting', 'applied')), version integer not null, document text,
  -- whether plans and open rounds follow already: one that is applied in advance waits for its day
  carried_out boolean not null default false,
  primary key (municipality, id)
);
call protect('reorganisation');
