import { useCallback, useMemo } from 'react'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'
import type { DraftChange, FieldDraft } from '../../model/field-draft'
import {
  addDraftPhotos,
  discardDraft,
  mergeDrafts,
  publishDraft,
  removeDraftPhoto,
  reopenDraft,
  saveDraftChange,
  splitDraft,
  startDraft,
} from './draft-acts'
import { openFieldStore } from './field-store'
import { useFieldSnapshot } from './use-field-store'
import { usePhotoUrls } from './use-photo-urls'

export type FieldDrafts = {
  status: 'opening' | 'ready' | 'unavailable'
  /** Those of the account of this device, oldest first; sent ones stay for a day, without their photos. */
  drafts: readonly FieldDraft[]
  /** Those of other accounts, which are never sent from here. */
  othersDrafts: readonly FieldDraft[]
  /** Begins a draft, with photos or without, and gives its id; null while no account is known or nothing can be kept. */
  start: (from?: {
    answers?: PostingAnswers
    files?: readonly File[]
    label?: string
  }) => Promise<string | null>
  /** Moves the photos of some drafts into another and drops them. */
  merge: (intoId: string, fromIds: readonly string[]) => Promise<void>
  /** Takes photos out of a draft into a new one with the same answers, and gives its id. */
  split: (id: string, photoIds: readonly string[]) => Promise<string | null>
  save: (id: string, change: DraftChange) => Promise<boolean>
  publish: (id: string) => Promise<boolean>
  discard: (id: string) => Promise<void>
}

/** The drafts of this device and what is done with several of them. */
export function useFieldDrafts(): FieldDrafts {
  const { status, drafts, facts } = useFieldSnapshot()
  const userId = facts?.who.userId
  const shared = useMemo(
    () => ({
      drafts: drafts.filter((draft) => draft.ownerUserId === userId),
      othersDrafts: drafts.filter((draft) => draft.ownerUserId !== userId),
    }),
    [drafts, userId],
  )
  return { status, ...shared, ...ACTS }
}

const ACTS = {
  start: (from: { answers?: PostingAnswers; files?: readonly File[]; label?: string } = {}) =>
    startDraft(openFieldStore(), from),
  merge: (intoId: string, fromIds: readonly string[]) => mergeDrafts(openFieldStore(), intoId, fromIds),
  split: (id: string, photoIds: readonly string[]) => splitDraft(openFieldStore(), id, photoIds),
  save: (id: string, change: DraftChange) => saveDraftChange(openFieldStore(), id, change),
  publish: (id: string) => publishDraft(openFieldStore(), id),
  discard: (id: string) => discardDraft(openFieldStore(), id),
}

export type OpenDraft = {
  draft: FieldDraft
  /** Addresses of its photos by their ids, to show them; those of sent drafts are gone. */
  photosUrls: Readonly<Record<string, string>>
  save: (change: DraftChange) => Promise<boolean>
  /** Says how many were kept: fewer than given when the lot or the device is full. */
  addPhotos: (files: readonly File[]) => Promise<number>
  removePhoto: (photoId: string) => Promise<void>
  publish: () => Promise<boolean>
  /** Takes it back from the queue to be written on. */
  reopen: () => Promise<void>
  discard: () => Promise<void>
}

/** One draft of the account of this device; null while it is not there. */
export function useFieldDraft(id: string | null): OpenDraft | null {
  const { drafts } = useFieldDrafts()
  const draft = drafts.find((entry) => entry.id === id) ?? null
  const photosUrls = usePhotoUrls('photos', draft?.photos ?? NO_PHOTOS)
  const save = useCallback((change: DraftChange) => ACTS.save(id ?? '', change), [id])
  const addPhotos = useCallback(
    (files: readonly File[]) => addDraftPhotos(openFieldStore(), id ?? '', files),
    [id],
  )
  if (!draft) return null
  return {
    draft,
    photosUrls,
    save,
    addPhotos,
    removePhoto: (photoId) => removeDraftPhoto(openFieldStore(), draft.id, photoId),
    publish: () => ACTS.publish(draft.id),
    reopen: () => reopenDraft(openFieldStore(), draft.id),
    discard: () => ACTS.discard(draft.id),
  }
}

const NO_PHOTOS: readonly { id: string }[] = []
