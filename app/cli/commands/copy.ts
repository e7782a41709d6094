import path from 'node:path'
import { connectPostgres } from '~/platform/postgres/open.server'
import { copiedTables } from '~/platform/upkeep/rows/table-catalogue.server'
import type { CopiedTable } from '~/platform/upkeep/rows/copied-tables'
import { copyDatabase, type CopiedContent } from '~/platform/upkeep/copy/copy-database.server'
import type { CopySource } from '~/platform/upkeep/copy/copy-side'
import { postgresSource, postgresTarget, refuseFilled } from '~/platform/upkeep/copy/postgres-side.server'
import { refuseTaken, sqliteSource, sqliteTarget } from '~/platform/upkeep/copy/sqlite-side.server'
import { env } from '~/platform/env.server'
import { EXIT, type CliCommand, type Exit, type Output, type Values } from '../dispatch'
import { JSON_OUT, textOf } from '../options'
import { runCopy as runFilesCopy } from './files'

export const COPY_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'copy',
    verb: null,
    summary: 'Copies everything between SQLite and PostgreSQL, and checks each table. Stop the server first.',
    options: {
      from: {
        type: 'string',
        value: 'address',
        help: 'sqlite: or sqlite:<file>, or postgres: for DATABASE_URL, or postgres://…',
      },
      to: {
        type: 'string',
        value: 'address',
        help: 'An empty database, or a file that does not exist, in the same words.',
      },
      'with-files': {
        type: 'boolean',
        help: 'Photos and documents too: to the bucket of STORAGE_URL with PostgreSQL, to the data folder with SQLite.',
      },
      'dry-run': { type: 'boolean', help: 'Say what would be copied.' },
      json: JSON_OUT,
    },
    run,
  },
]

type Address = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }

async function run(values: Values, output: Output): Promise<Exit> {
  const from = addressOf(textOf(values.from))
  const to = addressOf(textOf(values.to))
  if (!from || !to || from.engine === to.engine) {
    output.err(
      'Say --from sqlite: --to postgres:, with DATABASE_URL, or the other way round: --to sqlite:<file>.',
    )
    return EXIT.usage
  }
  const exit = await (values['dry-run'] === true ? tellOf : copy)(from, to, values, output)
  if (exit !== EXIT.done || values['with-files'] !== true) return exit
  const files = from.engine === 'sqlite' ? { from: 'disk', to: 's3' } : { from: 's3', to: 'disk' }
  const named = {
    database: from.engine === 'sqlite' ? from.file : to.engine === 'sqlite' ? to.file : undefined,
  }
  return runFilesCopy({ ...values, ...files, ...named }, output)
}

function addressOf(text: string | null): Address | null {
  if (text === null) return null
  // Without the password on the command line, where everyone on the machine reads it.
  if (text === 'postgres:')
    return env().databaseUrl === null ? null : { engine: 'postgres', url: env().databaseUrl! }
  if (/^postgres(ql)?:\/\//.test(text)) return { engine: 'postgres', url: text }
  if (!text.startsWith('sqlite:')) return null
  const file = text.slice('sqlite:'.length)
  return { engine: 'sqlite', file: file === '' ? env().databaseFile : path.resolve(file) }
}

/** What would be copied: every table of the source with its rows. */
async function tellOf(from: Address, to: Address, values: Values, output: Output): Promise<Exit> {
  await refuseUnfit(to)
  const source = await openSource(from)
  try {
    const counted = await source.counts()
    if (values.json === true) output.out(JSON.stringify({ ok: true, isDry: true, tables: counted }))
    else {
      for (const { table, rows } of counted) output.out(lineOf(table, rows, 'to copy'))
      const rows = counted.reduce((sum, table) => sum + table.rows, 0)
      output.out(
        `${rows} rows of ${counted.length} tables would be copied from ${source.name}. Nothing was written.`,
      )
    }
    return EXIT.done
  } finally {
    await source.close()
  }
}

/** @throws Error when nothing can be copied there */
async function refuseUnfit(to: Address): Promise<void> {
  if (to.engine === 'sqlite') return refuseTaken(to.file)
  const open = await connectPostgres(to.url)
  try {
    await refuseFilled(open)
  } finally {
    await open.close()
  }
}

async function copy(from: Address, to: Address, values: Values, output: Output): Promise<Exit> {
  const source = await openSource(from)
  const target = await openTarget(to).catch(async (error: unknown) => {
    await source.close()
    throw error
  })
  const tell = ({ table, rows, sha256, isKept }: CopiedContent) => {
    if (values.json !== true)
      output.out(lineOf(table, rows, `${sha256.slice(0, 16)}${isKept ? '  was there' : ''}`))
  }
  try {
    const { tables, isStale } = await copyDatabase({ source, target }, await tablesOf(from, to), tell)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    if (values.json === true)
      output.out(
        JSON.stringify({ ok: !isStale, isDry: false, from: source.name, to: target.name, isStale, tables }),
      )
    else if (!isStale)
      output.out(
        `${target.name}: ${rows} rows of ${tables.length} tables, each the same as in ${source.name}.`,
      )
    if (isStale)
      output.err(
        'The source was written meanwhile. Stop its server and run this again: what is the same is kept.',
      )
    return isStale ? EXIT.wrong : EXIT.done
  } finally {
    await source.close()
    await target.close()
  }
}

/** The tables are the same on both engines; PostgreSQL, which is one of the two, tells of them. */
async function tablesOf(from: Address, to: Address): Promise<CopiedTable[]> {
  const url = from.engine === 'postgres' ? from.url : to.engine === 'postgres' ? to.url : ''
  const open = await connectPostgres(url)
  try {
    return await copiedTables(open.connections.readers)
  } finally {
    await open.close()
  }
}

async function openSource(address: Address): Promise<CopySource> {
  return address.engine === 'sqlite'
    ? sqliteSource(address.file)
    : postgresSource(await connectPostgres(address.url))
}

async function openTarget(address: Address) {
  return address.engine === 'sqlite'
    ? sqliteTarget(address.file)
    : postgresTarget(await connectPostgres(address.url))
}

function lineOf(table: string, rows: number, said: string): string {
  return `${table.padEnd(32)} ${String(rows).padStart(10)}  ${said}`
}
