import { like } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readWithholding } from '~/features/accounting/queries/withheld.server'
import { findAnswers } from '~/features/lots/answers.server'
import { lotsByCommune } from '~/features/lots/commune-counts.server'
import { heldLots } from '~/features/lots/held-lots.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { nearestLots } from '~/features/lots/photo-index.server'
import type * as lotTexts from '~/features/lots/queries/lot-texts.server'
import { currentMatchIndex } from '~/features/matching/match-index.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { setMeanwhile } from '~/features/vocabulary/queries/meanwhile.server'
import { reader } from '~/platform/db.server'
import { keptWhile } from '~/platform/kept-answers.server'
import { databaseEpoch, noteTimeline } from '~/platform/postgres/presence.server'
import { withTx } from '~/platform/transaction.server'
import type { LotRow } from '~db/seed/factories/lot'
import { makePhoto } from '~db/seed/factories/photo'
import { insertRows } from '~db/seed/factories/rows'
import { sites } from '~db/sqlite/sites'
import { createActor } from '~tests/support/actors'
import { addLotOf, MONTREUIL } from '~tests/support/add-lot'
import { isOnPostgres, setupDatabase, type TestSetup } from '~tests/support/database'

const BAGNOLET = '93006'
const MODEL = 'toy'
const LIKE_ALL = [Float32Array.from([1, 0, 0, 0])]

/** What happens while a build reads its first page. */
const { meanwhile } = vi.hoisted(() => ({ meanwhile: { does: () => {} } }))

vi.mock('~/features/lots/queries/lot-texts.server', async (original) => {
  const real = await original<typeof lotTexts>()
  const listLotTexts: typeof real.listLotTexts = (asked) => {
    if ('after' in asked && asked.after === '') meanwhile.does()
    return real.listLotTexts(asked)
  }
  return { ...real, listLotTexts }
})

const sitesIn = keptWhile(['sites'], (communeCode: string) =>
  reader().$count(sites, like(sites.communeCode, communeCode)).then(Number),
)

let setup: TestSetup
let giver: Actor
let takeovers = 0

/** Another server answers from here on. */
function takeOver(): void {
  takeovers += 1
  const before = databaseEpoch()
  noteTimeline(`another ${takeovers}`)
  expect(databaseEpoch()).toBe(before + 1)
}

/** A lot with a photo like all others. */
async function publish(title: string, communeCode: string): Promise<LotRow> {
  const lot = await addLotOf(giver, title, { communeCode, description: '' })
  const photo = makePhoto({ organisationId: giver.organisationId, lotId: lot.id })
  const vector = Buffer.from(Int8Array.from([100, 0, 0, 0]).buffer)
  const embeddings = [{ photoId: photo.id, modelVersion: MODEL, vector }]
  await withTx((tx) => insertRows(tx, { photos: [photo], embeddings }))
  return lot
}

const numbers = () => {
  const all = (text: string) => setup.database.writer.prepare(text).all()
  return {
    rows: all('select name, seq from row_numbers order by name') as { name: string; seq: number }[],
    versions: all('select name, version from table_versions order by name') as {
      name: string
      version: number
    }[],
  }
}

/** Takes a lot and all that came with it away, as a server has it that never heard of it. */
function lose(lot: LotRow, { rows, versions }: ReturnType<typeof numbers>): void {
  setup.database.writer.exec(`
    set session_replication_role = replica;
    delete from photo_embeddings where photo_id in (select id from photos where lot_id = '${lot.id}');
    delete from photos where lot_id = '${lot.id}';
    delete from lots where id = '${lot.id}';
    delete from sites where id = '${lot.siteId}';
    ${rows
      .map(
        ({ name, seq }) => `delete from ${name} where seq > ${seq};
          update row_numbers set seq = ${seq} where name = '${name}';`,
      )
      .join('\n')}
    ${versions.map(({ name, version }) => `update table_versions set version = ${version} where name = '${name}';`).join('\n')}
    set session_replication_role = origin`)
}

/** What each thing in memory finds: lots by words, by pair and by picture, their communes, sites. */
async function finds(lot: LotRow): Promise<Record<string, boolean>> {
  const [words, pairs, pictures, counts] = await Promise.all([
    findAnswers({ text: 'porte' }, VISITOR, { most: 50 }),
    currentMatchIndex(),
    nearestLots(MODEL, LIKE_ALL, { most: 50, least: 0.5 }),
    lotsByCommune({ communeCodes: [MONTREUIL, BAGNOLET] }, VISITOR),
  ])
  return {
    words: words.ids.includes(lot.id),
    pairs: pairs.lots.get(lot.id) !== undefined,
    pictures: pictures.lots.some(({ lotId }) => lotId === lot.id),
    counts: counts.has(lot.communeCode),
    sites: (await sitesIn(lot.communeCode)) > 0,
  }
}

const all = (isIt: boolean) => ({ words: isIt, pairs: isIt, pictures: isIt, counts: isIt, sites: isIt })

describe.skipIf(!isOnPostgres)('numbers that another server uses again', () => {
  beforeAll(async () => {
    setup = await setupDatabase()
    giver = await createActor('giver')
    await publish('Porte de grange', '92050')
  })
  afterAll(() => setup.cleanup())
  beforeEach(() => setMeanwhile('wait'))
  afterEach(() => {
    meanwhile.does = () => {}
    setMeanwhile('wait')
  })

  it('are not taken for those that memory has followed', async () => {
    const before = numbers()
    const lost = await publish('Porte perdue', MONTREUIL)
    expect(await finds(lost)).toEqual(all(true))
    const withheld = await readWithholding()
    expect(await readWithholding()).toBe(withheld)
    const after = numbers()
    lose(lost, before)
    takeOver()
    const found = await publish('Porte retrouvée', BAGNOLET)
    expect(numbers()).toEqual(after)
    expect(await finds(found)).toEqual(all(true))
    expect(await finds(lost)).toEqual(all(false))
    expect(await readWithholding()).not.toBe(withheld)
  })

  it('have the database answer while the index of words is not built anew', async () => {
    await heldLots()
    setMeanwhile('hold')
    const answers = () => findAnswers({ text: 'porte' }, VISITOR, { most: 50 })
    expect((await answers()).isSimpler).toBe(false)
    takeOver()
    expect((await answers()).isSimpler).toBe(true)
    setMeanwhile('wait')
    expect((await answers()).isSimpler).toBe(false)
    setMeanwhile('hold')
    expect((await answers()).isSimpler).toBe(false)
  })

  it('are not those of a build that began before', async () => {
    takeOver()
    meanwhile.does = () => {
      meanwhile.does = () => {}
      takeOver()
    }
    const half = await heldLots()
    expect(heldLots.isReady()).toBe(false)
    const whole = await heldLots()
    expect(whole).not.toBe(half)
    expect(heldLots.isReady()).toBe(true)
    expect(await heldLots()).toBe(whole)
  })
})
