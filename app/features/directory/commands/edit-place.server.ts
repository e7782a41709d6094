import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { isOpenToProposer } from '../model/place'
import { rowOfAnswers } from '../place-row.server'
import { findPlaceRow, updatePlace } from '../repo.server'
import type { PlaceAnswers } from '../schema'

type EditPlace = PlaceAnswers & { actor: Actor; placeId: string }

/**
 * Changes a place: the Métropole at any time, whoever proposed it while it is not public (`place-checked` once it is).
 * A refused proposal waits for its check again. Refuses `not-found` for a foreign place.
 */
export async function editPlace({ actor, placeId, ...answers }: EditPlace): Promise<Result<{ id: string }>> {
  const row = await rowOfAnswers(answers)
  return withTx(async (tx) => {
    const before = await findPlaceRow(tx, placeId)
    if (!before) return refused('not-found')
    const isManager = can(actor, 'place:manage')
    const owner = { ownerOrganisationIds: [before.proposedByOrganisationId] }
    if (!isManager && !can(actor, 'place:propose', owner)) return refused('not-found')
    if (!isManager && !isOpenToProposer(before.state)) return refused('place-checked')
    if (!row.ok) return row
    const again = !isManager && before.state === 'refused' ? ({ state: 'proposed', reason: '' } as const) : {}
    await updatePlace(tx, placeId, { ...row.value, ...again, updatedAtMs: nowMs() })
    await recordChange(tx, {
      entity: 'place',
      entityId: placeId,
      kind: 'state' in again ? 'proposed' : 'edited',
      actorUserId: actor.userId,
    })
    return ok({ id: placeId })
  })
}
