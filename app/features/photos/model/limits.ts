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
  return `${storageKey}-${renditionEnding(width, format)}`
}

/** How the name of a rendition's file ends. */
export function renditionEnding(width: RenditionWidth, format: RenditionFormat): string {
  return `${width}.${format}`
}

/** Every file that a photo may have. */
export function renditionKeys(storageKey: string): string[] {
  return storedEndings(true).map((ending) => `${storageKey}-${ending}`)
}

/** How the names of a photo's files end: JPEG at 960 px, WebP and, where they are made, AVIF at each width. */
export function storedEndings(hasAvif: boolean): string[] {
  return [
    ...RENDITION_WIDTHS.map((width) => renditionEnding(width, 'webp')),
    renditionEnding(960, 'jpg'),
    ...(hasAvif ? RENDITION_WIDTHS.map((width) => renditionEnding(width, 'avif')) : []),
  ]
}
