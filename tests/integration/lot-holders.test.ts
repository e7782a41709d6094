import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { findLot } from '~/features/lots/queries.server'
import { listNotifications } from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { runOnce } from '~/jobs/worker.server'
import { accepts, opensSite, publishes, requests } from '~tests/support/answers'
import { changes } from '~tests/support/change-lot'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let siteId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  siteId = await opensSite(giver)
})
afterAll(() => {
  setClock()
  open.remove()
})

async function heard(actor: Actor): Promise<string[]> {
  while (await runOnce('test'));
  const news = await listNotifications(actor.userId, { unreadOnly: false, limit: 50 })
  return news.filter(({ kind }) => kind === 'reservation.lot-changed').map(({ path }) => path)
}

describe('those who hold a part', () => {
  it('are told of what they rely on, each once, and of nothing else', async () => {
    const taker = await makeActor('taker')
    const accepted = await makeActor('taker')
    const gone = await makeActor('taker')
    const lotId = await publishes(giver, siteId)
    const asked = await requests(taker, lotId, 2)
    await accepts(giver, await requests(accepted, lotId, 2))
    await decideReservation({
      actor: gone,
      reservationId: await requests(gone, lotId, 2),
      action: 'cancel',
      reason: '',
    })
    await changes(giver, lotId, { title: 'Autre titre', description: 'Mieux dit', quantity: '11' })
    expect(await heard(taker)).toEqual([])
    const worse = { hazards: ['lead-paint'], condition: '2', seen: (await findLot(lotId))!.updatedAtMs }
    await Promise.all([changes(giver, lotId, worse), changes(giver, lotId, worse)])
    expect(await heard(taker)).toEqual([`/reservations/${asked}`])
    expect(await heard(accepted)).toHaveLength(1)
    expect([await heard(gone), await heard(giver)]).toEqual([[], []])
  })

  it('are not told that an estimated mass follows the quantity, and are told of one that was weighed', async () => {
    const taker = await makeActor('taker')
    const answers = { material: 'brick', attributes: {}, massKg: undefined }
    const lotId = await publishes(giver, siteId, answers)
    await requests(taker, lotId, 2)
    await changes(giver, lotId, { quantity: '20' })
    expect(await heard(taker)).toEqual([])
    await changes(giver, lotId, { massKg: '60' })
    expect(await heard(taker)).toHaveLength(1)
  })
})
