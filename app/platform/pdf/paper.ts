/** The house's colours on paper: slate ink, marking yellow as a fill only. */
export const INK = '#1c2629'
export const MUTED = '#47565c'
export const LINE = '#d3c9b4'
export const SUNKEN = '#f5f1e8'
export const MARK = '#ffc61a'
export const DANGER = '#a3371b'
export const LINK = '#1f4f8c'

/** Points of a length in millimetres. */
export function mm(length: number): number {
  return (length * 72) / 25.4
}
