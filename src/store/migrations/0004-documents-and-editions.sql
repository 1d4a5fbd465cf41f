-- 文書・出典・公表版.

create table document (
  municipality char(6) not null references municipality,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  kind text not null,
  read_at timestamptz not null,
  layouts text[] not null,
  accounting jsonb not null,
  checks jsonb not null,
  unread jsonb not null,
  primary key (municipality, sha256)
);

create table document_content (
  municipality char(6) not null,
  sha256 text not null,
  bytes bytea not null check (encode(sha256(bytes), 'hex') = sha256),
  lines json not null, -- the text as it was read, each line or cell with its place: the source view
  primary key (municipality, sha256),
  foreign key (municipality, sha256) references document
);

create table plan_family_document (
  municipality char(6) not null, family text not null, sha256 text not null,
  primary key (municipality, family, sha256),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, sha256) references document deferrable initially deferred
);

-- 出典: whose value it is (owner: table and key), which field, and where a document says it.
create table source (
  municipality char(6) not null, family text not null, owner text not null, field text not null, nth integer not null,
  document text not null, place text not null, guessed boolean not null,
  primary key (municipality, family, owner, field, nth),
  foreign key (municipality, family) references plan_family deferrable initially deferred,
  foreign key (municipality, document) references document deferrable initially deferred
);
create index source_in_document on source (municipality, document);

create table edition (
  municipality char(6) not null references municipality,
  family text not null,
  number integer not null check (number > 0),
  plan text not null,
  title text not null,
  fiscal_year integer,
  published_at timestamptz not null,
  published_by text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (municipality, family, number),
  unique (municipality, hash),
  foreign key (municipality, family) references plan_family
);
create table edition_content (
  municipality char(6) not null, family text not null, number integer not null,
  content json not null, -- json, not jsonb: what was published stays as it was written
  primary key (municipality, family, number),
  foreign key (municipality, family, number) references edition
);
create trigger edition_stays before update or delete on edition for each row execute function refuse_change();
create trigger edition_is_not_emptied before truncate on edition for each statement execute function refuse_change();
create trigger edition_stays before update or delete on edition_content for each row execute function refuse_change();
create trigger edition_is_not_emptied before truncate on edition_content for each statement execute function refuse_change();

do $$
declare wanted text;
begin
  foreach wanted in array array['plan_family', 'plan', 'plan_predecessor', 'chapter', 'plan_node', 'initiative', 'initiative_section', 'mark',
    'publication', 'part', 'part_section', 'activity', 'schedule_cell', 'report', 'evaluation', 'cost', 'indicator', 'indicator_target',
    'indicator_actual', 'figure', 'lineage', 'lineage_end', 'effect', 'effect_total', 'review', 'review_item', 'review_link',
    'organization_change', 'section_change', 'event', 'roadmap_item', 'series', 'series_point', 'glossary_entry',
    'document', 'plan_family_document', 'source', 'edition'] loop
    call protect(wanted::regclass);
  end loop;
end $$;
call protect('document_content', in_log => false);
call protect('edition_content', in_log => false);

-- A better reader may read more out of the same bytes.
grant update (lines) on document_content to kaikaku_writer;
revoke update, delete on edition from kaikaku_writer;
revoke delete on document from kaikaku_writer;
create policy across_municipalities on edition for select to kaikaku_public using (true);
create policy across_municipalities on edition_content for select to kaikaku_public using (true);
grant select on edition, edition_content to kaikaku_public;
