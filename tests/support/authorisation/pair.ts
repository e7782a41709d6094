/** A record that an address names, with whose it is. */
export type Subject = {
  params: Readonly<Record<string, string>>
  /** Organisations whose record it is. */
  owners?: readonly string[]
  /** Communes whose agents it concerns. */
  communes?: readonly string[]
}

/** One record of the people of the matrix, and one that is not theirs; null where all have the same right to all. */
export type Pair = { own: Subject; other: Subject | null }
