import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { attachAttachments } from '~/features/attachments/commands/attach-attachments.server'
import { listAttachmentsOfLot } from '~/features/attachments/queries.server'
import { keepExamples } from '~/features/examples/commands/keep-examples.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { attachPhotos } from '~/features/photos/commands/attach-photos.server'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { lotColumns, placeLot, searchTextOf, type LotPlace } from '../lot-columns.server'
import { belowHeld, changeRefusal, concernsHolders } from '../model/lot-change'
import { findHolds, findLot, updateLot, type LotChange, type LotRow } from '../repo.server'
import { materialSourceOf, saidOfPhotos, type Said } from '../said-of-photos.server'
import type { changeLotSchema } from '../schema'
import { offerFreed } from './offer-freed.server'

type LotForm = z.output<typeof changeLotSchema> & { title: string }
type ChangeLot = LotForm & { actor: Actor; lotId: string }

/**
 * Changes one's own lot that is not withdrawn: its answers, its photos in their order, its documents. What is left out
 * of the photos and documents is taken from the lot. Sending the same answers again changes nothing. The message
 * `lot.changed` says whether those who hold a part must hear of it.
 *
 * Refuses what `changeRefusal` does (what a held part is founded on), `edited-meanwhile` when someone else changed the
 * lot since this form was opened, `conflict` for a withdrawn lot and `not-found` for another organisation's. Stock
 * moves by one conditional update, so that requests coming in at the same moment never hold more than there is.
 */
export async function changeLot({ actor, lotId, ...form }: ChangeLot): Promise<Result<{ id: string }>> {
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const placed = await placeLot(actor, form)
  if (!placed.ok) return placed
  const said = await saidOfPhotos(form.photoIds)
  return withTx(async (tx) => {
    const before = await findLot(tx, lotId)
    if (before?.organisationId !== actor.organisationId) return refused('not-found')
    if (before.status === 'withdrawn') return refused('conflict')
    const after = changeOf(before, form, placed.value, said)
    const changed = [...changedColumns(before, after), ...(await changedFiles(before, form))]
    if (changed.length === 0) return ok({ id: lotId })
    if (form.seen !== before.updatedAtMs) return refused('edited-meanwhile')
    const holds = await findHolds(tx, before)
    const refusal = changeRefusal(before, after, holds, isoDayOf(nowMs()))
    if (refusal) return { ok: false, error: refusal }
    const filed = await attachFiles(tx, before, form)
    if (!filed.ok) return filed
    const updatedAtMs = Math.max(nowMs(), before.updatedAtMs + 1)
    if (!(await updateLot(tx, before, { ...after, updatedAtMs })))
      return { ok: false, error: belowHeld(holds.heldMilli) }
    await keepExamples(tx, { actor, photoIds: form.photoIds, ...after, said })
    const isCorrected = before.material !== after.material
    const detail = { changed, chosen: after.material, said, ...(isCorrected && { was: before.material }) }
    const event = { entity: 'lot', entityId: lotId, kind: 'changed', actorUserId: actor.userId } as const
    await recordChange(tx, { ...event, detail })
    const toHolders = concernsHolders(changed, after, holds)
    await tell(tx, 'lot.changed', { lotId, actorUserId: actor.userId, toHolders })
    await offerFreed(tx, lotId)
    return ok({ id: lotId })
  })
}

/**
 * The columns as the form answers them. A lot that everyone sees keeps the day since when; one that leaves its site
 * leaves the line of the inventory there.
 */
function changeOf(before: LotRow, form: LotForm, place: LotPlace, said: readonly Said[]): LotChange {
  const columns = lotColumns(form, place, nowMs())
  const wasPublic = before.publicFrom <= isoDayOf(nowMs())
  const isSame = before.material === form.material
  return {
    ...columns,
    publicFrom: wasPublic && form.visibility === 'public' ? before.publicFrom : columns.publicFrom,
    inventoryLineId: before.siteId === columns.siteId ? before.inventoryLineId : null,
    quantityMilli: form.quantity,
    materialSource: isSame ? before.materialSource : materialSourceOf(form, said),
    searchText: searchTextOf({ ...form, reference: before.reference }, place),
  }
}

function changedColumns(before: LotRow, after: LotChange): string[] {
  const names = Object.keys(after) as (keyof LotChange)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/** Photos are compared with their order, documents without. */
async function changedFiles({ id }: LotRow, form: LotForm): Promise<string[]> {
  const photos = (await listPhotosOfLots([id])).get(id) ?? []
  const documents = await listAttachmentsOfLot(id)
  const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id)
  return [
    ...(idsOf(photos).join() === form.photoIds.join() ? [] : ['photos']),
    ...(idsOf(documents).sort().join() === [...form.attachmentIds].sort().join() ? [] : ['documents']),
  ]
}

async function attachFiles(tx: Tx, { id, organisationId }: LotRow, form: LotForm): Promise<Result<null>> {
  const owner = { organisationId, lotId: id }
  if (!(await attachPhotos(tx, { ...owner, photoIds: form.photoIds })))
    return refused('invalid', { field: 'photoIds' })
  if (!(await attachAttachments(tx, { ...owner, attachmentIds: form.attachmentIds })))
    return refused('invalid', { field: 'attachmentIds' })
  return ok(null)
}
