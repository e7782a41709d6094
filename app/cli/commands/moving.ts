import path from 'node:path'
import { nowMs } from '~/core/clock'
import { exportData } from '~/platform/upkeep/export.server'
import { keptDatabase } from '~/platform/upkeep/kept-database.server'
import { importData } from '~/platform/upkeep/import.server'
import { configuredPlace } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { fileStore } from '~/platform/storage.server'
import { EXIT, type CliCommand, type Exit, type Output, type Values } from '../dispatch'
import { JSON_OUT, textOf } from '../options'

export const MOVING_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'export',
    verb: null,
    summary: 'Writes everything as JSON lines and files, to be read without this product.',
    options: {
      to: { type: 'string', value: 'folder', help: 'A folder that does not exist yet.' },
      csv: { type: 'boolean', help: 'Each table as CSV as well.' },
      'with-secrets': {
        type: 'boolean',
        help: 'Hashes of passwords and links too, to move to another Gisement. Keep it like the database.',
      },
      json: JSON_OUT,
    },
    run: runExport,
  },
  {
    noun: 'import',
    verb: null,
    summary: 'Makes an empty data folder from an export, and brings it up to date.',
    options: {
      from: { type: 'string', value: 'folder', help: 'A folder that gisement export wrote.' },
      json: JSON_OUT,
    },
    run: runImport,
  },
]

async function runExport(values: Values, output: Output): Promise<Exit> {
  const to = textOf(values.to)
  if (to === null) return missing('--to', output)
  const withSecrets = values['with-secrets'] === true
  const { tables, files } = await exportData({
    database: keptDatabase(configuredPlace(env())),
    ...{ dataDir: env().dataDir, store: fileStore(), to: path.resolve(to), atMs: nowMs(), withSecrets },
    withCsv: values.csv === true,
  })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  if (values.json === true) {
    output.out(
      JSON.stringify({ ok: true, to: path.resolve(to), tables: tables.length, rows, files: files.length }),
    )
  } else {
    output.out(`${to}: ${rows} rows of ${tables.length} tables, ${files.length} files.`)
    output.out(withSecrets ? 'It holds hashes of passwords.' : 'It holds no password, session or link.')
  }
  return EXIT.done
}

async function runImport(values: Values, output: Output): Promise<Exit> {
  const from = textOf(values.from)
  if (from === null) return missing('--from', output)
  const { dataDir } = env()
  const report = await importData({
    ...{ from: path.resolve(from), place: configuredPlace(env()), dataDir, store: fileStore() },
  })
  if (values.json === true) output.out(JSON.stringify({ ok: true, dataDir, ...report }))
  else {
    output.out(`${dataDir}: ${report.rows} rows of ${report.tables} tables, ${report.files} files.`)
    if (!report.hasSecrets)
      output.out('It holds no passwords: people ask for a new one, or gisement user link makes a link.')
  }
  return EXIT.done
}

function missing(option: string, { err }: Output): Exit {
  err(`${option} is needed.`)
  return EXIT.usage
}
