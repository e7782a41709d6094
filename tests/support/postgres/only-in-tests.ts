/**
 * What tests ask of a database in SQLite's words, as PostgreSQL answers it: its catalogue, whether it is sound, values
 * within JSON, the order of writing of more tables. It stands in a schema that only the connections of tests look into, so
 * that nothing of the product counts on it.
 */
export const ONLY_IN_TESTS = [
  'alter table outbox add rowid bigint generated always as identity',
  'alter table openid_attempts add rowid bigint generated always as identity',
  'create schema only_in_tests',
  `create function only_in_tests.json_extract(whole text, path text) returns text language sql immutable strict as
    $$ select jsonb_path_query_first(whole::jsonb, path::jsonpath) #>> '{}' $$`,
  `create function only_in_tests.json_set(whole text, path text, value text) returns text language sql immutable strict as
    $$ select jsonb_set(whole::jsonb, string_to_array(substr(path, 3), '.'), to_jsonb(value))::text $$`,
  'create aggregate only_in_tests.min(boolean) (sfunc = booland_statefunc, stype = boolean)',
  'create aggregate only_in_tests.max(boolean) (sfunc = boolor_statefunc, stype = boolean)',
  `create view only_in_tests.sqlite_master as
    select 'table' as type, relname::text as name, relname::text as tbl_name
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'row_numbers'
    union all
    select 'trigger', trigger_name || '_' || lower(event_manipulation), event_object_table::text
    from information_schema.triggers where trigger_schema = 'public'`,
  `create function only_in_tests.pragma_table_info(of_table text)
    returns table (name text, type text, "notnull" integer, dflt_value text, pk integer) language sql stable as $$
    select a.attname::text,
      case a.atttypid when 'text'::regtype then 'TEXT' when 'bytea'::regtype then 'BLOB'
        when 'float8'::regtype then 'REAL' else 'INTEGER' end,
      case when a.attnotnull then 1 else 0 end, pg_get_expr(d.adbin, d.adrelid),
      coalesce(array_position(k.conkey, a.attnum), 0)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
    where a.attrelid = to_regclass(quote_ident(of_table)) and a.attnum > 0 and not a.attisdropped and a.attname <> 'rowid' and a.attgenerated = ''
    order by a.attnum $$`,
  `create function only_in_tests.pragma_foreign_key_list(of_table text)
    returns table ("table" text, "from" text, "to" text) language sql stable as $$
    select k.confrelid::regclass::text, a.attname::text, f.attname::text
    from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
    where k.contype = 'f' and k.conrelid = to_regclass(quote_ident(of_table)) $$`,
  `create function only_in_tests.foreign_key_check() returns table ("table" text, parent text) language plpgsql as $$
    declare
      one record;
    begin
      for one in select k.conrelid::regclass as child, k.confrelid::regclass as parent, a.attname as there, f.attname as here
        from pg_constraint k
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
          join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
        where k.contype = 'f'
      loop
        return query execute format(
          'select %L::text, %L::text from %s c where c.%I is not null and not exists (select 1 from %s p where p.%I = c.%I)',
          one.child, one.parent, one.child, one.there, one.parent, one.here, one.there);
      end loop;
    end $$`,
  // SQLite's switch of foreign keys leaves its triggers on; PostgreSQL's would take both.
  `do $$ declare one record; begin
    for one in select tgrelid::regclass as place, tgname as name from pg_trigger where not tgisinternal loop
      execute format('alter table %s enable always trigger %I', one.place, one.name);
    end loop;
  end $$`,
  'create extension amcheck schema only_in_tests',
  // Every index that amcheck knows, in its order and each row of its table in it, every table's pages as they should be.
  `create function only_in_tests.integrity_check() returns setof text language plpgsql as $$
    declare
      one record;
    begin
      for one in select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'i'
        and c.relam = (select oid from pg_am where amname = 'btree') loop
        perform bt_index_check(one.oid, true);
      end loop;
      return query select c.relname || ': ' || v.msg from pg_class c, verify_heapam(c.oid) v
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r';
    end $$`,
]
