import { photos as texts } from '~/messages/photos'
import { useT } from '~/ui/i18n'
import type { PhotoView } from '../model/photo-view'
import type { Upload } from '../model/upload-queue'
import { photoSourceOf } from './photo-source'

/** Photos that the server has, as the picker lists them, numbered in their order. */
export function useSentPhotos(photos: readonly PhotoView[]): Upload[] {
  const t = useT(texts)
  return photos.map((photo, index) => ({
    id: photo.id,
    name: t('number', { number: index + 1 }),
    status: 'sent',
    error: null,
    canRetry: false,
    preview: photoSourceOf(photo, '').src,
  }))
}
