import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { endCalendarLinks, keepCalendarLink } from '../repo/calendar-links.server'

/** Makes the private calendar of a person for their organisation, gives it a new link, or ends it. Twice is as once. */
export async function shareCalendar(actor: Actor, intent: 'make' | 'renew' | 'end'): Promise<Result<null>> {
  if (!can(actor, 'calendar:manage')) return refused('forbidden')
  const { userId, organisationId } = actor
  return withTx(async (tx) => {
    if (intent !== 'make') {
      for (const id of await endCalendarLinks(tx, { userId, organisationId }))
        await noteChange(tx, id, 'ended', userId)
    }
    if (intent === 'end') return ok(null)
    const id = newId()
    const kept = await keepCalendarLink(tx, { id, userId, organisationId, createdAtMs: nowMs() })
    if (kept === id) await noteChange(tx, id, 'made', userId)
    return ok(null)
  })
}

async function noteChange(tx: Tx, entityId: string, kind: string, actorUserId: string): Promise<void> {
  await recordChange(tx, { entity: 'calendar-link', entityId, kind, actorUserId })
}
