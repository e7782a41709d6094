import { paths } from '~/core/paths'
import type { PhotoSource } from '~/ui/photo'
import { RENDITION_WIDTHS, renditionKey } from '../model/limits'
import type { PhotoView } from '../model/photo-view'

/** Where a browser finds a photo: WebP at three widths, JPEG for readers without it. `alt` says what it shows. */
export function photoSourceOf(photo: PhotoView, alt: string): PhotoSource {
  return {
    src: paths.photoFile(renditionKey(photo.storageKey, 960, 'jpg')),
    webpSrcSet: RENDITION_WIDTHS.map(
      (width) => `${paths.photoFile(renditionKey(photo.storageKey, width))} ${Math.min(width, photo.width)}w`,
    ).join(', '),
    alt,
    synthetic: photo.isSynthetic,
  }
}
