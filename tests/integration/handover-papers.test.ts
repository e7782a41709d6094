import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { handoverPaperPdf } from '~/features/documents/handover-paper.server'
import { drawPapers, readPaper } from '~/features/documents/paper-file.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addHandoverFile } from '~/features/reservations/commands/add-handover-file.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { recordHandoverCheck } from '~/features/reservations/commands/record-handover-check.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import type { PaperFacts } from '~/features/reservations/model/paper-facts'
import { drawingOf } from '~/features/reservations/model/signature'
import { findHandover, findReservationView, listTimeline } from '~/features/reservations/queries.server'
import { factsOf, findPaper, listPapersOf } from '~/features/reservations/queries/papers.server'
import { comparePaper, verifyPaper } from '~/features/reservations/verify-paper.server'
import { withTx } from '~/platform/transaction.server'
import { insertRows } from '~db/seed/factories/rows'
import { makeLabel } from '~db/seed/factories/label'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { dropTrigger } from '~tests/support/past-the-product'
import { readPdf } from '~tests/support/read-pdf'

const NOON = Date.parse(`${TODAY}T12:00:00Z`)
const DRAWING = drawingOf([
  Array.from({ length: 20 }, (_, index) => ({ x: index * 10, y: (index % 5) * 20 })),
])
let now = NOON
let open: TestDatabase
let giver: Actor
let taker: Actor
let stranger: Actor
let lotId: string
let reservationId: string

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  now = NOON
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  stranger = await makeActor('taker')
  lotId = await makeLot(giver, await makeSite(giver), 100)
  reservationId = newId()
  const order = { actor: taker, lotId, id: reservationId, quantity: 40_000, message: '' }
  expect(await requestReservation(order)).toMatchObject({ ok: true })
  await decideReservation({ actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' })
})

const picture = (colour: string) =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

async function sendSlip(actor: Actor, fileId = newId(), colour = '#eeeeee') {
  const bytes = await picture(colour)
  return addHandoverFile({ actor, fileId, reservationId, kind: 'weighing-slip', bytes, name: 'bon.jpg' })
}

const check = (actor: Actor, change: Partial<Parameters<typeof recordHandoverCheck>[0]> = {}) =>
  recordHandoverCheck({
    ...{ actor, id: newId(), reservationId, countedMilli: 40_000, difference: '' },
    ...change,
  })

const both = {
  massG: 78_500,
  signedName: 'Karim Benali',
  drawing: DRAWING,
  other: { signedName: 'Claire Morel', drawing: null },
}
const sorting = {
  legalStatus: 'reuse' as const,
  ...{ operator: 'Curage Modèle', sortedOn: TODAY, evidence: 'Contrôle à la dépose' },
}

const tampered = (sql: string) => () => open.writer.exec(sql)

describe('what is checked on site', () => {
  it('keeps the slip of a weighing once, for its own side', async () => {
    const fileId = newId()
    expect(await sendSlip(giver, fileId)).toEqual({ ok: true, value: { fileId } })
    expect(await sendSlip(giver, fileId)).toEqual({ ok: true, value: { fileId } })
    expect(await sendSlip(giver, fileId, '#111111')).toMatchObject({ error: { code: 'conflict' } })
    expect(await sendSlip(taker, fileId)).toMatchObject({ error: { code: 'conflict' } })
    expect(await sendSlip(stranger)).toMatchObject({ error: { code: 'not-found' } })
    const weighing = { massG: 78_500, slipNumber: 'P-77', slipFileId: fileId }
    expect(await check(taker, { weighing })).toMatchObject({
      error: { code: 'slip-required', field: 'slip' },
    })
    expect(await check(giver, { weighing: { ...weighing, slipFileId: null } })).toMatchObject({ ok: false })
    expect(await check(giver, { weighing })).toMatchObject({ ok: true })
  })

  it('asks for a reason and words of a difference, and for codes that are on the lot', async () => {
    const less = { countedMilli: 38_000 }
    expect(await check(giver, { ...less, difference: 'Deux cassées' })).toMatchObject({
      error: { code: 'difference-reason', field: 'reason' },
    })
    expect(await check(giver, { ...less, reason: 'broken' })).toMatchObject({
      error: { field: 'difference' },
    })
    const label = makeLabel({ organisationId: giver.organisationId, lotId, item: 1 })
    await withTx((tx) => insertRows(tx, { labels: [label] }))
    const explained = { ...less, reason: 'broken', difference: 'Deux cassées' } as const
    expect(await check(giver, { ...explained, items: ['ZZZZZZZZ'] })).toMatchObject({
      error: { code: 'label-unknown' },
    })
    expect(await check(giver, { ...explained, items: [label.code] })).toMatchObject({ ok: true })
  })
})

