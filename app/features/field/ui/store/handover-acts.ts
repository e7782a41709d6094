import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { compressPhoto } from '~/features/photos/ui/compress-photo'
import type { FieldReservation, FieldWho } from '../../model/field-facts'
import type { FieldHandover, HandoverAnswers } from '../../model/field-handover'
import type { FieldStore } from './field-store'

type Kept = { reservation: FieldReservation; who: FieldWho; answers: HandoverAnswers }

/**
 * Keeps what is answered of a handover so far, or, `ready`, to be sent. One that the server refused gives way to a new
 * one, since the server keeps what it was told under an id. Says whether it was kept.
 */
export async function keepHandover(
  store: FieldStore,
  { reservation, who, answers }: Kept,
  state: 'writing' | 'ready',
): Promise<boolean> {
  const atMs = nowMs()
  const former = store
    .snapshot()
    .handovers.find(
      ({ reservationId, ownerUserId }) => reservationId === reservation.id && ownerUserId === who.userId,
    )
  const now = { ...answers, state, countedAtMs: atMs, readyAtMs: atMs }
  if (former?.state === 'writing')
    return store.change('handovers', former.id, (entry) => ({ ...entry, ...now }))
  if (former) void store.remove('handovers', former.id)
  return store.add('handovers', {
    ...now,
    id: newId(),
    ownerUserId: who.userId,
    ownerName: who.name,
    reservationId: reservation.id,
    label: `${reservation.lotReference} ${reservation.lotTitle}`,
    cause: null,
    faults: {},
    attempts: 0,
    retryAtMs: 0,
  })
}

/** Keeps the picture of a weighing slip in place of a former one, made smaller; gives its id, or null without room. */
export async function keepSlip(store: FieldStore, file: File, formerId: string): Promise<string | null> {
  const id = newId()
  const blob = await compressPhoto(file)
  if (!(await store.write((db) => db.put('photos', { id, blob })))) return null
  if (formerId !== '') await store.write((db) => db.delete('photos', formerId))
  return id
}

/** Forgets a handover and the picture of its slip. */
export async function dropHandover(store: FieldStore, { id, slipId }: FieldHandover): Promise<void> {
  if (slipId) await store.write((db) => db.delete('photos', slipId))
  await store.remove('handovers', id)
}
