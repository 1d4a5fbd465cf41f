-- 記録の鎖: role and request of each change, and a hash over the row before it and the row itself.

alter table audit add column role text, add column request text, add column hash text;
-- The trigger counts: one more than the last row of the municipality. Two writers who saw the same last row want the same
-- number, and the primary key refuses the second: the chain cannot fork, whoever writes and with whatever isolation.
alter table audit alter column number drop identity;

-- The same text in every session: microseconds since 1970 and not a time as a session would write it; jsonb orders its keys.
-- `before` and `after` may be absent, which is not the JSON null.
create function audit_text(a audit) returns text language sql stable parallel safe as $$
  select jsonb_build_array(a.municipality, a.number, (extract(epoch from a.at) * 1000000)::bigint, a.by, a.role, a.request, a.why,
    a."table", a.act, a.key, a.before is null, a.before, a.after is null, a.after)::text
$$;
create function audit_hash(previous text, a audit) returns text language sql stable parallel safe as $$
  select encode(sha256(convert_to(coalesce(previous, '') || audit_text(a), 'UTF8')), 'hex')
$$;

-- What is logged already gets its chain in the order of its numbers. FORCE binds the owner too, who sees every municipality
-- only without it.
alter table audit no force row level security;
alter table audit disable trigger audit_stays;
do $$
declare
  one audit;
  last text;
  whose char(6);
begin
  for one in select * from audit order by municipality, number loop
    last := audit_hash(case when whose = one.municipality then last end, one);
    whose := one.municipality;
    update audit set hash = last where municipality = one.municipality and number = one.number;
  end loop;
end $$;
alter table audit enable trigger audit_stays;
alter table audit force row level security;
alter table audit alter column hash set not null;
alter table audit add check (hash ~ '^[0-9a-f]{64}$');

-- The last row is looked up for every row: it is the end of the primary key, and nothing has to be remembered that a
-- savepoint, another municipality in the same transaction or a setting of somebody else's could make wrong.
-- The lock is that of store.writing (handles.ts): whoever writes waits for the act that is going on.
create function audit_chain() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  last_number bigint;
  last_hash text;
begin
  perform pg_advisory_xact_lock(5402, new.municipality::integer);
  select a.number, a.hash into last_number, last_hash from audit a
    where a.municipality = new.municipality order by a.number desc limit 1;
  new.number := coalesce(last_number, 0) + 1;
  new.hash := audit_hash(last_hash, new);
  return new;
end $$;
create trigger audit_chained before insert on audit for each row execute function audit_chain();

create or replace function audit_statement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said_at timestamptz := coalesce(nullif(current_setting('kaikaku.at', true), '')::timestamptz, now());
  said_by text := coalesce(nullif(current_setting('kaikaku.by', true), ''), session_user);
  said_why text := nullif(current_setting('kaikaku.why', true), '');
  said_role text := nullif(current_setting('kaikaku.role', true), '');
  said_request text := nullif(current_setting('kaikaku.request', true), '');
  keys text[] := tg_argv[0]::text[];
begin
  if tg_op = 'INSERT' then
    insert into audit (municipality, at, by, role, request, why, "table", act, key, after)
      select r.municipality, said_at, said_by, said_role, said_request, said_why, tg_table_name, 'insert',
        audit_key(to_jsonb(r), keys), audited(to_jsonb(r)) from changed r;
  else
    insert into audit (municipality, at, by, role, request, why, "table", act, key, before)
      select r.municipality, said_at, said_by, said_role, said_request, said_why, tg_table_name, 'delete',
        audit_key(to_jsonb(r), keys), audited(to_jsonb(r)) from changed r;
  end if;
  return null;
end $$;

create or replace function audit_update() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
    insert into audit (municipality, at, by, role, request, why, "table", act, key, before, after) values (
      new.municipality,
      coalesce(nullif(current_setting('kaikaku.at', true), '')::timestamptz, now()),
      coalesce(nullif(current_setting('kaikaku.by', true), ''), session_user),
      nullif(current_setting('kaikaku.role', true), ''),
      nullif(current_setting('kaikaku.request', true), ''),
      nullif(current_setting('kaikaku.why', true), ''),
      tg_table_name, 'update', audit_key(to_jsonb(old), tg_argv[0]::text[]), changes_before, changes_after);
  end if;
  return null;
end $$;

-- 履歴: the rows of a thing, and the rows under it. A thing has an id, or (an effect) a number in its family; what stands
-- under it names it in the key, or in the row as it was written or taken away. Columns, because row level security lets no
-- condition on an expression reach an index unless a superuser calls its functions leakproof.
create function audit_under(key jsonb, said jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(key ->> 'initiative', key ->> 'part', key ->> 'indicator', key ->> 'item',
    said ->> 'of_initiative', said ->> 'of_part', said ->> 'initiative')
$$;
create function audit_thing(key jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(key ->> 'id', case when key - 'family' - 'nth' = '{}' then (key ->> 'family') || '/' || (key ->> 'nth') end)
$$;
alter table audit
  add column thing text generated always as (audit_thing(key)) stored,
  add column under text generated always as (audit_under(key, coalesce(after, before))) stored;
create index audit_of_thing on audit (municipality, thing) where thing is not null;
create index audit_under_thing on audit (municipality, under) where under is not null;
create index audit_at on audit (municipality, at);
create index audit_by on audit (municipality, by, number);
