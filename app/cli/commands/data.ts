import path from 'node:path'
import { nowMs } from '~/core/clock'
import { backUp, listBackups, readManifest } from '~/platform/upkeep/backup.server'
import { keptDatabase } from '~/platform/upkeep/kept-database.server'
import { checkBackup, restore } from '~/platform/upkeep/restore.server'
import { configuredPlace } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { fileStore } from '~/platform/storage.server'
import { EXIT, type CliCommand, type Exit, type Output, type Values } from '../dispatch'
import { BACKUPS, FROM, JSON_OUT, textOf } from '../options'
import { ROW_FILES } from '../stored-files'

export const DATA_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'backup',
    verb: null,
    summary: 'Backs up the database and every stored file while the server runs.',
    options: {
      to: BACKUPS,
      keep: { type: 'string', value: 'count', help: 'Remove older backups beyond this many.' },
      json: JSON_OUT,
    },
    run: runBackup,
  },
  {
    noun: 'backup',
    verb: 'list',
    summary: 'Lists the backups of a folder, the oldest first.',
    options: { to: BACKUPS, json: JSON_OUT },
    run: runList,
  },
  {
    noun: 'backup',
    verb: 'verify',
    summary: 'Checks a backup whole: every hash, the database, the files that its rows name.',
    options: { from: FROM, json: JSON_OUT },
    run: runVerify,
  },
  {
    noun: 'restore',
    verb: null,
    summary: 'Checks a backup, then puts it in place of the data folder. Stop the server first.',
    options: {
      from: FROM,
      force: { type: 'boolean', help: 'Restore over data that is there; it is kept aside.' },
      json: JSON_OUT,
    },
    run: runRestore,
  },
]

async function runBackup(values: Values, output: Output): Promise<Exit> {
  const to = textOf(values.to)
  const keep = values.keep === undefined ? null : Number(values.keep)
  if (to === null) return missing('--to', output)
  if (keep !== null && !(Number.isInteger(keep) && keep >= 1)) {
    output.err('--keep takes a whole number of backups, 1 or more.')
    return EXIT.usage
  }
  const { dataDir } = env()
  const report = await backUp({
    ...{ database: keptDatabase(configuredPlace(env())), dataDir, store: fileStore(), sources: ROW_FILES },
    ...{ to: path.resolve(to), atMs: nowMs(), keep },
  })
  const isWhole = report.missing.length === 0
  if (values.json === true) output.out(JSON.stringify({ ok: isWhole, ...report }))
  else {
    output.out(`${report.folder}: the database and ${report.files} files, ${report.bytes} bytes.`)
    if (report.linked > 0) output.out(`${report.linked} of them are shared with the backup before.`)
    for (const name of report.removed) output.out(`Removed ${name}.`)
    for (const file of report.missing) output.out(`Not there, though a row names it: ${file}`)
  }
  return isWhole ? EXIT.done : EXIT.wrong
}

async function runList(values: Values, output: Output): Promise<Exit> {
  const to = textOf(values.to)
  if (to === null) return missing('--to', output)
  const backups = []
  for (const name of await listBackups(path.resolve(to))) {
    const folder = path.join(path.resolve(to), name)
    const manifest = await readManifest(folder).catch(() => null)
    const files = manifest ? [manifest.database, ...manifest.files] : []
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    backups.push({ folder, createdAt: manifest?.createdAt ?? null, files: files.length, bytes })
  }
  if (values.json === true) output.out(JSON.stringify(backups))
  else if (backups.length === 0) output.out(`There is no backup in ${to}.`)
  else {
    for (const { folder, createdAt, files, bytes } of backups) {
      output.out(
        createdAt ? `${folder}  ${files} files, ${bytes} bytes` : `${folder}  its manifest cannot be read`,
      )
    }
  }
  return backups.every(({ createdAt }) => createdAt !== null) ? EXIT.done : EXIT.wrong
}

async function runVerify(values: Values, output: Output): Promise<Exit> {
  const from = textOf(values.from)
  if (from === null) return missing('--from', output)
  const { manifest, faults } = await checkBackup(path.resolve(from), ROW_FILES)
  const isWhole = faults.length === 0
  if (values.json === true) {
    const { createdAt, database, files } = manifest
    output.out(
      JSON.stringify({
        ok: isWhole,
        createdAt,
        lastMigration: database.lastMigration,
        files: files.length,
        faults,
      }),
    )
  } else {
    for (const fault of faults) output.out(fault)
    output.out(
      isWhole
        ? `The backup of ${manifest.createdAt} is whole: the database and ${manifest.files.length} files.`
        : `The backup of ${manifest.createdAt} is not whole: ${faults.length} faults.`,
    )
  }
  return isWhole ? EXIT.done : EXIT.wrong
}

async function runRestore(values: Values, output: Output): Promise<Exit> {
  const from = textOf(values.from)
  if (from === null) return missing('--from', output)
  const { dataDir } = env()
  const { manifest, aside, asideSchema } = await restore({
    place: configuredPlace(env()),
    ...{ from: path.resolve(from), dataDir, store: fileStore(), sources: ROW_FILES, atMs: nowMs() },
    force: values.force === true,
  })
  if (values.json === true) {
    output.out(
      JSON.stringify({
        ok: true,
        dataDir,
        createdAt: manifest.createdAt,
        files: manifest.files.length,
        aside,
        asideSchema,
      }),
    )
  } else {
    output.out(
      `${dataDir} holds the backup of ${manifest.createdAt}: the database and ${manifest.files.length} files.`,
    )
    if (asideSchema)
      output.out(`The rows that were there are in the schema ${asideSchema}. Drop it once all is well.`)
    if (aside) output.out(`What was there is in ${aside}. Remove it once all is well.`)
    output.out('Start the server; it brings an older database up to date.')
  }
  return EXIT.done
}

function missing(option: string, { err }: Output): Exit {
  err(`${option} is needed.`)
  return EXIT.usage
}