describe('signatures on one phone', () => {
  it('complete the handover, say on whose device, and sent again change nothing', async () => {
    const order = { actor: giver, reservationId, ...both, sorting }
    const first = await confirmHandover(order)
    expect(first).toMatchObject({ ok: true, value: { state: { kind: 'agreed' } } })
    expect(await confirmHandover(order)).toEqual(first)
    const { confirmations, handover } = await findHandover(reservationId)
    expect(confirmations.map(({ side, onSide, drawing }) => [side, onSide, drawing])).toEqual([
      ['giver', 'giver', DRAWING],
      ['taker', 'giver', null],
    ])
    expect(handover).toMatchObject({ sortedOn: TODAY, sortingEvidence: 'Contrôle à la dépose' })
    const told = (await listTimeline(reservationId)).find(({ kind }) => kind === 'signed-by-taker')
    expect(told?.signedElsewhere).toBe('Claire Morel')
    expect(await listPapersOf(reservationId)).toHaveLength(2)
  })

  it('never replace what the other side signed on its own account', async () => {
    await confirmHandover({ actor: taker, reservationId, massG: 80_000, signedName: 'Claire Morel' })
    const signed = await confirmHandover({ actor: giver, reservationId, ...both })
    expect(signed).toMatchObject({ ok: true, value: { state: { kind: 'differs' }, handoverId: null } })
    expect(await listPapersOf(reservationId)).toEqual([])
  })

  it('hear nothing of the sorting from the taker, nor a day to come', async () => {
    const waste = { ...sorting, legalStatus: 'waste-reuse' as const, operator: 'Quelqu’un' }
    const ahead = { ...sorting, sortedOn: '2030-01-01' }
    expect(await confirmHandover({ actor: giver, reservationId, ...both, sorting: ahead })).toMatchObject({
      error: { field: 'sortedOn' },
    })
    await confirmHandover({ actor: taker, reservationId, ...both, sorting: waste })
    const { handover } = await findHandover(reservationId)
    expect(handover).toMatchObject({ legalStatus: 'reuse', sortingOperator: giver.organisationName })
  })
})

async function signedPapers() {
  const fileId = newId()
  await sendSlip(giver, fileId)
  await check(giver, {
    ...{ countedMilli: 38_000, reason: 'broken', difference: 'Deux cassées au démontage' },
    weighing: { massG: 78_500, slipNumber: 'P-77', slipFileId: fileId },
  })
  const signed = await confirmHandover({ actor: giver, reservationId, ...both, sorting })
  if (!signed.ok || !signed.value.handoverId) throw new Error('not signed')
  const [receipt, transfer] = await listPapersOf(reservationId)
  return { handoverId: signed.value.handoverId, receipt: receipt!, transfer: transfer! }
}

