/** What the product answers to a requirement that no test carries. */
export type Stance =
  | { kind: 'open'; missing: string }
  /** Nothing in the product is of this kind. */
  | { kind: 'outside'; reason: string }

/** A requirement of OWASP ASVS 5.0.0, level 1 or 2, named in a few words of our own. */
export type Requirement = { id: string; level: 1 | 2; about: string; stance: Stance }

type Row = readonly [id: string, level: 1 | 2, about: string, stance: Stance]

export const open = (missing: string): Stance => ({ kind: 'open', missing })
export const outside = (reason: string): Stance => ({ kind: 'outside', reason })

/** Rows of a chapter. `open` says what is missing until a test or a document carries the number. */
export function requirements(rows: readonly Row[]): readonly Requirement[] {
  return rows.map(([id, level, about, stance]) => ({ id, level, about, stance }))
}
