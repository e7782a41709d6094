import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'
import { compressPhoto } from '~/features/photos/ui/compress-photo'
import {
  changeDraft,
  newFieldDraft,
  photoRoom,
  readyDraft,
  reopenedDraft,
  withoutPhoto,
  withPhotos,
  type DraftChange,
  type FieldPhoto,
} from '../../model/field-draft'
import type { FieldStore } from './field-store'
import { flushOutbox } from './outbox-runner'

/** Begins a draft for the account of this device and gives its id; null while no account is known. */
export async function startDraft(
  store: FieldStore,
  {
    answers = {},
    files = [],
    label = null,
  }: { answers?: PostingAnswers; files?: readonly File[]; label?: string | null },
): Promise<string | null> {
  const who = store.snapshot().facts?.who
  if (!who) return null
  const draft = newFieldDraft(who, answers, nowMs(), label)
  if (!(await store.add('drafts', draft))) return null
  askToPersist()
  if (files.length > 0) await addDraftPhotos(store, draft.id, files)
  return draft.id
}

export function saveDraftChange(store: FieldStore, id: string, change: DraftChange): Promise<boolean> {
  const atMs = nowMs()
  return store.change('drafts', id, (draft) => changeDraft(draft, change, atMs))
}

/** Keeps photos with a draft, compressed one after the other; as many as a lot may have. Says how many were kept. */
export async function addDraftPhotos(store: FieldStore, id: string, files: readonly File[]): Promise<number> {
  let kept = 0
  for (const file of files) {
    const draft = store.snapshot().drafts.find((entry) => entry.id === id)
    if (!draft || photoRoom(draft) === 0) break
    const photo: FieldPhoto = { id: newId(), name: file.name, status: 'waiting', cause: null }
    const blob = await compressPhoto(file)
    // The picture first: a draft never names a photo that is not there.
    if (!(await store.write((db) => db.put('photos', { id: photo.id, blob })))) break
    if (await store.changeThenShow('drafts', id, (entry) => withPhotos(entry, [photo], nowMs()))) kept += 1
  }
  if (kept > 0) void flushOutbox(store)
  return kept
}

export async function removeDraftPhoto(store: FieldStore, id: string, photoId: string): Promise<void> {
  await store.change('drafts', id, (draft) => withoutPhoto(draft, photoId, nowMs()))
  await store.write((db) => db.delete('photos', photoId))
}

/** Moves every photo of some drafts into another and drops them: «une photo = un lot» grouped afterwards. */
export async function mergeDrafts(
  store: FieldStore,
  intoId: string,
  fromIds: readonly string[],
): Promise<void> {
  for (const fromId of fromIds) {
    const { drafts } = store.snapshot()
    const [from, into] = [drafts.find(({ id }) => id === fromId), drafts.find(({ id }) => id === intoId)]
    if (!from || !into || from.photos.length > photoRoom(into)) continue
    await store.change('drafts', intoId, (draft) => ({
      ...withPhotos(draft, from.photos, nowMs()),
      label: draft.label ?? from.label ?? null,
    }))
    await store.remove('drafts', fromId)
  }
}

/** Takes photos out of a draft into a new one with the same answers, and gives its id. */
export async function splitDraft(
  store: FieldStore,
  id: string,
  photoIds: readonly string[],
): Promise<string | null> {
  const { drafts, facts } = store.snapshot()
  const draft = drafts.find((entry) => entry.id === id)
  if (!draft || !facts) return null
  const apart = newFieldDraft(facts.who, draft.answers, nowMs())
  const photos = draft.photos.filter((photo) => photoIds.includes(photo.id))
  if (!(await store.add('drafts', { ...apart, chosen: draft.chosen, photos }))) return null
  for (const photo of photos) {
    await store.change('drafts', id, (entry) => withoutPhoto(entry, photo.id, nowMs()))
  }
  return apart.id
}

/** Puts a draft in the queue; it leaves at once when there is a network, else by itself later. */
export async function publishDraft(store: FieldStore, id: string): Promise<boolean> {
  const isKept = await store.change('drafts', id, (draft) => readyDraft(draft, nowMs()))
  void flushOutbox(store)
  return isKept
}

export async function reopenDraft(store: FieldStore, id: string): Promise<void> {
  await store.change('drafts', id, reopenedDraft)
}

export async function discardDraft(store: FieldStore, id: string): Promise<void> {
  const photos = store.snapshot().drafts.find((draft) => draft.id === id)?.photos ?? []
  await store.remove('drafts', id)
  await store.write(async (db) => {
    const tx = db.transaction('photos', 'readwrite')
    await Promise.all([...photos.map((photo) => tx.store.delete(photo.id)), tx.done])
  })
}

/** Asks the browser not to empty what is kept here when the device runs short of room. */
function askToPersist(): void {
  void navigator.storage?.persist?.().catch(() => undefined)
}
