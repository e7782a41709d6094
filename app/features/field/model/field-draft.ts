import { listOf, textOf, type PostingAnswers } from '~/features/lots/model/posting-answers'
import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'
import { newId } from '~/core/ids'

/** Why something has not been sent; each has one sentence that says what to do. */
export const FIELD_CAUSES = [
  'offline',
  'session',
  'server',
  'busy',
  'refused',
  'lost',
  'other-account',
] as const
export type FieldCause = (typeof FIELD_CAUSES)[number]

/** A photo of a draft; its picture is kept apart, under the same id. */
export type FieldPhoto = {
  id: string
  /** As the person's device calls it. */
  name: string
  status: 'waiting' | 'sent' | 'refused'
  cause: FieldCause | null
}

/** Whose work it is: it is only ever sent for this account. */
export type FieldOwner = { userId: string; name: string; organisationId: string }

/** A lot being written on this device. */
export type FieldDraft = {
  /** The id that the lot will have. */
  id: string
  ownerUserId: string
  ownerName: string
  organisationId: string
  /** Answers by the names of the posting form; the photos are in `photos`, in the lot's order. */
  answers: PostingAnswers
  /** Names of the answers that a person chose: a suggestion never overwrites these. */
  chosen: readonly string[]
  photos: readonly FieldPhoto[]
  state: 'writing' | 'ready' | 'sent'
  cause: FieldCause | null
  /** What the server said of the answers, by field; the form's own sentences are under the empty name. */
  faults: Readonly<Record<string, readonly string[]>>
  /** The code of the label that is on the object; absent in drafts of an earlier version of the page. */
  label?: string | null
  /** Why the lot, which is there, does not have its label; absent as above. */
  labelFault?: string | null
  /** What the lot is called once it is on the server. */
  reference: string | null
  /** How often the server failed on it since it became ready. */
  attempts: number
  /** Not before this instant, after a failure of its own. */
  retryAtMs: number
  createdAtMs: number
  updatedAtMs: number
  /** When the person last asked to publish it; null while it is being written. */
  readyAtMs: number | null
}

/** What a screen changes of a draft: answers are laid over those there; `chosen` are added, `unchosen` taken out. */
export type DraftChange = {
  answers?: PostingAnswers
  chosen?: readonly string[]
  unchosen?: readonly string[]
  /** Null takes the label off. */
  label?: string | null
}

/** An empty draft of an account. */
export function newFieldDraft(
  owner: FieldOwner,
  answers: PostingAnswers,
  atMs: number,
  label: string | null = null,
): FieldDraft {
  return {
    id: newId(atMs),
    ownerUserId: owner.userId,
    ownerName: owner.name,
    organisationId: owner.organisationId,
    answers,
    chosen: [],
    photos: [],
    state: 'writing',
    cause: null,
    faults: {},
    label,
    labelFault: null,
    reference: null,
    attempts: 0,
    retryAtMs: 0,
    createdAtMs: atMs,
    updatedAtMs: atMs,
    readyAtMs: null,
  }
}

/** The draft after a change by a person or a suggestion; the sentences about changed answers go. */
export function changeDraft(draft: FieldDraft, change: DraftChange, atMs: number): FieldDraft {
  const { answers = {}, chosen = [], unchosen = [], label = draft.label ?? null } = change
  const kept = draft.chosen.filter((name) => !unchosen.includes(name) && !chosen.includes(name))
  return {
    ...draft,
    answers: { ...draft.answers, ...answers },
    label,
    chosen: [...kept, ...chosen],
    faults: Object.fromEntries(Object.entries(draft.faults).filter(([name]) => !(name in answers))),
    updatedAtMs: atMs,
  }
}

/** The draft with more photos, as many as a lot may have. */
export function withPhotos(draft: FieldDraft, photos: readonly FieldPhoto[], atMs: number): FieldDraft {
  const known = new Set(draft.photos.map(({ id }) => id))
  const added = photos.filter(({ id }) => !known.has(id))
  const all = [...draft.photos, ...added].slice(0, MAX_PHOTOS_PER_LOT)
  return { ...draft, photos: all, faults: withoutFault(draft, 'photoIds'), updatedAtMs: atMs }
}

/** How many more photos fit. */
export function photoRoom(draft: FieldDraft): number {
  return Math.max(0, MAX_PHOTOS_PER_LOT - draft.photos.length)
}

export function withoutPhoto(draft: FieldDraft, photoId: string, atMs: number): FieldDraft {
  return {
    ...draft,
    photos: draft.photos.filter(({ id }) => id !== photoId),
    faults: withoutFault(draft, 'photoIds'),
    updatedAtMs: atMs,
  }
}

/** The draft once its person asks to publish it: what stood in the way is forgotten and the sending may begin at once. */
export function readyDraft(draft: FieldDraft, atMs: number): FieldDraft {
  if (draft.state === 'sent') return draft
  return { ...draft, state: 'ready', cause: null, faults: {}, attempts: 0, retryAtMs: 0, readyAtMs: atMs }
}

/** The draft taken back from the queue to be written on. */
export function reopenedDraft(draft: FieldDraft): FieldDraft {
  return draft.state === 'ready' ? { ...draft, state: 'writing', cause: null, readyAtMs: null } : draft
}

/** What a draft is known by until it has a title, by what it has: words, a material, a number of photos. */
export type DraftName =
  | { kind: 'title'; title: string }
  | { kind: 'material'; material: string }
  | { kind: 'photos'; count: number }

export function draftName({ answers, photos }: FieldDraft): DraftName {
  const title = textOf(answers, 'title')
  if (title) return { kind: 'title', title }
  const material = textOf(answers, 'material')
  return material ? { kind: 'material', material } : { kind: 'photos', count: photos.length }
}

/** The fields that the server takes, as a form sends them. */
export function draftFields(draft: FieldDraft): [name: string, value: string][] {
  const names = Object.keys(draft.answers).filter((name) => name !== 'photoIds')
  const answers = names.flatMap((name) =>
    listOf(draft.answers, name).map((value): [string, string] => [name, value]),
  )
  const photos = draft.photos.map(({ id }): [string, string] => ['photoIds', id])
  const label = draft.label ? ([['etiquette', draft.label]] as [string, string][]) : []
  return [['id', draft.id], ...answers, ...photos, ...label]
}

function withoutFault({ faults }: FieldDraft, name: string): FieldDraft['faults'] {
  return Object.fromEntries(Object.entries(faults).filter(([key]) => key !== name))
}
