/** What a page needs to show a photo; widths and heights in pixels of the largest rendition. */
export type PhotoView = {
  id: string
  storageKey: string
  width: number
  height: number
  /** A rendering of the demo, to be marked «image de synthèse». */
  isSynthetic: boolean
  /** Whether its AVIF renditions are there. */
  hasAvif: boolean
}
