import { isoDayOf, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import type { DifferenceReason, LegalStatus } from './handover'
import type { Side } from './machine'

export const PAPER_KINDS = ['transfer', 'receipt'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** How the mass was established: read on a scale, computed from the lot's sheet, or agreed by both sides. */
export type MassBasis = 'weighed' | 'computed' | 'agreed'

/** What each side undertakes by signing, as keys of the catalogue; a change of their sense takes a new key. */
export const UNDERTAKINGS = {
  giver: ['right-to-cede', 'hazards-told'],
  taker: ['as-seen', 'fit-for-use', 'same-use'],
} as const satisfies Record<Side, readonly string[]>
export type Undertaking = (typeof UNDERTAKINGS)[Side][number]

export type PaperParty = { name: string; siret: string | null; communeName: string | null }

export type PaperSignature = {
  side: Side
  name: string
  organisation: string
  atMs: number
  drawing: string | null
  /** The side whose account it was signed on. */
  onSide: Side
  /** When it arrived; absent on documents of before this was kept. */
  receivedAtMs?: number | null
}

/** Everything that a document of a handover states; nothing of it is read again once it is issued. */
export type PaperFacts = {
  version: 1
  kind: PaperKind
  number: string
  handoverId: string
  handedOverOn: IsoDay
  /** The later of both signatures, and when what completed the handover arrived; absent on documents of before. */
  doneAtMs?: number
  receivedAtMs?: number
  giver: PaperParty
  taker: PaperParty
  lot: { reference: string; title: string; material: MaterialType; condition: number }
  /** Codes of the labelled pieces that were checked one by one. */
  items: readonly string[]
  quantityMilli: number
  reservedMilli: number
  unit: Unit
  difference: { reason: DifferenceReason | null; words: string } | null
  massG: number
  massBasis: MassBasis
  slip: { number: string; sha256: string | null } | null
  legalStatus: LegalStatus
  sortingOperator: string
  sortedOn: IsoDay | null
  sortingEvidence: string
  /** Cents before tax for the whole; 0 is free. */
  priceCents: number
  fromCommune: string
  toCommune: string | null
  undertakings: readonly Undertaking[]
  signatures: readonly PaperSignature[]
}

/** What anyone with the number may read: no name, no price, no code of a piece. */
export type PublicFacts = Pick<
  PaperFacts,
  'kind' | 'number' | 'handedOverOn' | 'massG' | 'massBasis' | 'legalStatus' | 'fromCommune' | 'toCommune'
> & { material: MaterialType; signedBy: number; receivedOn: IsoDay | null }

/** What a file is, held against a document: the one issued, another one issued here, or none. */
export type Comparison = { kind: 'same' | 'other'; number: string } | { kind: 'different' }

export function publicFactsOf(facts: PaperFacts): PublicFacts {
  const { kind, number, handedOverOn, massG, massBasis, legalStatus, fromCommune, toCommune } = facts
  const shown = { kind, number, handedOverOn, massG, massBasis, legalStatus, fromCommune, toCommune }
  const receivedOn = facts.receivedAtMs === undefined ? null : isoDayOf(facts.receivedAtMs)
  return { ...shown, material: facts.lot.material, signedBy: facts.signatures.length, receivedOn }
}

/** A value as JSON with the keys of every object in order, so that the same facts are the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${sorted.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(',')}}`
}

type CheckedMass = { method: 'counted' | 'weighed'; weighedG: number | null; receivedAtMs: number }

/** The last weighing that found the mass both sides signed, if one did. */
export function weighingOf<Check extends CheckedMass>(checks: readonly Check[], massG: number): Check | null {
  const found = checks.filter(({ method, weighedG }) => method === 'weighed' && weighedG === massG)
  return found.sort((a, b) => b.receivedAtMs - a.receivedAtMs)[0] ?? null
}

/** How a signed mass was established; `expectedG` is what the lot's sheet says of this part. */
export function massBasisOf(
  checks: readonly CheckedMass[],
  massG: number,
  expectedG: number | null,
): MassBasis {
  if (weighingOf(checks, massG)) return 'weighed'
  return massG === expectedG ? 'computed' : 'agreed'
}

type CountedPart = { side: Side; countedMilli: number; receivedAtMs: number }

/**
 * What was counted to leave, when whoever counted last on each side found the same; null when nobody counted, or the
 * two sides differ: then the reserved quantity stands.
 */
export function countedPart<Check extends CountedPart>(checks: readonly Check[]): Check | null {
  const ordered = [...checks].sort((a, b) => a.receivedAtMs - b.receivedAtMs)
  const last = ordered.at(-1) ?? null
  const other = last && ordered.findLast(({ side }) => side !== last.side)
  return other && other.countedMilli !== last.countedMilli ? null : last
}
