-- 取組の引継ぎ: the working paper between two phases of a plan. Its rows and targets are written together.

create table carry_over (
  municipality char(6) not null, id text not null, family text not null,
  from_plan text not null, title text not null, kind text, period_from integer, period_to integer,
  rows jsonb not null, targets jsonb not null,
  state text not null check (state in ('drafting', 'applied')), version integer not null, made jsonb,
  primary key (municipality, id),
  foreign key (municipality, family) references plan_family
);
call protect('carry_over');
