import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { searchLots } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { importVocabulary } from '~/features/vocabulary/commands/set-vocabulary.server'
import { SHIPPED_VOCABULARY } from '~/features/vocabulary/model/shipped-entries'
import { listVocabularyVersions, vocabularyInForce } from '~/features/vocabulary/queries/versions.server'
import { readVocabularyFile } from '~/features/vocabulary/read-vocabulary-file.server'
import { withTx } from '~/platform/transaction.server'
import { action, loader } from '~/routes/admin-vocabulary/route'
import type { VocabularyReply } from '~/routes/admin-vocabulary/vocabulary-acts.server'
import { action as importAction, loader as importLoader } from '~/routes/admin-vocabulary-import/route'
import { action as changesCsv } from '~/routes/admin-vocabulary-import-csv/route'
import { loader as csv } from '~/routes/admin-vocabulary-csv/route'
import { loader as versionsCsv } from '~/routes/admin-vocabulary-versions-csv/route'
import { makeLot } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { events } from '~db/sqlite/platform'
import { createActors, type ActorKind } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const PAGE = '/administration/vocabulaire'
const NOW = Date.parse('2026-09-15T12:00:00Z')

let setup: TestSetup
let actors: Record<ActorKind, Actor>
beforeEach(async () => {
  setClock({ now: () => NOW })
  setup = await setupDatabase()
  actors = await createActors()
  const { organisationId } = actors.giver
  const site = makeSite({ organisationId, communeCode: '93048' })
  const lot = makeLot({
    organisationId,
    siteId: site.id,
    communeCode: '93048',
    title: 'Bidules à chaussette',
  })
  await withTx((tx) => insertRows(tx, { sites: [site], lots: [lot] }))
})
afterEach(() => {
  setup.cleanup()
  setClock()
})

type Answer = { status: number; to?: string | null; reply?: VocabularyReply }

async function post(who: Actor, form: Record<string, string>): Promise<Answer> {
  const answer = await answerOf(action(argsOf(await requestAs(who, PAGE, form))))
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as { data: VocabularyReply; init: { status?: number } | null }
  return { status: init?.status ?? 200, reply: data }
}

const ENTRY = {
  words: 'bidule, truc muche',
  broader: '',
  tried: '',
  reason: 'On dit ainsi',
  seen: 'v0',
  at: '',
}
const save = (more: Record<string, string> = {}) => post(actors.admin, { ...ENTRY, intent: 'save', ...more })
const found = async (text: string) => (await searchLots({ text }, { size: 5, number: 1 })).total

describe('the vocabulary', () => {
  it('exists for the team of the Métropole alone', async () => {
    for (const who of [actors.giver, actors.taker, actors.agent]) {
      for (const read of [loader, csv, versionsCsv, importLoader]) {
        expect(await answerOf(read(argsOf(await requestAs(who, PAGE))))).toMatchObject({ status: 404 })
      }
      expect(await post(who, { ...ENTRY, intent: 'save' })).toMatchObject({ status: 404 })
      const entries = [{ words: ['a', 'b'], broader: [] }]
      const put = await importVocabulary({ actor: who, seen: 'v0', reason: '', entries })
      expect(put).toMatchObject({ error: { code: 'forbidden' } })
    }
    expect(await vocabularyInForce()).toBe(SHIPPED_VOCABULARY)
  })

  it('is tried on a real search without being kept', async () => {
    const answer = await post(actors.admin, { ...ENTRY, intent: 'preview', tried: 'truc muche', reason: '' })
    expect(answer.reply?.preview).toMatchObject({
      text: 'truc muche',
      before: { total: 0, lots: [] },
      after: { total: 1, lots: [{ title: 'Bidules à chaussette', isNew: true }] },
    })
    expect(await found('truc muche')).toBe(0)
    expect(await vocabularyInForce()).toBe(SHIPPED_VOCABULARY)
  })

  it('is read by the next search once kept, as a version with its event', async () => {
    expect(await found('truc muche')).toBe(0)
    expect(await save()).toMatchObject({ status: 302, to: `${PAGE}?fait=enregistree` })
    expect(await found('truc muche')).toBe(1)
    const [newest, shipped] = await listVocabularyVersions()
    expect(newest).toMatchObject({
      version: 'v1',
      act: 'set',
      subject: 'bidule, truc muche',
      reason: 'On dit ainsi',
    })
    expect(shipped).toMatchObject({ version: 'v0', act: 'shipped' })
    const told = (await setup.database.read.select().from(events)).filter(
      ({ entity }) => entity === 'vocabulary',
    )
    expect(told).toMatchObject([{ entityId: 'v1', kind: 'set', actorUserId: actors.admin.userId }])
  })

  it('is kept once when the form is sent twice, and refuses what was decided on an older version', async () => {
    await save()
    expect((await save()).status).toBe(409)
    expect((await save({ seen: 'v1', at: '0' })).status).toBe(409)
    expect(await listVocabularyVersions()).toHaveLength(2)
  })

  it('loses an entry, then takes an earlier version back', async () => {
    await save()
    const removed = await save({ seen: 'v1', at: '0', intent: 'remove' })
    expect(removed).toMatchObject({ to: `${PAGE}?fait=retiree` })
    expect(await found('truc muche')).toBe(0)
    const back = await post(actors.admin, { intent: 'restore', seen: 'v2', version: 'v1' })
    expect(back).toMatchObject({ to: `${PAGE}?fait=remise` })
    expect(await found('truc muche')).toBe(1)
    expect((await vocabularyInForce()).version).toBe('v3')
    expect((await post(actors.admin, { intent: 'restore', seen: 'v3', version: 'v9' })).status).toBe(404)
  })

  it.each([
    [{ words: '' }, 'words'],
    [{ words: 'seul' }, 'words'],
    [{ words: Array.from({ length: 21 }, (_, at) => `mot${at}`).join(',') }, 'words'],
    [{ reason: '' }, 'reason'],
    [{ at: 'x' }, 'at'],
    [{ seen: '"; drop' }, 'seen'],
  ])('refuses %j at its field, and keeps nothing', async (more, field) => {
    const answer = await save(more)
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.reply?.result.error ?? {})).toContain(field)
    expect(await vocabularyInForce()).toBe(SHIPPED_VOCABULARY)
  })
})

