import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { addHandoverFile } from '~/features/reservations/commands/add-handover-file.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { recordHandoverCheck } from '~/features/reservations/commands/record-handover-check.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { sweepHandoverFiles } from '~/features/reservations/commands/sweep-handover-files.server'
import { readHandoverFile } from '~/features/reservations/read-handover-file.server'
import { runOnce } from '~/jobs/worker.server'
import { granted } from '~tests/support/answers'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const DAY_MS = 86_400_000
let now = Date.parse(`${TODAY}T12:00:00Z`)
let open: TestDatabase

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
})
afterAll(() => {
  setClock()
  open.remove()
})

it('forgets pictures that nothing named a month after they were sent, with their files', async () => {
  const [giver, taker] = [await makeActor('giver'), await makeActor('taker', '93048')]
  const lotId = await makeLot(giver, await makeSite(giver), 100)
  const reservationId = newId()
  granted(await requestReservation({ actor: taker, lotId, id: reservationId, quantity: 40_000, message: '' }))
  const yes = { actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' } as const
  granted(await decideReservation(yes))
  const [used, unused] = [newId(), newId()]
  for (const [fileId, background] of [
    [used, '#eeeeee'],
    [unused, '#dddddd'],
  ] as const) {
    const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background } })
      .jpeg()
      .toBuffer()
    const slip = {
      actor: giver,
      fileId,
      reservationId,
      kind: 'weighing-slip',
      bytes,
      name: 'bon.jpg',
    } as const
    granted(await addHandoverFile(slip))
  }
  granted(
    await recordHandoverCheck({
      ...{ actor: giver, id: newId(), reservationId, countedMilli: 40_000, difference: '' },
      weighing: { massG: 78_500, slipNumber: 'P-78', slipFileId: used },
    }),
  )
  const keyOf = (id: string) =>
    open.writer.prepare('select storage_key from handover_files where id = ?').pluck().get(id) as string
  const keys = [keyOf(used), keyOf(unused)] as const
  const isThere = async (key: string) => (await readHandoverFile(key)) !== null
  now += 29 * DAY_MS
  expect(await sweepHandoverFiles()).toBe(0)
  now += 2 * DAY_MS
  expect(await sweepHandoverFiles()).toBe(1)
  while (await runOnce('sweep-test'));
  expect([keyOf(used), keyOf(unused)]).toEqual([keys[0], undefined])
  expect(await Promise.all(keys.map(isThere))).toEqual([true, false])
  expect(await sweepHandoverFiles()).toBe(0)
})
