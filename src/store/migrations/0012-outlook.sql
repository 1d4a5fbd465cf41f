-- 中期財政見通し: editions of the outlook, and the marks that tie effect amounts to them.

create table fiscal_outlook (
  municipality char(6) not null references municipality, id text not null,
  title text not null, made_on text not null, period_from integer not null, period_to integer not null,
  basis text not null check (basis in ('general-fund', 'total')), lines jsonb not null, note text, document jsonb,
  primary key (municipality, id)
);

create table effect_mark (
  municipality char(6) not null, outlook text not null, family text not null, effect text not null,
  mark text not null check (mark in ('in-outlook', 'not-in-outlook', 'outside-period')),
  line text, fund text check (fund in ('general', 'total')), amount_yen bigint not null, note text, by text not null, "on" text not null,
  primary key (municipality, outlook, family, effect),
  foreign key (municipality, outlook) references fiscal_outlook,
  foreign key (municipality, family) references plan_family
);

call protect('fiscal_outlook');
call protect('effect_mark');
