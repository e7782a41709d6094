import { movedTo, type PhotoMove } from './photo-order'

export type UploadStatus = 'waiting' | 'sending' | 'sent' | 'failed'

/** A photo on its way to the server; `id` is the one it is stored under, so that sending again stores it once. */
export type Upload = {
  id: string
  /** As the person's device calls it. */
  name: string
  status: UploadStatus
  /** Why it failed, in the reader's language. */
  error: string | null
  /** Whether sending the same photo again could succeed. */
  canRetry: boolean
  /** An address that shows it. */
  preview: string | null
}

export type UploadEvent =
  | { type: 'added'; uploads: readonly Pick<Upload, 'id' | 'name' | 'preview'>[] }
  | { type: 'started' | 'sent' | 'retried' | 'removed'; id: string }
  | { type: 'failed'; id: string; error: string; canRetry: boolean }
  | { type: 'moved'; id: string; move: PhotoMove }

/** The queue after an event; events about a photo that was removed change nothing. */
export function uploadReducer(uploads: readonly Upload[], event: UploadEvent): readonly Upload[] {
  switch (event.type) {
    case 'added':
      return [
        ...uploads,
        ...event.uploads.map((upload) => ({
          ...upload,
          status: 'waiting' as const,
          error: null,
          canRetry: false,
        })),
      ]
    case 'removed':
      return uploads.filter(({ id }) => id !== event.id)
    case 'moved':
      return movedTo(
        uploads,
        uploads.findIndex(({ id }) => id === event.id),
        event.move,
      )
    case 'started':
      return change(uploads, event.id, { status: 'sending' })
    case 'sent':
      return change(uploads, event.id, { status: 'sent', error: null })
    case 'retried':
      return change(uploads, event.id, { status: 'waiting', error: null })
    case 'failed':
      return change(uploads, event.id, { status: 'failed', error: event.error, canRetry: event.canRetry })
  }
}

/** The photo to send now: the oldest that waits while none is on its way, since one at a time gets through sooner. */
export function nextToSend(uploads: readonly Upload[]): Upload | null {
  if (uploads.some(({ status }) => status === 'sending')) return null
  return uploads.find(({ status }) => status === 'waiting') ?? null
}

/** How many more photos fit. */
export function roomLeft(uploads: readonly Upload[], max: number): number {
  return Math.max(0, max - uploads.length)
}

/** What stands between the queue and publishing: photos still on their way, then photos that failed. */
export function pendingOf(uploads: readonly Upload[]): 'sending' | 'failed' | null {
  if (uploads.some(({ status }) => status === 'waiting' || status === 'sending')) return 'sending'
  return uploads.some(({ status }) => status === 'failed') ? 'failed' : null
}

function change(uploads: readonly Upload[], id: string, changes: Partial<Upload>): readonly Upload[] {
  return uploads.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload))
}
