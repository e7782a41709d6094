import { env } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { keepDelivery } from '../keep-delivery.server'
import { newsOf, type ToldMessage } from '../news.server'
import { listListeners } from '../queries.server'

/** Deliveries kept in one transaction, while other writers wait. */
const KEPT_AT_ONCE = 100

/**
 * Keeps, for each webhook that a message concerns, what it is to be told. May run twice: a webhook is told once of each
 * message and event. Nothing where the operator has not opened webhooks.
 */
export async function tellWebhooks({
  messageId,
  ...message
}: ToldMessage & { messageId: string }): Promise<void> {
  if (env().webhooks === null) return
  const listeners = await listListeners()
  if (listeners.length === 0) return
  for (const { event, isFor, body } of await newsOf(message, listeners)) {
    const told = listeners.filter((listener) => listener.events.includes(event) && isFor(listener))
    const text = told.length > 0 ? await body() : null
    if (text === null) continue
    for (let start = 0; start < told.length; start += KEPT_AT_ONCE) {
      const part = told.slice(start, start + KEPT_AT_ONCE)
      await withTx(async (tx) => {
        for (const { id } of part) await keepDelivery(tx, id, { messageId, event, body: text })
      })
    }
  }
}
