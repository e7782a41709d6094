import type { SightedKind } from '~/core/sighting'
import type { Zone } from '~/core/zone'

/** A zone that is marked to be blurred, or was and is not any more. */
export type MarkedZone = { zone: Zone; kind: SightedKind | 'drawn'; isChecked: boolean }
