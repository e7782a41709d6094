import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowMs, setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { verifyLedger } from '~/features/accounting/verify-ledger.server'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { writeToOperator } from '~/features/contact/commands/write-to-operator.server'
import { hashPassword } from '~/features/identity/passwords.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { eraseAccount } from '~/features/privacy/commands/erase-account.server'
import { NOTED_TABLES } from '~/features/privacy/model/inventory/inventory'
import { writeMessage } from '~/features/reservations/commands/write-message.server'
import { jobsFor } from '~/jobs/jobs-of-messages.server'
import { HANDLERS } from '~/jobs/registry.server'
import { env, setEnv } from '~/platform/env.server'
import { claimJob, completeJob, failJob, type ClaimedJob } from '~/platform/jobs.server'
import { dispatchOutbox } from '~/platform/outbox.server'
import { createActor } from '~tests/support/actors'
import { accepts, granted, opensSite, publishes, requests } from '~tests/support/answers'
import { isOnPostgres, layOpen, setupDatabase, type TestSetup } from '~tests/support/database'
import { TODAY } from '~tests/support/deal'
import { handsOver } from '~tests/support/ledger'
import { mailText, startMailServer, type MailServer } from '~tests/support/mail-server'
import { foundIn, plantTokens } from '~tests/support/plant'

const PASSWORD = 'un mot de passe de canari'
/** Typed, sent or left by the person through the product itself. */
const TYPED = {
  name: 'Zénobie Canarizq',
  phone: '+33600990099',
  email: 'canarizq@personnes.example',
  organisation: 'Canarizq Curage',
  site: 'Cour Canarizq-Chantier',
  address: '7 impasse Canarizq',
  contact: 'Gardien Canarizq',
  description: 'Descriptionzq du lot, appelez Zénobie',
  message: 'Messagezq à l’autre partie',
  question: 'Questionzq à l’exploitant',
  exif: 'Exifzq',
  file: 'ficheCanarizq.pdf',
  inFile: 'Contenuzq du document',
}

let now = Date.parse(`${TODAY}T12:00:00Z`)
let setup: TestSetup
let mail: MailServer
let canary: Actor
let taker: Actor
let planted: Map<string, string>

beforeAll(async () => {
  setClock({ now: () => now })
  setup = await setupDatabase()
  mail = await startMailServer()
  setEnv({ ...env(), smtpUrl: mail.url })
  canary = await createCanary()
  taker = await createActor('taker')
  await lives()
  const { userId, email, organisationId } = canary
  planted = plantTokens(setup.database.file, { userId, email, organisationId }, 'plantezq')
}, 240_000)
afterAll(async () => {
  await mail.close()
  setup.cleanup()
  setClock()
})

async function createCanary(): Promise<Actor> {
  const actor = await createActor('giver', { name: TYPED.organisation, siret: '73282932000074' })
  setup.database.writer
    .prepare('update users set name = ?, email = ?, phone = ?, password_hash = ? where id = ?')
    .run(TYPED.name, TYPED.email, TYPED.phone, await hashPassword(PASSWORD), actor.userId)
  return { ...actor, name: TYPED.name, email: TYPED.email, organisationName: TYPED.organisation }
}

