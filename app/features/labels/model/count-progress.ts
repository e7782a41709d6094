/** A label that is counted: of one piece, or of the lot when its pieces have none. */
export type Piece = { code: string; item: number | null }

export type CountProgress = {
  done: number
  total: number
  /** Pieces not scanned yet; more than are still awaited when any of them will do. */
  missing: Piece[]
  /** Whether any of the missing pieces will do, because fewer are awaited than are labelled. */
  anyWillDo: boolean
}

/** The labels of a lot that a count goes through: those of its pieces, else those of the lot as a whole. */
export function piecesOf<P extends Piece>(labels: readonly P[]): P[] {
  const ofPieces = labels.filter(({ item }) => item !== null)
  return ofPieces.length > 0 ? ofPieces : [...labels]
}

/**
 * How far a count is. `awaited` is the number of pieces that a reservation takes; null when all labelled pieces are
 * counted. More labels scanned than awaited are shown as they are: someone loaded too much.
 */
export function countProgress(
  pieces: readonly Piece[],
  scanned: ReadonlySet<string>,
  awaited: number | null,
): CountProgress {
  const total = awaited === null ? pieces.length : Math.min(awaited, pieces.length)
  const missing = pieces.filter(({ code }) => !scanned.has(code))
  const done = pieces.length - missing.length
  return {
    done,
    total,
    missing: done >= total ? [] : missing,
    anyWillDo: total < pieces.length,
  }
}
