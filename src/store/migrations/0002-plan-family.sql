-- 計画の一族: a root plan with the plans in it, and everything that stands under them.
-- Containment and references are checked at the end of the transaction, so that rows may be written in any order.

create table plan_family (
  municipality char(6) not null,
  id text not null,
  stated_code text,
  stated_name text,
  fiscal_year integer,
  primary key (municipality, id),
  foreign key (municipality) references municipality
);

create table plan (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  title text not null, kind text, parent text, period_from integer, period_to integer, goal text, levels text[] not null,
  primary key (municipality, family, id),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, family, parent) references plan deferrable initially deferred
);

create table plan_predecessor (
  municipality char(6) not null, family text not null, plan text not null, nth integer not null, position integer not null,
  title text not null, date text,
  primary key (municipality, family, plan, nth),
  foreign key (municipality, family, plan) references plan deferrable initially deferred
);

create table chapter (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  parent text, heading text not null, text text not null,
  primary key (municipality, family, id),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, family, parent) references chapter deferrable initially deferred
);

create table plan_node (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  plan text, parent text, level text, number text, title text not null, text text,
  primary key (municipality, family, id),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, family, plan) references plan deferrable initially deferred,
  foreign key (municipality, family, parent) references plan_node deferrable initially deferred
);

create table initiative (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  plan text, node text, number text, title text not null, description text, goal text,
  primary key (municipality, family, id),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, family, plan) references plan deferrable initially deferred,
  foreign key (municipality, family, node) references plan_node deferrable initially deferred
);
create index initiative_of_node on initiative (municipality, family, node);

create table initiative_section (
  municipality char(6) not null, family text not null, initiative text not null, nth integer not null, position integer not null,
  name text not null, office text, role text check (role in ('lead', 'coordinator', 'related')),
  primary key (municipality, family, initiative, nth),
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);
create index initiative_of_section on initiative_section (municipality, name);

create table mark (
  municipality char(6) not null, family text not null, initiative text not null, nth integer not null, position integer not null,
  scheme text not null, name text not null, is_on boolean,
  primary key (municipality, family, initiative, nth),
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);

create table publication (
  municipality char(6) not null, family text not null, initiative text not null, nth integer not null, position integer not null,
  place text not null, title text, url text,
  primary key (municipality, family, initiative, nth),
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);

create table part (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  initiative text not null, title text, description text, goal text,
  primary key (municipality, family, id),
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);
create index part_of_initiative on part (municipality, family, initiative);

create table part_section (
  municipality char(6) not null, family text not null, part text not null, nth integer not null, position integer not null,
  name text not null, office text, role text check (role in ('lead', 'coordinator', 'related')),
  primary key (municipality, family, part, nth),
  foreign key (municipality, family, part) references part deferrable initially deferred
);

create table activity (
  municipality char(6) not null, family text not null, part text not null, nth integer not null, position integer not null,
  name text not null,
  primary key (municipality, family, part, nth),
  foreign key (municipality, family, part) references part deferrable initially deferred
);

create table schedule_cell (
  municipality char(6) not null, family text not null, part text not null, activity integer not null, nth integer not null, position integer not null,
  starts text not null, ends text, text text not null, milestone boolean not null,
  primary key (municipality, family, part, activity, nth),
  foreign key (municipality, family, part, activity) references activity deferrable initially deferred
);

create table report (
  municipality char(6) not null, family text not null, initiative text not null, nth integer not null, position integer not null,
  parts text[] not null, section text, fiscal_year integer, progress text, issues text, revision text,
  primary key (municipality, family, initiative, nth),
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);

create table evaluation (
  municipality char(6) not null, family text not null, initiative text not null, nth integer not null, position integer not null,
  fiscal_year integer, stage text, criterion text, scale text, raw text not null, comment text,
  primary key (municipality, family, initiative, nth),
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);

create table cost (
  municipality char(6) not null, family text not null, initiative text not null, nth integer not null, position integer not null,
  fiscal_year integer, stage text check (stage in ('予算', '決算')), label text, fund text,
  amount_yen bigint, quantity numeric, unit text, raw text not null,
  primary key (municipality, family, initiative, nth),
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);

create table indicator (
  municipality char(6) not null, family text not null, id text not null, position integer not null,
  of_plan text, of_node text, of_initiative text, of_part text,
  name text not null, kind text check (kind in ('output', 'outcome', 'population')), unit text,
  direction text check (direction in ('increase', 'decrease', 'maintain')),
  direction_source text check (direction_source in ('stated', 'guessed')),
  aggregation text check (aggregation in ('cumulative', 'annual', 'gross')),
  baseline_as_of text, baseline_value numeric, baseline_answer text, baseline_raw text,
  primary key (municipality, family, id),
  check (num_nonnulls(of_plan, of_node, of_initiative, of_part) <= 1),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, family, of_plan) references plan deferrable initially deferred,
  foreign key (municipality, family, of_node) references plan_node deferrable initially deferred,
  foreign key (municipality, family, of_initiative) references initiative deferrable initially deferred,
  foreign key (municipality, family, of_part) references part deferrable initially deferred
);
create index indicator_of_initiative on indicator (municipality, family, of_initiative);

create table indicator_target (
  municipality char(6) not null, family text not null, indicator text not null, nth integer not null, position integer not null,
  fiscal_year integer, as_of text, comparator text check (comparator in ('>=', '<=', '<', '>', '=')),
  value numeric, answer text not null, raw text not null, final boolean not null, maintain boolean,
  primary key (municipality, family, indicator, nth),
  foreign key (municipality, family, indicator) references indicator deferrable initially deferred
);

create table indicator_actual (
  municipality char(6) not null, family text not null, indicator text not null, nth integer not null, position integer not null,
  fiscal_year integer, as_of text, value numeric, answer text not null, raw text not null,
  numerator numeric, denominator numeric, status text check (status in ('見込み', '実績', '決算')),
  primary key (municipality, family, indicator, nth),
  foreign key (municipality, family, indicator) references indicator deferrable initially deferred
);

-- 実績の数値: a figure said in a report's prose, tied to an indicator where it is one.
create table figure (
  municipality char(6) not null, family text not null, initiative text not null, report integer not null, nth integer not null, position integer not null,
  label text not null, raw text not null, value numeric, unit text, indicator text, line text,
  previous numeric, change numeric, numerator numeric, denominator numeric,
  primary key (municipality, family, initiative, report, nth),
  foreign key (municipality, family, initiative, report) references report deferrable initially deferred,
  foreign key (municipality, family, indicator) references indicator deferrable initially deferred
);
