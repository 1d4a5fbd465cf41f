-- 系譜・効果額・総括・組織改正 and what else a record says beside its initiatives.

create table lineage (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  kind text not null, reason text, section text, pillar text, theme text,
  primary key (municipality, family, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred
);

create table lineage_end (
  municipality char(6) not null, family text not null, lineage integer not null, side text not null check (side in ('from', 'to')),
  nth integer not null, position integer not null,
  title text not null, initiative text,
  primary key (municipality, family, lineage, side, nth),
  foreign key (municipality, family, lineage) references lineage deferrable initially deferred,
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);

create table effect (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  estimate text, of_node text, of_initiative text, scope text not null, fiscal_year integer,
  amount_yen bigint, quantity numeric, unit text,
  side text check (side in ('歳入', '歳出')), basis text check (basis in ('単年度', '継続')),
  status text check (status in ('計画', '見込み', '実績')), raw text not null,
  primary key (municipality, family, nth),
  check (num_nonnulls(of_node, of_initiative) <= 1),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, family, of_node) references plan_node deferrable initially deferred,
  foreign key (municipality, family, of_initiative) references initiative deferrable initially deferred
);

create table effect_total (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  estimate text, scope text not null, amount_yen bigint, difference_yen bigint, raw text not null,
  primary key (municipality, family, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred
);

create table review (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  method text not null,
  primary key (municipality, family, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred
);

create table review_item (
  municipality char(6) not null, family text not null, review integer not null, nth integer not null, position integer not null,
  kind text not null check (kind in ('keep', 'problem', 'try')), number text, text text not null, other text[] not null,
  primary key (municipality, family, review, nth),
  foreign key (municipality, family, review) references review deferrable initially deferred
);

create table review_link (
  municipality char(6) not null, family text not null, review integer not null, review_item integer not null,
  side text not null check (side in ('new', 'existing')), nth integer not null, position integer not null,
  title text not null, sections text[] not null, aggregates text[] not null, note text, initiative text,
  primary key (municipality, family, review, review_item, side, nth),
  foreign key (municipality, family, review, review_item) references review_item deferrable initially deferred,
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);

create table organization_change (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  number text, department text, effective text, text text not null,
  primary key (municipality, family, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred
);

create table section_change (
  municipality char(6) not null, family text not null, organization_change integer not null, nth integer not null, position integer not null,
  kind text not null check (kind in ('新設', '廃止', '統合', '分割', '改称', '移管', '再編')),
  was text[] not null, becomes text[] not null, what text, reason text, guessed boolean not null,
  primary key (municipality, family, organization_change, nth),
  foreign key (municipality, family, organization_change) references organization_change deferrable initially deferred
);

create table event (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  node text, text text not null, at text,
  primary key (municipality, family, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, family, node) references plan_node deferrable initially deferred
);

create table roadmap_item (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  node text, initiative text, text text not null, starts text, ends text, month integer,
  primary key (municipality, family, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, family, node) references plan_node deferrable initially deferred,
  foreign key (municipality, family, initiative) references initiative deferrable initially deferred
);

create table series (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  name text not null, unit text, breakdown text, thresholds jsonb not null,
  primary key (municipality, family, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred
);

create table series_point (
  municipality char(6) not null, family text not null, series integer not null, nth integer not null, position integer not null,
  at text not null, value numeric, answer text not null, raw text not null, status text check (status in ('見込み', '実績', '決算')),
  primary key (municipality, family, series, nth),
  foreign key (municipality, family, series) references series deferrable initially deferred
);

create table glossary_entry (
  municipality char(6) not null, family text not null, nth integer not null, position integer not null,
  term text not null, definition text not null,
  primary key (municipality, family, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred
);
