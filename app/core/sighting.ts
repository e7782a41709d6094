import type { Zone } from './zone'

/** What the detector spots: somebody, or a vehicle, whose plate may be read. */
export const SIGHTED_KINDS = ['person', 'vehicle'] as const
export type SightedKind = (typeof SIGHTED_KINDS)[number]

/** Something spotted in a photo: where it is proposed to blur, and how sure the detector is, from 0 to 1. */
export type Sighting = { kind: SightedKind; zone: Zone; score: number }
