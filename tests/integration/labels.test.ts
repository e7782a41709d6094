import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { claimCode } from '~/features/labels/commands/claim-code.server'
import { labelLots } from '~/features/labels/commands/label-lots.server'
import { makeBlankLabels } from '~/features/labels/commands/make-blank-labels.server'
import { recordScan } from '~/features/labels/commands/record-scan.server'
import { DEFAULT_FORMAT } from '~/features/labels/model/sheet-format'
import { findLabel, listBatches, listLabelsOfLots } from '~/features/labels/queries.server'
import { deleteDraft } from '~/features/lots/commands/delete-draft.server'
import { saveDraft } from '~/features/lots/commands/save-draft.server'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as labelAction, loader as labelLoader } from '~/routes/label/route'
import { loader as labelsCsv } from '~/routes/labels-csv/route'
import { action as labelsAction, loader as labelsLoader } from '~/routes/labels/route'
import { action as newLotAction } from '~/routes/lot-new/route'
import { action as scanAction, loader as scanLoader } from '~/routes/scanner/route'
import { labelCodes, labelScans } from '~db/sqlite/labels'
import { accepts, granted, opensSite, publishes, requests, sendsPhoto } from '~tests/support/answers'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let other: Actor
let taker: Actor
let siteId = ''
let now = Date.parse(`${TODAY}T12:00:00Z`)

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  other = await makeActor('giver')
  taker = await makeActor('taker')
  siteId = await opensSite(giver)
})
afterAll(() => {
  setClock()
  open.remove()
})

type Opened = { status: number; kind?: string; to?: string }

async function opens(who: Actor | null, code: string): Promise<Opened> {
  const answer = await answerOf(labelLoader(argsOf(await requestAs(who, paths.label(code)), { code })))
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') ?? '' }
  const { data, init } = answer as { data: { kind: string }; init: { status?: number } | null }
  return { status: init?.status ?? 200, kind: data.kind }
}

async function blanks(count: number, owner = giver): Promise<string[]> {
  const { batchId } = granted(await makeBlankLabels({ actor: owner, batchId: newId(), count }))
  const rows = await open.read.select().from(labelCodes)
  return rows.filter((row) => row.batchId === batchId).map(({ code }) => code)
}

/** A lot of `units` doors, each with a label; the codes by piece. */
async function labelled(units: number, owner = giver): Promise<{ lotId: string; codes: string[] }> {
  const lotId = await publishes(owner, siteId, { quantity: String(units) })
  granted(await labelLots({ actor: owner, lots: [{ lotId, pieces: units }] }))
  const labels = (await listLabelsOfLots([lotId])).get(lotId) ?? []
  return { lotId, codes: [...labels].sort((a, b) => a.item! - b.item!).map(({ code }) => code) }
}

describe('what a label opens', () => {
  it('leads its owner to the next act, the taker to the reservation, everyone else to the lot', async () => {
    const { lotId, codes } = await labelled(2)
    const [code] = codes as [string, string]
    expect(await opens(giver, code)).toEqual({ status: 200, kind: 'acts' })
    for (const who of [null, other, taker])
      expect(await opens(who, code)).toEqual({ status: 302, to: paths.lot(lotId) })
    const reservationId = await requests(taker, lotId, 1)
    expect(await opens(taker, code)).toEqual({ status: 302, to: paths.lot(lotId) })
    await accepts(giver, reservationId)
    expect(await opens(taker, code)).toEqual({ status: 302, to: paths.reservation(reservationId) })
  })

  it('says the same to strangers of a blank label, of a draft’s and of a lot that they may not see', async () => {
    const hidden = await publishes(giver, siteId, { visibility: 'staged', publicFrom: addDays(TODAY, 10) })
    granted(await labelLots({ actor: giver, lots: [{ lotId: hidden, pieces: null }] }))
    const ofHidden = (await listLabelsOfLots([hidden])).get(hidden)![0]!.code
    const [blank, ofDraft] = (await blanks(2)) as [string, string]
    const draftId = newId()
    granted(await saveDraft({ actor: giver, draftId, answers: { title: 'Portes' }, takenAtMs: now }))
    granted(await claimCode({ actor: giver, code: ofDraft, lotId: draftId }))
    for (const who of [null, other, taker]) {
      for (const code of [ofHidden, blank, ofDraft])
        expect(await opens(who, code)).toEqual({ status: 200, kind: 'closed' })
    }
    expect(await opens(giver, ofHidden)).toMatchObject({ kind: 'acts' })
    expect(await opens(giver, blank)).toMatchObject({ kind: 'blank' })
    expect(await opens(giver, ofDraft)).toMatchObject({ kind: 'draft' })
  })

  it('tells a mistyped code from an unknown one, both as not found', async () => {
    const [code] = (await blanks(1)) as [string]
    const swapped = code[0] === '0' ? `1${code.slice(1)}` : `0${code.slice(1)}`
    expect(await opens(giver, swapped)).toEqual({ status: 404, kind: 'mistyped' })
    expect(await opens(null, 'bonjour')).toEqual({ status: 404, kind: 'mistyped' })
    expect(await opens(null, '00000000')).toEqual({ status: 404, kind: 'unknown' })
    expect(await opens(giver, code.toLowerCase())).toMatchObject({ kind: 'blank' })
  })
})

