-- 土台: roles, the protection that every table gets, the audit log, municipalities.
-- PostgreSQL 15 SQL only: the same files run on the embedded database and on a server.

-- Roles belong to the whole server: another database of it may have made them already, or be making them now.
do $$
declare wanted text;
begin
  foreach wanted in array array['kaikaku_reader', 'kaikaku_writer', 'kaikaku_public'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls noinherit', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end $$;

grant usage on schema public to kaikaku_reader, kaikaku_writer, kaikaku_public;

-- The municipality of the transaction; null, and therefore no row at all, where none was set.
-- Once set in a session the setting reads '' and not null afterwards.
create function current_municipality() returns char(6) language sql stable parallel safe
  as $$ select nullif(current_setting('kaikaku.municipality', true), '')::char(6) $$;

create table audit (
  municipality char(6) not null,
  number bigint generated always as identity,
  at timestamptz not null,
  by text not null,
  why text,
  "table" text not null,
  act text not null check (act in ('insert', 'update', 'delete')),
  key jsonb not null,
  before jsonb,
  after jsonb,
  primary key (municipality, number)
);
create index audit_of_table on audit (municipality, "table", number);

create function audited(whole jsonb) returns jsonb language sql immutable parallel safe
  as $$ select whole - 'municipality' $$;

create function audit_key(whole jsonb, columns text[]) returns jsonb language sql immutable parallel safe
  as $$ select coalesce(jsonb_object_agg(c, whole -> c), '{}') from unnest(columns) c $$;

-- Runs as its owner, because no application role may write to the log itself.
create function audit_statement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said_at timestamptz := coalesce(nullif(current_setting('kaikaku.at', true), '')::timestamptz, now());
  said_by text := coalesce(nullif(current_setting('kaikaku.by', true), ''), session_user);
  said_why text := nullif(current_setting('kaikaku.why', true), '');
  keys text[] := tg_argv[0]::text[];
begin
  if tg_op = 'INSERT' then
    insert into audit (municipality, at, by, why, "table", act, key, after)
      select r.municipality, said_at, said_by, said_why, tg_table_name, 'insert', audit_key(to_jsonb(r), keys), audited(to_jsonb(r)) from changed r;
  else
    insert into audit (municipality, at, by, why, "table", act, key, before)
      select r.municipality, said_at, said_by, said_why, tg_table_name, 'delete', audit_key(to_jsonb(r), keys), audited(to_jsonb(r)) from changed r;
  end if;
  return null;
end $$;

-- An update is logged with the fields that changed and no others.
create function audit_update() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was jsonb := audited(to_jsonb(old));
  is_now jsonb := audited(to_jsonb(new));
  changes_before jsonb;
  changes_after jsonb;
begin
  select jsonb_object_agg(field, was -> field), jsonb_object_agg(field, is_now -> field)
    into changes_before, changes_after
    from jsonb_object_keys(is_now) field where was -> field is distinct from is_now -> field;
  if changes_after is not null then
    insert into audit (municipality, at, by, why, "table", act, key, before, after) values (
      new.municipality,
      coalesce(nullif(current_setting('kaikaku.at', true), '')::timestamptz, now()),
      coalesce(nullif(current_setting('kaikaku.by', true), ''), session_user),
      nullif(current_setting('kaikaku.why', true), ''),
      tg_table_name, 'update', audit_key(to_jsonb(old), tg_argv[0]::text[]), changes_before, changes_after);
  end if;
  return null;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% の行は変更も削除もできません', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Every table is protected by one call; src/store/protection.test.ts looks for tables that were not.
-- What is too long to be kept twice (the bytes of a document, the content of an edition) stands in a table of its own;
-- its hash is in the log, and it itself is not.
create procedure protect(wanted regclass, in_log boolean default true) language plpgsql as $$
declare keys text[];
begin
  execute format('alter table %s enable row level security', wanted);
  execute format('alter table %s force row level security', wanted);
  execute format('create policy of_municipality on %s using (municipality = current_municipality()) with check (municipality = current_municipality())', wanted);
  execute format('grant select on %s to kaikaku_reader, kaikaku_writer', wanted);
  if wanted = 'audit'::regclass then return; end if;

  execute format('grant insert on %s to kaikaku_writer', wanted);
  if not in_log then return; end if;

  execute format('grant update, delete on %s to kaikaku_writer', wanted);
  select array_agg(a.attname::text order by k.place) into keys
    from pg_index i, unnest(i.indkey::int2[]) with ordinality k(attnum, place), pg_attribute a
    where i.indrelid = wanted and i.indisprimary and a.attrelid = wanted and a.attnum = k.attnum and a.attname <> 'municipality';
  execute format('create trigger audit_insert after insert on %s referencing new table as changed for each statement execute function audit_statement(%L)', wanted, coalesce(keys, '{}'));
  execute format('create trigger audit_delete after delete on %s referencing old table as changed for each statement execute function audit_statement(%L)', wanted, coalesce(keys, '{}'));
  execute format('create trigger audit_update after update on %s for each row execute function audit_update(%L)', wanted, coalesce(keys, '{}'));
end $$;

-- Nothing but its own rows is kept in the log for ever: not even its owner's mistake changes it.
create trigger audit_stays before update or delete on audit for each row execute function refuse_change();
create trigger audit_is_not_emptied before truncate on audit for each statement execute function refuse_change();
call protect('audit');

create table municipality (
  municipality char(6) primary key check (municipality ~ '^[0-9]{6}$'),
  name text not null,
  reading text
);
call protect('municipality');
-- Published things and the list of municipalities are read across them by a role that can do nothing else.
create policy across_municipalities on municipality for select to kaikaku_public using (true);
grant select on municipality to kaikaku_public;

-- 所管課: valid by date, with successors through a reorganisation.
create table section (
  municipality char(6) not null references municipality,
  name text not null,
  valid_from text not null default '', -- ISO date; '' where it is not known
  valid_to text,
  successors text[] not null default '{}',
  primary key (municipality, name, valid_from)
);
call protect('section');