describe('the documents of a handover', () => {
  it('state what was signed, tagged, under their own names', async () => {
    const { transfer, receipt } = await signedPapers()
    for (const [paper, name] of [
      [transfer, 'Bordereau de cession'],
      [receipt, 'Bon d’enlèvement'],
    ] as const) {
      const { bytes } = await readPaper(paper, 'fr')
      const read = await readPdf(bytes)
      expect(read).toMatchObject({
        lang: 'fr',
        isTagged: true,
        title: expect.stringContaining(name) as string,
      })
      const text = read.pages.map((page) => page.text).join('\n')
      const said = text.replace(/\s+/g, ' ')
      for (const fact of [
        giver.organisationName,
        taker.organisationName,
        'Karim Benali',
        'Claire Morel',
        'P-77',
        'Deux cassées au démontage',
        'pesée',
        'gratuit',
        'L.541-4-4',
        'Contrôle à la dépose',
        'sur l’appareil de l’autre partie',
        'Montreuil',
      ]) {
        expect(said).toContain(fact)
      }
      expect(said).toMatch(/78,5\skg/)
      expect(said.toLowerCase()).not.toContain('suivi de déchets')
      const roles = new Set(read.pages.flatMap((page) => page.roles))
      expect([...roles]).toEqual(
        expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'Figure', 'Link']),
      )
      expect(read.pages.flatMap(({ alts }) => alts)).toContainEqual(expect.stringContaining('Karim Benali'))
    }
  })

  it('are the same bytes ever after, whatever changes since, and whoever draws them first', async () => {
    const { handoverId, transfer } = await signedPapers()
    const [one, other] = await Promise.all([readPaper(transfer, 'fr'), readPaper(transfer, 'fr')])
    expect(other.sha256).toBe(one.sha256)
    open.writer.exec(`update organisations set name = 'Renommée' where id = '${giver.organisationId}'`)
    open.writer.exec(`update lots set title = 'Autre titre', unit_price_cents = 500 where id = '${lotId}'`)
    now += 86_400_000 * 400
    await drawPapers(handoverId)
    const again = await readPaper((await findPaper(transfer.number))!, 'fr')
    expect(again.sha256).toBe(one.sha256)
    expect(Buffer.from(again.bytes).equals(Buffer.from(one.bytes))).toBe(true)
    expect(createHash('sha256').update(again.bytes).digest('hex')).toBe(one.sha256)
    expect((await readPaper(transfer, 'en')).sha256).not.toBe(one.sha256)
  })

  it('are drawn from their facts alone: twice the same, byte for byte', async () => {
    const { receipt } = await signedPapers()
    const { factsSha256, issuedAtMs } = receipt
    const draw = async (change: Partial<PaperFacts> = {}) => {
      const paper = { ...receipt, facts: { ...factsOf(receipt), ...change }, url: 'https://x.example/v/1' }
      const stream = await handoverPaperPdf({ ...paper, factsSha256, issuedAtMs, locale: 'fr' })
      return Buffer.from(await new Response(stream).arrayBuffer())
    }
    const first = await draw()
    now += 86_400_000
    expect((await draw()).equals(first)).toBe(true)
    const { pages } = await readPdf(new Uint8Array(await draw({ priceCents: 5800 })))
    expect(pages.map(({ text }) => text).join(' ')).toMatch(/onéreux : 58\s€\sHT(?!\s*HT)/)
  })

  it('cannot be changed or removed in the database', async () => {
    const { transfer } = await signedPapers()
    await readPaper(transfer, 'fr')
    const of = `where number = '${transfer.number}'`
    expect(tampered(`update handover_papers set facts = '{}' ${of}`)).toThrow(/do not change/)
    expect(tampered(`delete from handover_paper_files ${of}`)).toThrow(/do not change/)
    expect(tampered(`delete from handover_papers ${of}`)).toThrow(/do not change/)
    expect(tampered(`update handover_paper_files set sha256 = 'x' ${of}`)).toThrow(/do not change/)
  })

  it('count what was counted to leave, and the reserved part where both sides differ', async () => {
    const { transfer } = await signedPapers()
    expect(factsOf(transfer)).toMatchObject({
      quantityMilli: 38_000,
      reservedMilli: 40_000,
      massBasis: 'weighed',
    })
    expect((await findReservationView(reservationId))?.quantityMilli).toBe(40_000)
  })
})

describe('the public check', () => {
  it('tells an authentic document without a name, and every number that is none', async () => {
    const { transfer } = await signedPapers()
    const verified = await verifyPaper(transfer.number.toLowerCase())
    expect(verified).toMatchObject({
      kind: 'known',
      isAuthentic: true,
      facts: { massG: 78_500, signedBy: 2 },
    })
    const shown = JSON.stringify(verified)
    for (const name of [giver.organisationName, taker.organisationName, 'Karim', 'Claire', 'P-77'])
      expect(shown).not.toContain(name)
    expect(await verifyPaper('pas un numéro')).toMatchObject({ kind: 'mistyped' })
    expect(await verifyPaper('000000000000')).toMatchObject({ kind: 'unknown' })
  })

  it('tells when what is kept is no longer what was signed', async () => {
    const { transfer } = await signedPapers()
    dropTrigger(open, 'handover_papers', 'handover_papers_no_update')
    open.writer.exec(
      `update handover_papers set facts = replace(facts, '78500', '98500') where number = '${transfer.number}'`,
    )
    expect(await verifyPaper(transfer.number)).toMatchObject({ kind: 'known', isAuthentic: false })
  })

  it('tells a file to the byte', async () => {
    const { transfer, receipt } = await signedPapers()
    const { sha256 } = await readPaper(transfer, 'fr')
    expect(await comparePaper(transfer.number, sha256.toUpperCase())).toEqual({
      kind: 'same',
      number: transfer.number,
    })
    expect(await comparePaper(receipt.number, sha256)).toMatchObject({
      kind: 'other',
      number: transfer.number,
    })
    expect(await comparePaper(transfer.number, '0'.repeat(64))).toEqual({ kind: 'different' })
  })
})
