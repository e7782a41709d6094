import path from 'node:path'
import { nowMs } from '~/core/clock'
import { verifyLedger } from '~/features/accounting/verify-ledger.server'
import { checkData, finding, oldOrphans, type Finding } from '~/platform/upkeep/check.server'
import { keptDatabase } from '~/platform/upkeep/kept-database.server'
import { refuseHalfRestored } from '~/platform/upkeep/restore.server'
import { schemaStateIn, upgradeDatabase } from '~/platform/upkeep/upgrade.server'
import { configuredPlace, openConfigured } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { countDeadJobs } from '~/platform/jobs.server'
import { fileStore } from '~/platform/storage.server'
import { EXIT, type CliCommand, type Exit, type Output, type Values } from '../dispatch'
import { JSON_OUT, textOf } from '../options'
import { ROW_FILES } from '../stored-files'
import { withDatabase } from '../with-database.server'

export const STATE_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'check',
    verb: null,
    summary:
      'Checks database, stored files, ledger, unsent messages and disk. Changes nothing unless told to.',
    options: {
      against: {
        type: 'string',
        value: 'backup',
        help: 'Hold every stored file against the hashes of this backup.',
      },
      'remove-orphans': { type: 'boolean', help: 'Remove files older than a day that no row names.' },
      json: JSON_OUT,
    },
    run: (values, output) => withDatabase({}, output, () => runCheck(values, output)),
  },
  {
    noun: 'migrate',
    verb: null,
    summary: 'Brings the database up to date, after copying it. The server does the same when it starts.',
    options: { 'dry-run': { type: 'boolean', help: 'Say what would be applied.' }, json: JSON_OUT },
    run: runMigrate,
  },
]

async function runCheck(values: Values, output: Output): Promise<Exit> {
  const { dataDir } = env()
  const database = keptDatabase(configuredPlace(env()))
  const against = textOf(values.against)
  const store = fileStore()
  const order = {
    database,
    dataDir,
    store,
    sources: ROW_FILES,
    atMs: nowMs(),
    against: against && path.resolve(against),
  }
  const findings = [...(await checkData(order)), await ledgerFinding(), await jobsFinding()]
  const isSound = findings.every(({ level }) => level !== 'fault')
  if (values.json === true) output.out(JSON.stringify({ ok: isSound, findings }, null, 2))
  else {
    for (const { check, level, said, items } of findings) {
      output.out(`${level.padEnd(7)}  ${check}: ${said}`)
      for (const item of items) output.out(`         - ${item}`)
    }
  }
  if (values['remove-orphans'] === true && isSound) {
    const { named } = await database.look(ROW_FILES)
    const orphans = await oldOrphans(store, named, nowMs())
    for (const orphan of orphans) await store.remove(orphan)
    output.err(`${orphans.length} files removed that no row names.`)
  }
  return isSound ? EXIT.done : EXIT.wrong
}

async function ledgerFinding(): Promise<Finding> {
  const { rows, faults, unfounded, missing } = await verifyLedger()
  const isWhole = faults.length === 0 && unfounded.length === 0
  const items = [
    ...faults.map(({ kind }) => `${kind}: gisement ledger verify says more`),
    ...unfounded.map(({ seq }) => `row ${seq} is not what both sides signed`),
    ...(missing > 0 ? [`${missing} signed handovers are not entered yet`] : []),
  ]
  return finding(
    'ledger',
    isWhole ? (missing > 0 ? 'warning' : 'ok') : 'fault',
    `${rows} rows in the chain`,
    items,
  )
}

async function jobsFinding(): Promise<Finding> {
  const dead = await countDeadJobs()
  const said = `${dead} pieces of work failed for good; the administration can try them again`
  return finding('work', dead > 0 ? 'warning' : 'ok', said)
}

async function runMigrate(values: Values, output: Output): Promise<Exit> {
  await refuseHalfRestored(env().dataDir)
  const open = await openConfigured(env())
  try {
    if (values['dry-run'] === true) {
      const { kind, pending, last } = await schemaStateIn(open)
      if (values.json === true) output.out(JSON.stringify({ kind, last, pending }))
      else output.out(pending.length > 0 ? `To apply: ${pending.join(', ')}.` : `Nothing to apply: ${kind}.`)
      return kind === 'newer' || kind === 'broken' ? EXIT.wrong : EXIT.done
    }
    const { applied, copy } = await upgradeDatabase(open, nowMs())
    if (values.json === true) output.out(JSON.stringify({ ok: true, applied, copy }))
    else {
      output.out(applied.length > 0 ? `Applied: ${applied.join(', ')}.` : 'The database is up to date.')
      if (copy) output.out(`As it was before: ${copy}`)
    }
    return EXIT.done
  } finally {
    await open.close()
  }
}
