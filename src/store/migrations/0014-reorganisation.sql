-- 組織改正: entered as one form, looked at, and applied in one transaction.

create table reorganisation (
  municipality char(6) not null references municipality, id text not null,
  title text not null, effective text not null, changes jsonb not null, choices jsonb not null,
  state text not null check (state in ('drafting', 'applied')), version integer not null, document text,
  primary key (municipality, id)
);
call protect('reorganisation');
