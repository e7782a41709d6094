/**
 * How long does an inventory of 10,000 lines take from its file to the inventory, and who waits for it? On a fresh
 * database: reads a CSV text, checks it, writes it with drafts and takes it back, while another writer of the same
 * process writes small transactions without pause and notes how long each had to wait.
 * `npm run --silent bench:import [-- --lines 10000]`. Prints one JSON line last.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { undoImport } from '~/features/imports/commands/end-import.server'
import { launchImport } from '~/features/imports/commands/launch-import.server'
import { startImport } from '~/features/imports/commands/start-import.server'
import { writeImport } from '~/features/imports/commands/write-import.server'
import { findImport } from '~/features/imports/queries.server'
import { readImport } from '~/features/imports/read-import.server'
import { noteChange } from '~/platform/changes.server'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { createActor } from '~tests/support/actors'
import { makeSite } from '~db/seed/factories/site'
import { insertRows } from '~db/seed/factories/rows'

const PRODUCTS = [
  'Cloison amovible vitrée;m²;35;80 %',
  'Bloc-porte coupe-feu;u;60;oui',
  'Dalle moquette 50×50;m²;4,6;60 %',
  'Radiateur fonte;u;58;oui',
  'Faux plafond 600×600;m²;2,4;non',
  'Garde-corps métallique;ml;17;oui',
  'Gaine galvanisée;ml;6;non',
].map((line) => line.split(';'))

const PAUSE_MS = 2

const { values } = parseArgs({ options: { lines: { type: 'string', default: '10000' } } })
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-bench-import-'))
setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' }))
const database = openDatabase(path.join(dir, 'gisement.sqlite'))
try {
  migrateDatabase(database)
  await loadReferenceCommunes()
  console.log(JSON.stringify(await measure(Number(values.lines))))
} finally {
  database.close()
  fs.rmSync(dir, { recursive: true, force: true })
}

async function measure(lines: number) {
  const actor = await createActor('giver')
  const site = makeSite({ organisationId: actor.organisationId, communeCode: '93048' })
  await withTx((tx) => insertRows(tx, { sites: [site] }))
  const id = newId()
  const bytes = new TextEncoder().encode(sheetOf(lines))
  const writer = startWriter()
  const readS = await timed('reading', () =>
    startImport({ actor, siteId: site.id, id, file: { bytes, name: 'pemd.csv' } }),
  )
  const view = (await findImport(actor.organisationId, id))!
  const checkS = await timed('checking', () => readImport(view))
  const choices = { kind: 'pemd', surveyedOn: isoDayOf(nowMs()), surveyor: '', skipsKnown: false } as const
  const { revision } = view
  await launchImport({ actor, importId: id, revision, choices, withDrafts: true, again: false })
  const writeS = await timed('writing', () => writeImport({ importId: id, revision: revision + 1 }))
  const undoS = await timed('undoing', () => undoImport({ actor, importId: id }))
  const waits = await writer.stop()
  const state = await findImport(actor.organisationId, id)
  return {
    ...{
      lines,
      fileKb: Math.round(bytes.length / 1024),
      readS,
      checkS,
      writeS,
      undoS,
      endsAs: state?.status,
    },
    totalS: Math.round((readS + checkS + writeS) * 100) / 100,
    otherWrites: Object.fromEntries(
      [...waits].map(([phase, ms]) => [
        phase,
        { count: ms.length, longestMs: Math.round(Math.max(0, ...ms)) },
      ]),
    ),
  }

  async function timed(phase: string, work: () => Promise<unknown>): Promise<number> {
    writer.phase = phase
    const begun = performance.now()
    await work()
    const took = performance.now() - begun
    // What was held up to the end of the work is noted before the next begins.
    await wait(3 * PAUSE_MS)
    writer.phase = 'between'
    return Math.round(took / 10) / 100
  }
}

/** Each line is another product at another place, as large surveys are. */
function sheetOf(lines: number): string {
  const rows = Array.from({ length: lines }, (_, at) => {
    const [product, unit, kg, reusable] = PRODUCTS[at % PRODUCTS.length]!
    const quantity = 1 + (at % 40)
    const mass = quantity * Number(kg!.replace(',', '.'))
    return `${product};${quantity};${unit};${String(mass).replace('.', ',')};${reusable};Bon;R+${at % 9}, local ${at}`
  })
  return ['Produit;Quantité;Unité;Masse (kg);Réemployable;État;Localisation', ...rows].join('\n')
}

/**
 * Writes small transactions one after the other, as other people do, and notes by phase how long each took from the
 * moment it was due: a process that is held up is waited for like a lock.
 */
function startWriter() {
  const waits = new Map<string, number[]>()
  let isStopped = false
  const writer = { phase: 'between', stop }
  const running = run()
  return writer

  async function run() {
    while (!isStopped) {
      const due = performance.now() + PAUSE_MS
      await wait(PAUSE_MS)
      await withTx((tx) => noteChange(tx, 'setting', 'bench'))
      const { phase } = writer
      waits.set(phase, [...(waits.get(phase) ?? []), performance.now() - due])
    }
  }
  async function stop() {
    isStopped = true
    await running
    return waits
  }
}
