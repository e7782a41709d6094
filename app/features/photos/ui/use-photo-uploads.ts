import { useEffect, useReducer, useRef } from 'react'
import { newId } from '~/core/ids'
import { photos } from '~/messages/photos'
import { useT } from '~/ui/i18n'
import type { PhotoMove } from '../model/photo-order'
import { nextToSend, roomLeft, uploadReducer, type Upload } from '../model/upload-queue'
import { compressPhoto } from './compress-photo'
import { sendPhoto } from './send-photo'

export type PhotoUploads = {
  uploads: readonly Upload[]
  /** Takes as many files as there is room for. */
  add: (files: readonly File[]) => void
  retry: (id: string) => void
  remove: (id: string) => void
  move: (id: string, move: PhotoMove) => void
}

/** Photos chosen in the browser, compressed and sent one by one. `initial`: those that the server already has. */
export function usePhotoUploads(initial: readonly Upload[], max: number): PhotoUploads {
  const t = useT(photos)
  const [uploads, dispatch] = useReducer(uploadReducer, initial)
  const files = useRef(new Map<string, File | Blob>())
  const next = nextToSend(uploads)
  const nextId = next?.id
  const nextName = next?.name

  useEffect(() => {
    if (nextId === undefined || nextName === undefined) return
    void send(nextId, nextName)

    async function send(id: string, name: string) {
      dispatch({ type: 'started', id })
      const file = files.current.get(id)
      if (!file) return
      // Kept once compressed, so that sending again sends the same bytes.
      const photo = file instanceof File ? await compressPhoto(file) : file
      files.current.set(id, photo)
      const sent = await sendPhoto(id, photo, name)
      if (sent.ok) return dispatch({ type: 'sent', id })
      const { error } = sent
      const sentence = error.kind === 'refused' ? error.sentence : t(error.kind)
      dispatch({ type: 'failed', id, error: sentence, canRetry: error.kind !== 'refused' || error.canRetry })
    }
  }, [nextId, nextName, t])

  function add(chosen: readonly File[]) {
    const added = chosen.slice(0, roomLeft(uploads, max)).map((file) => {
      const id = newId()
      files.current.set(id, file)
      return { id, name: file.name, preview: URL.createObjectURL(file) }
    })
    dispatch({ type: 'added', uploads: added })
  }

  function remove(id: string) {
    const preview = uploads.find((upload) => upload.id === id)?.preview
    if (preview?.startsWith('blob:')) URL.revokeObjectURL(preview)
    files.current.delete(id)
    dispatch({ type: 'removed', id })
  }

  return {
    uploads,
    add,
    remove,
    move: (id, move) => dispatch({ type: 'moved', id, move }),
    retry: (id) => dispatch({ type: 'retried', id }),
  }
}
