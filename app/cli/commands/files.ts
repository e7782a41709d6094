import fs from 'node:fs'
import { diskStore } from '~/platform/disk-store.server'
import { configuredPlace } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { s3Store } from '~/platform/s3-store.server'
import { copyFiles, type CopyReport } from '~/platform/upkeep/copy-files.server'
import { keptDatabase } from '~/platform/upkeep/kept-database.server'
import { EXIT, type CliCommand, type Exit, type Output, type Values } from '../dispatch'
import { JSON_OUT, textOf } from '../options'
import { ROW_FILES } from '../stored-files'
import { withDatabase } from '../with-database.server'

export const FILES_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'files',
    verb: 'copy',
    summary: 'Copies photos and documents between the data folder and the bucket of STORAGE_URL.',
    options: {
      from: { type: 'string', value: 'disk|s3', help: 'Where they are.' },
      to: { type: 'string', value: 's3|disk', help: 'Where they go; what is there already is left.' },
      'dry-run': { type: 'boolean', help: 'Say what would be copied.' },
      json: JSON_OUT,
    },
    run: (values, output) => withDatabase({}, output, () => runCopy(values, output)),
  },
]

/** Copies files between the two stores; `database` is the one whose rows name them, where it is not that of `DATA_DIR`. */
export async function runCopy(values: Values, output: Output): Promise<Exit> {
  const { from, to, database } = values
  if (!((from === 'disk' && to === 's3') || (from === 's3' && to === 'disk'))) {
    output.err('Say --from disk --to s3, or --from s3 --to disk.')
    return EXIT.usage
  }
  const { storage, dataDir } = env()
  if (storage === null) {
    output.err('STORAGE_URL names no bucket. Set it, with its key, for this command.')
    return EXIT.wrong
  }
  const isDry = values['dry-run'] === true
  const stores = { disk: diskStore(dataDir), s3: s3Store(storage) }
  const file = textOf(database)
  const place = file === null ? configuredPlace(env()) : { file }
  // Before a database is copied here, there is none whose rows name files.
  const isLater = isDry && 'file' in place && !fs.existsSync(place.file)
  const named = isLater ? [] : (await keptDatabase(place).look(ROW_FILES)).named
  const report = await copyFiles({ from: stores[from], to: stores[to], named, isDry })
  const isWhole = report.damaged.length === 0 && report.missing.length === 0
  if (values.json === true) output.out(JSON.stringify({ ok: isWhole, isDry, ...report }))
  else tell(report, { isDry, name: stores[to].name }, output)
  return isWhole ? EXIT.done : EXIT.wrong
}

function tell(report: CopyReport, { isDry, name }: { isDry: boolean; name: string }, { out }: Output): void {
  const { copied, bytes, already, damaged, missing } = report
  out(
    `${name}: ${copied} files ${isDry ? 'to copy' : 'copied'}, ${bytes} bytes; ${already} were there already.`,
  )
  for (const file of damaged) out(`Not copied, it is not what was stored: ${file}`)
  for (const file of missing) out(`Nowhere, though a row names it: ${file}`)
  if (!isDry)
    out('Nothing was removed. Run it again with the server stopped, then start the server on the other.')
}
