import { nowMs } from '~/core/clock'
import type { IsoDay } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import type { Audience } from '../model/workshop'
import { remindSeats } from '../remind-seats.server'
import {
  deleteMaterial,
  findWorkshopRow,
  insertMaterial,
  insertWorkshop,
  updateWorkshop,
} from '../repo/workshops.server'

/** What whoever has a seat must know when it changes. */
const SHOWN_TO_SEATS = ['onDay', 'fromHour', 'untilHour', 'place'] as const

type PlanWorkshop = {
  actor: Actor
  id: string
  title: string
  audience: Audience
  onDay: IsoDay
  fromHour: string
  untilHour: string
  place: string
  programme: string
  places: number
}

/**
 * Writes a workshop, new or in place of the one with this id; those registered are told of another time or place, and
 * reminded of its day. Refuses fewer places than are taken (`workshop-places`) and a workshop that was cancelled (`conflict`).
 */
export async function planWorkshop({ actor, id, ...answers }: PlanWorkshop): Promise<Result<{ id: string }>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const known = await findWorkshopRow(tx, id)
    if (known && known.cancelledAtMs !== null) return refused('conflict')
    if (known && answers.places < known.taken)
      return refused('workshop-places', { field: 'places', params: { taken: known.taken } })
    const updatedAtMs = nowMs()
    if (known) {
      await updateWorkshop(tx, id, { ...answers, updatedAtMs })
      if (known.onDay !== answers.onDay) await remindSeats(tx, { ...known, ...answers })
      if (SHOWN_TO_SEATS.some((fact) => known[fact] !== answers[fact]))
        await tell(tx, 'workshop.changed', { workshopId: id, news: 'moved' })
    } else await insertWorkshop(tx, { id, ...answers, createdAtMs: updatedAtMs, updatedAtMs })
    await note(tx, actor, id, known ? 'changed' : 'planned')
    return ok({ id })
  })
}

/** Cancels a workshop: it stays visible and takes nobody any more; those registered are told. */
export async function cancelWorkshop(actor: Actor, id: string): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const known = await findWorkshopRow(tx, id)
    if (!known) return refused('not-found')
    if (known.cancelledAtMs !== null) return ok(null)
    await updateWorkshop(tx, id, { cancelledAtMs: nowMs(), updatedAtMs: nowMs() })
    await tell(tx, 'workshop.changed', { workshopId: id, news: 'cancelled' })
    await note(tx, actor, id, 'cancelled')
    return ok(null)
  })
}

/** Adds what is handed out: a title and where it is read. */
export async function addMaterial({
  actor,
  workshopId,
  id,
  title,
  url,
}: {
  actor: Actor
  workshopId: string
  id: string
  title: string
  url: string
}): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await findWorkshopRow(tx, workshopId))) return refused('not-found')
    await insertMaterial(tx, { id, title, url, workshopId, createdAtMs: nowMs() })
    await note(tx, actor, workshopId, 'material-added')
    return ok(null)
  })
}

/** Takes something out of what is handed out; its file follows by message (`attachment.removed`). */
export async function removeMaterial(actor: Actor, workshopId: string, id: string): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const storageKey = await deleteMaterial(tx, workshopId, id)
    if (storageKey !== null) await tell(tx, 'attachment.removed', { storageKey })
    await note(tx, actor, workshopId, 'material-removed')
    return ok(null)
  })
}

async function note(tx: Tx, actor: Actor, entityId: string, kind: string): Promise<void> {
  await recordChange(tx, { entity: 'workshop', entityId, kind, actorUserId: actor.userId })
}
