import { Column, is, sql, SQL, StringChunk, type SQLChunk } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'

type Encoder = unknown
type Ordered = Column | SQL | SQL.Aliased

/**
 * Writes for PostgreSQL what drizzle builds over the tables of `db/sqlite`: nearly all of it is the same SQL. Values are
 * numbered, those that no column gives a type carry theirs, and empty values come first, as SQLite sorts them.
 */
class Postgres extends SQLiteAsyncDialect {
  override sqlToQuery(statement: SQL, invokeSource?: 'indexes') {
    // Asked just before its value is written; a value without it is a bare one of a fragment.
    let encoder: Encoder = null
    const written = (index: number, value: unknown) => {
      const text = `$${index + 1}${is(encoder, Column) ? '' : castOf(value)}`
      encoder = null
      return text
    }
    return statement.toQuery({
      casing: (this as unknown as { casing: never }).casing,
      escapeName: (name) => this.escapeName(name),
      escapeParam: written,
      escapeString: (text) => this.escapeString(text),
      prepareTyping: (asked) => {
        encoder = asked
        return 'none'
      },
      invokeSource,
    })
  }

  override buildInsertQuery(asked: Insertion): SQL {
    return super.buildInsertQuery({ ...asked, onConflict: asked.onConflict?.map(withBareTarget) })
  }
}

type Insertion = Parameters<SQLiteAsyncDialect['buildInsertQuery']>[0]

/** The dialect of PostgreSQL. How lists are ordered is drizzle's own affair, which its types keep to itself. */
export function postgresDialect(): SQLiteAsyncDialect {
  return Object.assign(new Postgres(), { buildOrderBy })
}

/** The columns that two rows would have in common are named without their table: PostgreSQL takes them no other way. */
function withBareTarget(clause: SQL): SQL {
  const chunks = clause.queryChunks.map((chunk) => {
    if (Array.isArray(chunk)) return chunk.map(bareName)
    return is(chunk, SQL) && chunk.queryChunks.some(Array.isArray) ? withBareTarget(chunk) : chunk
  })
  return new SQL(chunks)
}

function bareName(chunk: SQLChunk): SQLChunk {
  return is(chunk, Column) ? sql.identifier(chunk.name) : chunk
}

function buildOrderBy(list: readonly Ordered[] | undefined): SQL | undefined {
  if (!list || list.length === 0) return undefined
  const parts = list.flatMap((one, index) => [
    ...(index > 0 ? [new StringChunk(', ')] : []),
    one,
    new StringChunk(placeOfEmpty(one)),
  ])
  return new SQL([new StringChunk(' order by '), ...parts])
}

/** PostgreSQL takes a value of unknown type for a text where nothing beside it has a type. */
function castOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? '::bigint' : '::float8'
  return ''
}

/** Said only where a value may be missing: otherwise an index could not give the order. */
function placeOfEmpty(ordered: Ordered): string {
  if (is(ordered, Column)) return ordered.notNull ? '' : ' nulls first'
  if (!is(ordered, SQL)) return ' nulls first'
  const chunks = ordered.queryChunks.filter((chunk) => !isBlank(chunk))
  const column = chunks.find((chunk) => is(chunk, Column))
  if (column?.notNull && chunks.length <= 2) return ''
  const last = chunks.at(-1)
  const isDescending = is(last, StringChunk) && /\bdesc\s*$/i.test(last.value.join(''))
  return isDescending ? ' nulls last' : ' nulls first'
}

function isBlank(chunk: unknown): boolean {
  return is(chunk, StringChunk) && chunk.value.join('').trim() === ''
}
