-- 評価: scales, rules and criteria of a plan family; judgements, opinions, improvement plans, budget reflections.

-- 財政担当 hands over the outlook and says which effects it contains.
alter table assignment drop constraint assignment_role_check;
alter table assignment add constraint assignment_role_check
  check (role in ('administrator', 'office', 'reporter', 'sectionHead', 'departmentHead', 'finance', 'auditor'));

create table scale (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  name text not null, kind text not null check (kind in ('status', 'decision', 'results', 'cost')), grades jsonb not null,
  primary key (municipality, family, id),
  foreign key (municipality, family) references plan_family
);

create table judgement_rule (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  name text not null, scale text not null,
  method text not null check (method in ('achievement-rate', 'progress-to-target', 'expected-share', 'against-baseline')),
  bands jsonb not null, shares jsonb not null, exempt jsonb not null,
  primary key (municipality, family, id),
  foreign key (municipality, family, scale) references scale
);

create table retirement_criterion (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  name text not null, rule jsonb not null,
  primary key (municipality, family, id),
  foreign key (municipality, family) references plan_family
);

create table judgement (
  municipality char(6) not null, family text not null, id text not null,
  initiative text not null, indicator text, fiscal_year integer not null,
  stage text not null check (stage in ('section', 'department', 'headquarters', 'external')),
  scale text not null, proposal jsonb, word text not null, reason text, by text not null, "on" text not null,
  primary key (municipality, family, id),
  foreign key (municipality, family, scale) references scale
);
-- one decision for one thing: an initiative, or one of its indicators, by one scale at one stage of one year
create unique index judgement_of on judgement (municipality, family, initiative, (coalesce(indicator, '')), fiscal_year, stage, scale);

create table opinion (
  municipality char(6) not null, family text not null, id text not null,
  initiative text, fiscal_year integer not null,
  stage text not null check (stage in ('section', 'department', 'headquarters', 'external')),
  "from" text not null, text text not null, said_on text, response jsonb,
  primary key (municipality, family, id),
  foreign key (municipality, family) references plan_family
);

create table improvement (
  municipality char(6) not null, family text not null, id text not null,
  initiative text not null, fiscal_year integer not null, judgement text, section text,
  cause text not null, action text not null, due text,
  state text not null check (state in ('asked', 'running', 'closed')),
  notes jsonb not null, closed_on text, outcome text,
  primary key (municipality, family, id),
  foreign key (municipality, family) references plan_family
);

create table budget_reflection (
  municipality char(6) not null, family text not null, initiative text not null, fiscal_year integer not null,
  word text not null, reflected jsonb, none text, check (reflected is null or none is null),
  primary key (municipality, family, initiative, fiscal_year),
  foreign key (municipality, family) references plan_family
);

call protect('scale');
call protect('judgement_rule');
call protect('retirement_criterion');
call protect('judgement');
call protect('opinion');
call protect('improvement');
call protect('budget_reflection');