describe('a blank label', () => {
  it('is claimed by one of two who want it at once, and the other is told whose it is', async () => {
    const [code] = (await blanks(1)) as [string]
    const lots = [await publishes(giver, siteId), await publishes(giver, siteId)]
    const both = await Promise.all(lots.map((lotId) => claimCode({ actor: giver, code, lotId })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = both.find(({ ok }) => !ok)
    const held = await findLabel(code)
    expect(lost).toMatchObject({
      error: { code: 'label-taken', params: { name: (await findLot(held!.lotId!))!.reference } },
    })
    granted(await claimCode({ actor: giver, code, lotId: held!.lotId! }))
  })

  it('is no other organisation’s to claim, nor to put on another’s lot', async () => {
    const [code] = (await blanks(1)) as [string]
    const own = await publishes(giver, siteId)
    expect(await claimCode({ actor: other, code, lotId: own })).toMatchObject({
      error: { code: 'label-unknown' },
    })
    const theirs = await publishes(other, await opensSite(other))
    expect(await claimCode({ actor: giver, code, lotId: theirs })).toMatchObject({
      error: { code: 'not-found' },
    })
    const request = await requestAs(other, paths.label(code), { intent: 'claim', lotId: theirs })
    expect(await answerOf(labelAction(argsOf(request, { code })))).toMatchObject({ init: { status: 404 } })
    expect((await findLabel(code))?.lotId).toBeNull()
  })

  it('follows its draft to the lot, and is free again once the draft is thrown away', async () => {
    const [code] = (await blanks(1)) as [string]
    const gone = newId()
    granted(await saveDraft({ actor: giver, draftId: gone, answers: {}, takenAtMs: now }))
    granted(await claimCode({ actor: giver, code, lotId: gone }))
    granted(await deleteDraft({ actor: giver, draftId: gone }))
    const kept = newId()
    granted(await saveDraft({ actor: giver, draftId: kept, answers: {}, takenAtMs: now }))
    granted(await claimCode({ actor: giver, code, lotId: kept }))
    expect(await opens(giver, code)).toMatchObject({ kind: 'draft' })
    await publishes(giver, siteId, { id: kept })
    expect(await opens(giver, code)).toMatchObject({ kind: 'acts' })
    expect(await opens(null, code)).toEqual({ status: 302, to: paths.lot(kept) })
  })

  it('is bound by the form that it began, when the lot is published', async () => {
    const [code] = (await blanks(1)) as [string]
    const id = newId()
    const request = await requestAs(giver, paths.newLotWithLabel(code), {
      ...{
        intent: 'publish',
        id,
        siteId,
        photoIds: await sendsPhoto(giver),
        material: 'door',
        quantity: '3',
      },
      ...{ unit: 'u', condition: '3', hazards: 'none', cedingRight: 'owner' },
      ...{ availableFrom: TODAY, availableUntil: addDays(TODAY, 9) },
    })
    expect(await answerOf(newLotAction(argsOf(request)))).toMatchObject({ status: 302 })
    expect((await findLabel(code))?.lotId).toBe(id)
  })

  it('is printed in batches once however often the form is sent, each counted with what is claimed of it', async () => {
    const owner = await makeActor('giver')
    const batchId = newId()
    const print = async (count: string) =>
      answerOf(
        labelsAction(
          argsOf(await requestAs(owner, '/etiquettes', { batchId, count, format: DEFAULT_FORMAT })),
        ),
      )
    for (const times of [1, 2]) expect(await print('24'), `sent ${times}`).toMatchObject({ status: 302 })
    expect(await listBatches(owner.organisationId)).toMatchObject([{ id: batchId, count: 24, claimed: 0 }])
    const csv = (await answerOf(labelsCsv(argsOf(await requestAs(owner, '/etiquettes.csv'))))) as Response
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(2)
    expect(await print('100000')).toMatchObject({ init: { status: 400 } })
    for (const who of [taker, null]) {
      const reply = (await answerOf(labelsLoader(argsOf(await requestAs(who, '/etiquettes'))))) as Response
      expect(reply.status).toBe(who ? 403 : 302)
    }
  })
})

describe('scanning pieces', () => {
  const counts = (
    actor: Actor,
    code: string,
    scope: { lotId: string } | { reservationId: string },
    scanId = newId(),
  ) => recordScan({ actor, scanId, code, act: 'counted', scope })

  it('counts a piece once, whoever scans it and however often, and names those that are missing', async () => {
    const { lotId, codes } = await labelled(3)
    const reservationId = await requests(taker, lotId, 3)
    await accepts(giver, reservationId)
    const scope = { reservationId }
    const scanId = newId()
    expect(granted(await counts(giver, codes[0]!, scope, scanId))).toEqual({ isNew: true, item: 1 })
    expect(granted(await counts(giver, codes[0]!, scope, scanId))).toMatchObject({ isNew: false })
    expect(granted(await counts(taker, codes[0]!, scope))).toMatchObject({ isNew: false })
    granted(await counts(taker, codes[2]!, scope))
    const page = await scanLoader(
      argsOf(await requestAs(giver, paths.scanner(`?reservation=${reservationId}`))),
    )
    expect(page).toMatchObject({
      data: { count: { progress: { done: 2, total: 3, missing: [{ item: 2, code: codes[1] }] } } },
    })
  })

  it('begins a count of the whole lot anew each day', async () => {
    const { lotId, codes } = await labelled(2)
    granted(await counts(giver, codes[0]!, { lotId }))
    expect(granted(await counts(giver, codes[0]!, { lotId }))).toMatchObject({ isNew: false })
    now += 86_400_000
    expect(granted(await counts(giver, codes[0]!, { lotId }))).toMatchObject({ isNew: true })
    now -= 86_400_000
  })

  it('refuses labels of other lots, of the lot as a whole, strangers, and what is not to be handed over', async () => {
    const { lotId, codes } = await labelled(2)
    const stray = (await labelled(1)).codes[0]!
    expect(await counts(giver, stray, { lotId })).toMatchObject({ error: { code: 'label-elsewhere' } })
    expect(await counts(giver, '00000000', { lotId })).toMatchObject({ error: { code: 'label-unknown' } })
    granted(await labelLots({ actor: giver, lots: [{ lotId, pieces: null }] }))
    const labels = (await listLabelsOfLots([lotId])).get(lotId) ?? []
    const whole = labels.find(({ item }) => item === null)!
    expect(await counts(giver, whole.code, { lotId })).toMatchObject({ error: { code: 'label-whole' } })
    for (const who of [other, taker])
      expect(await counts(who, codes[0]!, { lotId })).toMatchObject({ error: { code: 'not-found' } })
    const reservationId = await requests(taker, lotId, 1)
    expect(await counts(giver, codes[0]!, { reservationId })).toMatchObject({ error: { code: 'not-open' } })
    expect(await counts(other, codes[0]!, { reservationId })).toMatchObject({ error: { code: 'not-found' } })
    expect((await open.read.select().from(labelScans)).some(({ code }) => codes.includes(code))).toBe(false)
  })

  it('comes back by the page with its sentence, in a post as in a scan by script', async () => {
    const { lotId, codes } = await labelled(2)
    const path = paths.scanner(`?lot=${lotId}`)
    const scan = async (code: string) =>
      answerOf(scanAction(argsOf(await requestAs(giver, path, { scanId: newId(), code }))))
    const good = await scan(`http://localhost${paths.label(codes[0]!)}`)
    expect(JSON.stringify(good)).not.toContain('error":{"')
    expect(await scan('pas un code')).toMatchObject({ init: { status: 400 } })
  })
})
