import { once } from 'node:events'
import { newId } from '~/core/ids'
import { changeLot } from '~/features/lots/commands/change-lot.server'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { openAddress } from './open-address'

/** What a change says of the lot besides its quantity. */
export type ChangeForm = Omit<Parameters<typeof changeLot>[0], 'actor' | 'lotId' | 'quantity' | 'seen'>
/** Orders of the test that forks this file, and what it answers: requests of a taker, or quantities of the giver. */
export type RaceOrder = { file: string; lotId: string; actor: Actor } & (
  { requests: number } | { quantities: number[]; form: ChangeForm }
)
export type RaceReport = { kind: 'ready' } | { kind: 'done'; outcomes: string[] }

/** One process of the race: opens the database, says it is ready, and asks for all at once when told to. */
process.once('message', (order: RaceOrder) => void compete(order))

async function compete(order: RaceOrder): Promise<void> {
  const open = await openAddress(order.file)
  const told = once(process, 'message')
  report({ kind: 'ready' })
  await told
  const outcomes = await race(order)
  await open.close()
  report({ kind: 'done', outcomes })
  process.disconnect()
}

async function race(order: RaceOrder): Promise<string[]> {
  const { actor, lotId } = order
  if ('requests' in order) {
    const ask = () => requestReservation({ actor, lotId, id: newId(), quantity: 1000, message: '' })
    return Promise.all(Array.from({ length: order.requests }, () => outcomeOf(ask(), 'granted')))
  }
  const outcomes: string[] = []
  // One after the other, each from the lot as the one before left it, as a person who reloads the form.
  for (const quantity of order.quantities) {
    const { updatedAtMs: seen } = (await findLot(lotId))!
    outcomes.push(await outcomeOf(changeLot({ actor, lotId, ...order.form, seen, quantity }), 'changed'))
  }
  return outcomes
}

async function outcomeOf(
  answer: Promise<{ ok: true } | { ok: false; error: { code: string } }>,
  granted: string,
): Promise<string> {
  return answer.then(
    (said) => (said.ok ? granted : said.error.code),
    (error: unknown) => `error: ${String(error)}`,
  )
}

function report(message: RaceReport): void {
  process.send?.(message)
}
