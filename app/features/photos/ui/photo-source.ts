import { paths } from '~/core/paths'
import type { PhotoSource } from '~/ui/photo'
import { RENDITION_WIDTHS, renditionKey, type RenditionFormat } from '../model/limits'
import type { PhotoView } from '../model/photo-view'

/** Where a browser finds a photo: AVIF once made, WebP at three widths, JPEG without either. `alt` says what it shows. */
export function photoSourceOf(photo: PhotoView, alt: string): PhotoSource {
  return {
    src: paths.photoFile(renditionKey(photo.storageKey, 960, 'jpg')),
    webpSrcSet: srcSetOf(photo, 'webp'),
    avifSrcSet: photo.hasAvif ? srcSetOf(photo, 'avif') : undefined,
    alt,
    synthetic: photo.isSynthetic,
  }
}

function srcSetOf(photo: PhotoView, format: RenditionFormat): string {
  return RENDITION_WIDTHS.map((width) => {
    const file = paths.photoFile(renditionKey(photo.storageKey, width, format))
    return `${file} ${Math.min(width, photo.width)}w`
  }).join(', ')
}
