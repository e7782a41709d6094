/** A photo on a label: the key of its JPEG rendition and what it shows. */
export type LabelPhoto = { key: string; alt: string }

/** What is printed on a label, in the reader's language. */
export type PrintedLabel = {
  code: string
  /** What the QR code says, and its words for screen readers. */
  address: string
  qrAlt: string
  /** The address as it is typed. */
  typed: string
  /** The reference of the lot; the words for a blank label. */
  heading: string
  title: string
  /** «Pièce 3 sur 12»; null for the lot as a whole. */
  piece: string | null
  /** Quantity, site, and so on, one a line. */
  facts: readonly string[]
  deadline: string | null
  photo: LabelPhoto | null
  /** Whether there is room to write on by hand. */
  hasLines: boolean
  /** Said under a photo that is a rendering of the demo. */
  photoNote: string | null
}
