import { countOutbox, retried, type OutboxCounts } from '../../model/outbox'
import { openFieldStore } from './field-store'
import { flushOutbox } from './outbox-runner'
import type { SendingState } from './field-snapshot'
import { useFieldSnapshot } from './use-field-store'

export type Outbox = {
  /** What still goes by itself. */
  waiting: OutboxCounts
  /** How many entries wait for a person: the server refused them. */
  failed: number
  sending: SendingState
  /** «Tout réessayer»: everything at once, whatever it failed on. */
  retryAll: () => Promise<void>
}

/** What of the account of this device is still to be sent, and where the sending stands. */
export function useOutbox(): Outbox {
  const { drafts, handovers, facts, sending } = useFieldSnapshot()
  const waiting = countOutbox({ drafts, handovers }, facts?.who.userId ?? '')
  return { waiting, failed: waiting.refused, sending, retryAll }
}

async function retryAll(): Promise<void> {
  const store = openFieldStore()
  const { drafts, handovers } = store.snapshot()
  for (const { id, state } of drafts) if (state === 'ready') await store.change('drafts', id, retried)
  for (const { id, state } of handovers) if (state === 'ready') await store.change('handovers', id, retried)
  await flushOutbox(store)
}
