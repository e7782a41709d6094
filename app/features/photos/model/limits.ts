/** Limits of photos, shown to people where they choose them. */
export const MAX_PHOTO_BYTES = 15 * 1024 * 1024
export const MAX_PHOTOS_PER_LOT = 8
export const MAX_PIXELS = 50_000_000
/** What the browser and the server accept: formats whose decoded content, not whose name, says so. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
/** Widths of the stored renditions in pixels, smallest first. */
export const RENDITION_WIDTHS = [320, 960, 1600] as const
export type RenditionWidth = (typeof RENDITION_WIDTHS)[number]

export type RenditionFormat = 'webp' | 'jpg' | 'avif'

/** File key of a rendition. JPEG exists at 960 px only, for readers without WebP; AVIF once its job is done. */
export function renditionKey(
  storageKey: string,
  width: RenditionWidth,
  format: RenditionFormat = 'webp',
): string {
  return `${storageKey}-${width}.${format}`
}

/** Every file that a photo may have. */
export function renditionKeys(storageKey: string): string[] {
  const widths = RENDITION_WIDTHS.flatMap((width) => [
    renditionKey(storageKey, width),
    renditionKey(storageKey, width, 'avif'),
  ])
  return [...widths, renditionKey(storageKey, 960, 'jpg')]
}
