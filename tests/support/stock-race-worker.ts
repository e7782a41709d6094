import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { openDatabase } from '~/platform/db.server'

/** Orders of the test that forks this file, and what it answers. */
export type RaceOrder = { file: string; lotId: string; actor: Actor; requests: number }
export type RaceReport = { kind: 'ready' } | { kind: 'done'; outcomes: string[] }

/** One process of the race: opens the database, says it is ready, and asks for all at once when told to. */
process.once('message', (order: RaceOrder) => {
  const open = openDatabase(order.file)
  process.once('message', () => {
    void race(order).then((outcomes) => {
      open.close()
      report({ kind: 'done', outcomes })
      process.disconnect()
    })
  })
  report({ kind: 'ready' })
})

async function race({ actor, lotId, requests }: RaceOrder): Promise<string[]> {
  const asked = Array.from({ length: requests }, () =>
    requestReservation({ actor, lotId, id: newId(), quantity: 1000, message: '' }).then(
      (answer) => (answer.ok ? 'granted' : answer.error.code),
      (error: unknown) => `error: ${String(error)}`,
    ),
  )
  return Promise.all(asked)
}

function report(message: RaceReport): void {
  process.send?.(message)
}
