import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { MOST_WAITING } from '../model/limits'
import { rowOfAnswers } from '../place-row.server'
import { countWaitingOf, findPlaceRow, insertPlace } from '../repo.server'
import type { proposePlaceSchema } from '../schema'

type ProposePlace = z.output<typeof proposePlaceSchema> & { actor: Actor }

/**
 * Enters a place into the directory: published at once, checked today, by the Métropole; waiting for its check by
 * anyone else. Idempotent by the place's id. Refuses an address that is not confirmed (`email-unconfirmed`), too many
 * proposals that wait (`place-limit`), and what is wrong with commune and position.
 */
export async function proposePlace({ actor, id, ...answers }: ProposePlace): Promise<Result<{ id: string }>> {
  if (!can(actor, 'place:propose')) return refused('forbidden')
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const row = await rowOfAnswers(answers)
  if (!row.ok) return row
  const isChecked = can(actor, 'place:manage')
  return withTx(async (tx) => {
    const known = await findPlaceRow(tx, id)
    if (known) {
      return known.proposedByOrganisationId === actor.organisationId ? ok({ id }) : refused('not-found')
    }
    if (!isChecked && (await countWaitingOf(tx, actor.organisationId)) >= MOST_WAITING)
      return refused('place-limit')
    const atMs = nowMs()
    await insertPlace(tx, {
      id,
      ...row.value,
      state: isChecked ? 'published' : 'proposed',
      checkedOn: isChecked ? isoDayOf(atMs) : null,
      checkedByUserId: isChecked ? actor.userId : null,
      proposedByOrganisationId: actor.organisationId,
      proposedByUserId: actor.userId,
      createdAtMs: atMs,
      updatedAtMs: atMs,
    })
    await recordChange(tx, {
      entity: 'place',
      entityId: id,
      kind: isChecked ? 'published' : 'proposed',
      actorUserId: actor.userId,
    })
    return ok({ id })
  })
}
