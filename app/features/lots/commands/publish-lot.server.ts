import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { attachAttachments } from '~/features/attachments/commands/attach-attachments.server'
import { keepExamples } from '~/features/examples/commands/keep-examples.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { attachPhotos } from '~/features/photos/commands/attach-photos.server'
import { isLineOfSite } from '~/features/sites/commands/is-line-of-site.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { lotColumns, placeLot, searchTextOf } from '../lot-columns.server'
import { lotReference } from '../model/reference'
import { findLot, insertLot, isReferenceTaken } from '../repo.server'
import { removeDraft } from '../repo/drafts.server'
import { materialSourceOf, saidOfPhotos } from '../said-of-photos.server'
import type { publishLotSchema } from '../schema'

type PublishLot = z.output<typeof publishLotSchema> & { actor: Actor; title: string }

/**
 * Publishes a lot of one's own site, with at least one photo, and drops its draft. Sending the same id twice publishes
 * it once. What the model said of the photos is kept beside what the person chose, in the event.
 */
export async function publishLot({ actor, ...lot }: PublishLot): Promise<Result<{ id: string }>> {
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const placed = await placeLot(actor, lot)
  if (!placed.ok) return placed
  const said = await saidOfPhotos(lot.photoIds)
  const materialSource = materialSourceOf(lot, said)
  return withTx(async (tx) => {
    const existing = await findLot(tx, lot.id)
    if (existing)
      return existing.organisationId === actor.organisationId ? ok({ id: lot.id }) : refused('conflict')
    const reference = await freeReference(tx)
    const atMs = nowMs()
    await insertLot(tx, {
      ...lotColumns(lot, placed.value, atMs),
      id: lot.id,
      reference,
      searchText: searchTextOf({ ...lot, reference }, placed.value),
      organisationId: actor.organisationId,
      inventoryLineId: await lineOf(tx, actor, lot),
      quantityMilli: lot.quantity,
      availableMilli: lot.quantity,
      status: 'published',
      materialSource,
      publishedAtMs: atMs,
      createdAtMs: atMs,
      updatedAtMs: atMs,
    })
    const owner = { organisationId: actor.organisationId, lotId: lot.id }
    if (!(await attachPhotos(tx, { ...owner, photoIds: lot.photoIds })))
      return refused('invalid', { field: 'photoIds' })
    if (!(await attachAttachments(tx, { ...owner, attachmentIds: lot.attachmentIds })))
      return refused('invalid', { field: 'attachmentIds' })
    await keepExamples(tx, { actor, photoIds: lot.photoIds, material: lot.material, materialSource, said })
    await removeDraft(tx, actor.organisationId, lot.id)
    const detail = { chosen: lot.material, said }
    await recordChange(tx, {
      entity: 'lot',
      entityId: lot.id,
      kind: 'published',
      actorUserId: actor.userId,
      detail,
    })
    await tell(tx, 'lot.published', { lotId: lot.id })
    return ok({ id: lot.id })
  })
}

/** The line that the lot is published from, if it is still one of the lot's site. */
async function lineOf(
  tx: Tx,
  { organisationId }: Actor,
  lot: Omit<PublishLot, 'actor'>,
): Promise<string | null> {
  const { inventoryLineId, siteId } = lot
  if (!inventoryLineId) return null
  return (await isLineOfSite(tx, { organisationId, siteId }, inventoryLineId)) ? inventoryLineId : null
}

async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = lotReference(randomInt(2 ** 30))
    if (!(await isReferenceTaken(tx, reference))) return reference
  }
}
