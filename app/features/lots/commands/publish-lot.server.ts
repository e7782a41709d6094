import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { foldText } from '~/core/fold'
import { estimateMassG } from '~/core/material-masses'
import type { MaterialType } from '~/core/material-types'
import { ok, refused, type Result } from '~/core/result'
import { attachAttachments } from '~/features/attachments/commands/attach-attachments.server'
import { offeredOf } from '~/features/classifier/model/suggest'
import { listClassifications } from '~/features/classifier/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { attachPhotos } from '~/features/photos/commands/attach-photos.server'
import { findSite } from '~/features/sites/queries.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { lotReference } from '../model/reference'
import { findLot, insertLot, isReferenceTaken } from '../repo.server'
import type { publishLotSchema } from '../schema'

type PublishLot = z.output<typeof publishLotSchema> & { actor: Actor; title: string }

/**
 * Publishes a lot of one's own site, with at least one photo. Sending the same id twice publishes it once.
 * A missing mass is estimated where a source gives one for the type, and marked so.
 */
export async function publishLot({ actor, ...lot }: PublishLot): Promise<Result<{ id: string }>> {
  const site = await findSite(lot.siteId)
  if (!site || site.organisationId !== actor.organisationId) return refused('invalid', { field: 'siteId' })
  const given = lot.massKg ?? null
  const massG = given ?? estimateMassG(lot.material, lot.quantity, lot.unit)?.massG ?? null
  const isSuggested = lot.suggested === lot.material && (await wasSuggested(lot.photoIds, lot.material))
  return withTx(async (tx) => {
    const existing = await findLot(tx, lot.id)
    if (existing)
      return existing.organisationId === actor.organisationId ? ok({ id: lot.id }) : refused('conflict')
    const reference = await freeReference(tx)
    await insertLot(tx, {
      id: lot.id,
      reference,
      searchText: foldText([lot.title, lot.description, reference, site.communeName].join(' ')),
      organisationId: actor.organisationId,
      siteId: site.id,
      communeCode: site.communeCode,
      material: lot.material,
      title: lot.title,
      description: lot.description,
      unit: lot.unit,
      quantityMilli: lot.quantity,
      availableMilli: lot.quantity,
      massG,
      massEstimated: given === null && massG !== null,
      condition: lot.condition,
      availableFrom: lot.availableFrom,
      availableUntil: lot.availableUntil,
      unitPriceCents: lot.unitPrice ?? 0,
      status: 'published',
      materialSource: isSuggested ? 'suggestion' : 'person',
      publishedAtMs: nowMs(),
      createdAtMs: nowMs(),
    })
    const attached = await attachPhotos(tx, {
      organisationId: actor.organisationId,
      lotId: lot.id,
      photoIds: lot.photoIds,
    })
    if (!attached) return refused('invalid', { field: 'photoIds' })
    const documents = {
      organisationId: actor.organisationId,
      lotId: lot.id,
      attachmentIds: lot.attachmentIds,
    }
    if (!(await attachAttachments(tx, documents))) return refused('invalid', { field: 'attachmentIds' })
    await recordChange(tx, { entity: 'lot', entityId: lot.id, kind: 'published', actorUserId: actor.userId })
    await tell(tx, 'lot.published', { lotId: lot.id })
    return ok({ id: lot.id })
  })
}

/** Whether the model offered this material for one of the photos: a form alone cannot claim it. */
async function wasSuggested(photoIds: readonly string[], material: MaterialType): Promise<boolean> {
  const said = await listClassifications(photoIds)
  return said.some((one) => offeredOf(one).some((candidate) => candidate.material === material))
}

async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = lotReference(randomInt(2 ** 30))
    if (!(await isReferenceTaken(tx, reference))) return reference
  }
}
