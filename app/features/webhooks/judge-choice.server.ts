import { refused, type Refused } from '~/core/result'
import { listCommunes } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { eventsFor, type WebhookEvent } from './model/events'
import { OWN_LOTS, SEEN_LOTS } from './model/webhook'

/** What is wrong with the events and the lots that somebody chose (`invalid` at its field); null when nothing is. */
export async function refusedChoice(
  actor: Actor,
  { events, scope }: { events: readonly WebhookEvent[]; scope: string },
): Promise<Refused | null> {
  const offered = eventsFor(actor.roles)
  if (!events.every((event) => offered.includes(event))) return refused('invalid', { field: 'events' })
  if (scope === OWN_LOTS || scope === SEEN_LOTS) return null
  const isKnown = (await listCommunes()).some(({ code, eptCode }) => scope === code || scope === eptCode)
  return isKnown ? null : refused('invalid', { field: 'scope' })
}