describe('the file of the vocabulary', () => {
  type Step = {
    step: string
    entries?: readonly unknown[]
    changes?: readonly unknown[]
    fault?: { message: string } | null
  }
  const posted = async (path: string, fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const { headers, url } = await requestAs(actors.admin, path)
    return new Request(url, { method: 'POST', body: form, headers: { Cookie: headers.get('Cookie') ?? '' } })
  }
  const step = async (fields: Record<string, string | File>) => {
    const answer = await answerOf(importAction(argsOf(await posted(`${PAGE}/importer`, fields))))
    if (answer instanceof Response) return { status: answer.status, data: null }
    const { data, init } = answer as { data: Step; init: { status?: number } | null }
    return { status: init?.status ?? 200, data }
  }
  const reads = (bytes: BlobPart) =>
    step({ intent: 'preview', file: new File([bytes], 'table.csv', { type: 'text/csv' }) })
  const keeps = (entries: readonly unknown[], seen = 'v0') =>
    step({ intent: 'keep', seen, reason: 'Relue avec les services', table: JSON.stringify(entries) })
  const BIDULE = { words: ['bidule', 'truc muche'], broader: [] }

  it('is read back as it was written', async () => {
    const answer = await csv(argsOf(await requestAs(actors.admin, `${PAGE}.csv`)))
    const table = readVocabularyFile(new Uint8Array(await answer.arrayBuffer()))
    expect(table).toEqual({ ok: true, entries: SHIPPED_VOCABULARY.entries })
  })

  it('shows what it would change, or is refused with its line, and changes nothing', async () => {
    expect(await reads('Mots;Sorte\r\nseul;\r\n')).toMatchObject({ status: 400, data: { step: 'file' } })
    expect(await reads(new Uint8Array([0, 1, 2]))).toMatchObject({ status: 400, data: { step: 'file' } })
    const { status, data } = await reads('Mots;Sorte\r\nbidule, truc muche;\r\n')
    expect(status).toBe(200)
    expect(data).toMatchObject({ step: 'preview', entries: [BIDULE] })
    expect(data?.changes).toHaveLength(1 + SHIPPED_VOCABULARY.entries.length)
    expect(data?.changes?.[0]).toEqual({ kind: 'added', entry: BIDULE, before: null })
    expect(await vocabularyInForce()).toBe(SHIPPED_VOCABULARY)
    const table = JSON.stringify([BIDULE])
    const file = (await answerOf(
      changesCsv(argsOf(await posted(`${PAGE}/importer/changements.csv`, { table }))),
    )) as Response
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines).toHaveLength(1 + (data?.changes?.length ?? 0))
    expect(lines[1]).toBe('ajoutée;bidule, truc muche;;;')
    expect(lines.at(-1)).toMatch(/^retirée;[^;]+;[^;]*;;$/)
  })

  it('replaces the table once a person says so, unless another is in force since or the page carries none of ours', async () => {
    // What comes back is told against the version in force, and names it: the next click can be right.
    expect(await keeps([BIDULE], 'v7')).toMatchObject({ status: 409, data: { step: 'preview', seen: 'v0' } })
    expect(await keeps([{ ...BIDULE, act: 'shipped' }])).toMatchObject({ status: 400 })
    expect(await keeps([{ words: ['seul'], broader: [] }])).toMatchObject({ status: 400 })
    expect(await vocabularyInForce()).toBe(SHIPPED_VOCABULARY)
    expect(await keeps([BIDULE])).toMatchObject({ status: 302 })
    expect((await vocabularyInForce()).entries).toEqual([BIDULE])
    expect(await found('truc muche')).toBe(1)
  })
})
