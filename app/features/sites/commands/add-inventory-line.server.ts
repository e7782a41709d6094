import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { ensureInventory, findOwnedSite, insertInventoryLine } from '../repo.server'
import type { inventoryLineSchema } from '../schema'

type AddInventoryLine = z.output<typeof inventoryLineSchema> & { actor: Actor; siteId: string }

/**
 * Adds a line to the inventory of one's own site; the first line opens the inventory, surveyed today
 * unless told otherwise, never in days to come (`survey-ahead`). Idempotent by line id.
 */
export async function addInventoryLine(input: AddInventoryLine): Promise<Result<{ id: string }>> {
  const today = isoDayOf(nowMs())
  const surveyedOn = input.surveyedOn ?? today
  if (surveyedOn > today) return refused('survey-ahead', { field: 'surveyedOn' })
  return withTx(async (tx) => {
    const site = await findOwnedSite(tx, input.actor.organisationId, input.siteId)
    if (!site) return refused('not-found')
    const inventoryId = await ensureInventory(tx, {
      id: newId(),
      siteId: site.id,
      kind: input.kind,
      surveyedOn,
      surveyor: input.surveyor,
      createdAtMs: nowMs(),
    })
    await insertInventoryLine(tx, {
      id: input.id,
      inventoryId,
      material: input.material,
      product: input.product,
      quantityMilli: input.quantity,
      unit: input.unit,
      massG: input.massG,
      reusableMassG: input.reusableMassG,
      massEstimated: input.massEstimated,
      dimensions: input.dimensions,
      assembly: input.assembly,
      condition: input.condition,
      location: input.location,
      reusability: input.reusability,
      precautions: input.precautions,
    })
    await recordChange(tx, {
      entity: 'site',
      entityId: site.id,
      kind: 'inventory-line-added',
      actorUserId: input.actor.userId,
      detail: { lineId: input.id },
    })
    return ok({ id: input.id })
  })
}
