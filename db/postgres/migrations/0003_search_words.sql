-- Searches that the server answers while the index in memory is not there: French words without accents, and slips.
-- What hangs on extensions is made at every start by this function, so that one that comes later is used, and one that
-- nobody may create is done without. It gives the names of those that are missing.
CREATE FUNCTION prepare_search() RETURNS text[] LANGUAGE plpgsql AS $prepare$
DECLARE
  one text;
  place text;
  missing text[] := '{}';
BEGIN
  FOREACH one IN ARRAY array['unaccent', 'pg_trgm'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_extension WHERE extname = one);
    BEGIN
      -- In a schema of their own: the product's is moved aside when a backup is restored over it.
      CREATE SCHEMA IF NOT EXISTS gisement_extensions;
      EXECUTE format('CREATE EXTENSION %I SCHEMA gisement_extensions', one);
    EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
      missing := missing || one;
    END;
  END LOOP;

  -- As `foldText` of the product: lower case, no accents, ligatures opened, one space for anything else.
  IF to_regprocedure('search_folded(text)') IS NULL THEN
    CREATE FUNCTION search_folded(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
      trim(regexp_replace(lower(regexp_replace(normalize(
        replace(replace(replace(replace(said, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), NFD),
        '[\u0300-\u036f]', '', 'g') COLLATE "C"), '[^a-z0-9]+', ' ', 'g'));
  END IF;
  SELECT nspname INTO place FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE extname = 'unaccent' AND has_schema_privilege(n.oid, 'usage');
  IF place IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = 'search_folded(text)'::regprocedure
      AND refclassid = 'pg_proc'::regclass AND refobjid = to_regprocedure(format('%I.unaccent(regdictionary,text)', place))
  ) THEN
    -- What was made by the other function is made anew.
    ALTER TABLE lots DROP COLUMN IF EXISTS search_words;
    ALTER TABLE needs DROP COLUMN IF EXISTS search_words;
    DROP INDEX IF EXISTS lots_title_slips, needs_title_slips;
    EXECUTE format($sql$
      CREATE OR REPLACE FUNCTION search_folded(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
        trim(regexp_replace(lower(%I.unaccent(%L::regdictionary, normalize(said, NFC)) COLLATE "C"), '[^a-z0-9]+', ' ', 'g'))
    $sql$, place, format('%I.unaccent', place));
  END IF;

  -- «83x204cm» is three words to whoever asks for one of its figures.
  IF to_regprocedure('search_figures(text)') IS NULL THEN
    CREATE FUNCTION search_figures(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
      regexp_replace(regexp_replace(said, '(\d)x(?=\d)', '\1 ', 'g'), '(\d)(mm|cm|m|m2|m3|ml|kg|w|kw|l)\M', '\1 \2', 'g');
  END IF;

  -- The title weighs most, then what else is said, then the sheet and the material («=door»).
  IF to_regprocedure('search_words_of(text,text,text,text)') IS NULL THEN
    CREATE FUNCTION search_words_of(title text, said text, sheet text, material text) RETURNS tsvector
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
        setweight(to_tsvector('pg_catalog.french', search_figures(search_folded(title))), 'A')
        || setweight(to_tsvector('pg_catalog.french', search_figures(said)), 'C')
        || setweight(to_tsvector('pg_catalog.simple', sheet), 'D')
        || array_to_tsvector(array['=' || material]);
  END IF;
  FOREACH one IN ARRAY array['lots', 'needs'] LOOP
    IF NOT EXISTS (SELECT FROM pg_attribute
      WHERE attrelid = one::regclass AND attname = 'search_words' AND NOT attisdropped) THEN
      EXECUTE format('ALTER TABLE %I ADD COLUMN search_words tsvector
        GENERATED ALWAYS AS (search_words_of(title, search_text, attributes, material)) STORED', one);
      EXECUTE format('CREATE INDEX %I ON %I USING gin (search_words)', one || '_search_words', one);
    END IF;
    SELECT nspname INTO place FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
      WHERE extname = 'pg_trgm' AND has_schema_privilege(n.oid, 'usage');
    IF place IS NOT NULL AND to_regclass(one || '_title_slips') IS NULL THEN
      EXECUTE format('CREATE INDEX %I ON %I USING gin (search_folded(title) %I.gin_trgm_ops)',
        one || '_title_slips', one, place);
    END IF;
  END LOOP;
  RETURN missing;
END $prepare$;
--> statement-breakpoint
SELECT prepare_search();
