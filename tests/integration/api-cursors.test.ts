import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { withTx } from '~/platform/transaction.server'
import { makeNeed } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { createActor } from '~tests/support/actors'
import { addLotOf } from '~tests/support/add-lot'
import { askApi as ask } from '~tests/support/ask-api'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-11-23'
const LOTS = {
  newest: '/lots?',
  leaving: '/lots?sort=leaving&',
  nearest: '/lots?sort=nearest&commune=93048&radius_km=10&',
}
const NEEDS = '/needs?'

let setup: TestSetup
let clock = Date.parse(`${TODAY}T10:00:00Z`)

beforeAll(async () => {
  setClock({ now: () => clock })
  setup = await setupDatabase()
  const giver = await createActor('giver')
  for (const days of [10, 20, 30]) await addLotOf(giver, 'Porte', { availableUntil: addDays(TODAY, days) })
  const { organisationId } = await createActor('taker')
  const need = () => makeNeed({ organisationId, communeCode: '93048' })
  await withTx((tx) => insertRows(tx, { needs: [need(), need(), need()] }))
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

type Place = Record<string, unknown>

/** Asks for the page after the first with the place that its cursor names edited. */
async function askEdited(path: string, edit: (place: Place) => Place) {
  // In a minute of its own, so that none is counted against another.
  clock += 60_000
  const first = await ask(`${path}limit=1`)
  expect(first.status).toBe(200)
  const text = Buffer.from(first.body.next_cursor!, 'base64url').toString('utf8')
  const [version, query, place] = JSON.parse(text) as [number, string, Place]
  const cursor = Buffer.from(JSON.stringify([version, query, edit(place)])).toString('base64url')
  return ask(`${path}limit=1&cursor=${cursor}`, { 'Accept-Language': 'en' })
}

describe('a cursor', () => {
  it.each([...Object.values(LOTS), NEEDS])('of %s leads on as it was written', async (path) => {
    expect((await askEdited(path, (place) => place)).status).toBe(200)
  })

  it.each<[path: string, edited: Place]>([
    ...Object.values(LOTS).flatMap((path): [string, Place][] => [
      [path, { publishedAtMs: 1.5 }],
      [path, { publishedAtMs: 1e300 }],
      [path, { publishedAtMs: '2026-11-23' }],
      [path, { id: 'a' }],
      [path, { more: 1 }],
    ]),
    [NEEDS, { createdAtMs: 1.5 }],
    [NEEDS, { createdAtMs: 1e300 }],
    [LOTS.leaving, { rank: 3 }],
    [LOTS.leaving, { rank: null }],
    [LOTS.leaving, { rank: 'soon' }],
    [LOTS.leaving, { rank: '2026-02-30' }],
    [LOTS.nearest, { rank: '2026-11-23' }],
    [LOTS.nearest, { rank: 'a' }],
    [LOTS.nearest, { rank: 1.5 }],
    [LOTS.nearest, { rank: 1e300 }],
    [LOTS.newest, { rank: 0 }],
  ])('of %s that was edited to say %j is refused', async (path, edited) => {
    const { status, body } = await askEdited(path, (place) => ({ ...place, ...edited }))
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      { parameter: 'cursor', detail: expect.stringContaining('cannot be read') as string },
    ])
  })

  it('of another order is told apart from one that was edited', async () => {
    clock += 60_000
    const { body } = await ask(`${LOTS.newest}limit=1`)
    const other = await ask(`${LOTS.leaving}limit=1&cursor=${body.next_cursor}`)
    const edited = await askEdited(LOTS.leaving, (place) => ({ ...place, rank: 3 }))
    expect(other.status).toBe(400)
    expect(other.body.errors[0]!.detail).not.toBe(edited.body.errors[0]!.detail)
  })
})