/** What a person does in the product: a site, a lot with its photo and document, a deal with messages, a question. */
async function lives(): Promise<void> {
  const answers = { name: TYPED.site, address: TYPED.address, contactName: TYPED.contact }
  const siteId = await opensSite(canary, answers)
  const lotId = await publishes(canary, siteId, { description: TYPED.description })
  const image = sharp({ create: { width: 64, height: 48, channels: 3, background: '#a05' } })
  const bytes = await image
    .withExif({ IFD0: { Make: TYPED.exif } })
    .jpeg()
    .toBuffer()
  granted(await addPhoto({ actor: canary, photoId: newId(), bytes, name: 'p.jpg' }))
  const pdf = Buffer.from(`%PDF-1.7\n%${TYPED.inFile}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)
  granted(
    await addAttachment({
      actor: canary,
      attachmentId: newId(),
      kind: 'technical-sheet',
      bytes: pdf,
      name: TYPED.file,
    }),
  )
  await signsAs('Signataire', lotId)
  const reservationId = await requests(taker, lotId, 2)
  await accepts(canary, reservationId)
  granted(
    await writeMessage({ actor: canary, reservationId, id: newId(), text: TYPED.message, photoIds: [] }),
  )
  granted(
    await writeToOperator({
      id: newId(),
      name: TYPED.name,
      email: TYPED.email,
      topic: 'data',
      text: TYPED.question,
      page: '',
      website: '',
      userId: canary.userId,
      clientIp: '192.0.2.7',
    }),
  )
  await works()
}

/** What both sides signed is kept by law with the names that were signed: these are others than those looked for. */
async function signsAs(name: string, lotId: string): Promise<void> {
  const rename = setup.database.writer.prepare('update organisations set name = ? where id = ?')
  rename.run(name, canary.organisationId)
  await handsOver({ giver: { ...canary, name }, taker }, lotId, 40_000, 2)
  rename.run(TYPED.organisation, canary.organisationId)
  expect(setup.database.writer.prepare('select facts from handover_papers').pluck().get()).toContain(name)
}

/** Does every job there is, as the worker does. */
async function works(): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const dispatched = await dispatchOutbox(jobsFor)
    let done = 0
    for (let job = await next(); job; job = await next(), done++) {
      await runs(job)
    }
    if (dispatched + done === 0) return
  }
}

/** Does one job; one that must wait for others is put back, and comes again. */
async function runs(job: ClaimedJob): Promise<void> {
  try {
    await HANDLERS[job.kind]!(job.payload, job.urgency)
    await completeJob('test', job)
  } catch (error) {
    if (job.kind !== 'end-erasure') throw error
    await failJob('test', job, String(error))
    now += 5000
  }
}

function next() {
  // The model's opinion of a photo needs a model; it holds nothing that a person typed.
  return claimJob(
    'test',
    Object.keys(HANDLERS).filter((kind) => !/^(re)?classify-photo$/.test(kind)),
  )
}

/** Where a name may stay: what both sides signed, and why a decision was taken. */
const KEPT = ['words kept', 'signature kept', 'file kept', 'identity kept', 'activity kept']

describe('a person who erases their account', () => {
  it('was everywhere before', () => {
    layOpen(setup)
    const typed = Object.values(TYPED).filter((text) => text !== TYPED.exif)
    const found = foundIn(setup.dir, [...typed, ...planted.keys()])
    for (const text of [...typed, ...planted.keys()]) {
      expect(
        found.some((line) => line.startsWith(`${text} in`)),
        planted.get(text) ?? text,
      ).toBe(true)
    }
    expect(planted.size).toBeGreaterThan(70)
  })

  it('ASVS 14.2.4, 14.2.7: is nowhere afterwards: not in the database, its log, the files', async () => {
    granted(await eraseAccount({ actor: canary, provenAtMs: nowMs(), heirs: {} }))
    await works()
    if (isOnPostgres) layOpen(setup)
    expect(foundIn(setup.dir, [...Object.values(TYPED), ...planted.keys()])).toEqual([])
  })

  it('is told so once, by an e-mail whose address is forgotten', () => {
    const farewells = mail.received.filter(({ raw }) => mailText(raw).includes('ce message est le dernier'))
    expect(farewells.map(({ to }) => to)).toEqual([[TYPED.email]])
  })

  it('leaves the ledger whole, and the other side its history', async () => {
    const report = await verifyLedger()
    expect(report).toMatchObject({ faults: [], unfounded: [], missing: 0 })
    const { writer } = setup.database
    const held = writer.prepare('select status, giver_organisation_id as giver from reservations').all()
    expect(held).toContainEqual({ status: 'collected', giver: canary.organisationId })
    expect(held).toContainEqual({ status: 'cancelled', giver: canary.organisationId })
    const left = writer.prepare('select name, email, phone from users where id = ?').get(canary.userId)
    expect(left).toEqual({
      name: 'Compte supprimé',
      email: `supprime+${canary.userId}@compte.invalid`,
      phone: null,
    })
  })

  it('cannot be found by its foreign keys: none points to nowhere', () => {
    const broken = setup.database.writer.pragma('foreign_key_check') as { table: string; parent: string }[]
    // Planted rows name lots, reservations and communes that never were; what the product wrote must hold.
    const lost = broken.filter(({ parent }) => ['users', 'organisations'].includes(parent))
    expect(lost.filter(({ table }) => table === 'memberships')).toEqual([])
  })
})

it('keeps in the inventory no more than what it says why', () => {
  const kept = NOTED_TABLES.flatMap(({ table, columns }) =>
    columns
      .filter(({ category, fate }) => KEPT.includes(`${category} ${fate}`))
      .map(({ column, category }) => `${table}.${column} (${category})`),
  )
  expect(kept).toMatchInlineSnapshot(`
    [
      "users.locale (identity)",
      "users.created_at_ms (activity)",
      "users.suspended_at_ms (activity)",
      "audit_rows.details (activity)",
      "reservations.decision_reason (words)",
      "match_weights.reason (words)",
      "label_scans.at_ms (activity)",
      "public_rules.reason (words)",
      "attribution_decisions.reason (words)",
      "handover_confirmations.signed_name (signature)",
      "handover_confirmations.drawing (signature)",
      "handover_confirmations.sorting (signature)",
      "handover_confirmations.at_ms (activity)",
      "handovers.sorting_operator (signature)",
      "handovers.sorting_evidence (signature)",
      "handover_checks.counted_at_ms (activity)",
      "handover_files.storage_key (file)",
      "handover_papers.facts (signature)",
      "handover_paper_files.storage_key (file)",
      "ledger_corrections.answer (words)",
      "factor_versions.reason (words)",
      "story_consents.is_named (activity)",
      "programme_dossiers.elected (identity)",
      "programme_dossiers.decision_reason (words)",
      "programme_criteria.reason (words)",
      "programme_seats.role (identity)",
      "programme_seats.attended (activity)",
      "vocabulary_versions.reason (words)",
      "moderation_decisions.statement (words)",
      "moderation_decisions.appeal_answer (words)",
    ]
  `)
})
