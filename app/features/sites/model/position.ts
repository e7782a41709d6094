import { greatCircleKm, type GeoPoint } from '~/core/geo-point'
import { PARIS_CODE } from '~/features/communes/model/commune'

type Placed = GeoPoint & { code: string; name: string }

/** Farther than this from its commune's point, a position is questioned: points are those of town centres. */
const FAR_KM = 15
const FAR_KM_PARIS = 12
/** Farther than this from every commune's point, a position has nothing to do with the Métropole. */
const SURROUNDINGS_KM = 10

export type PositionVerdict =
  { kind: 'fine' } | { kind: 'far'; km: number; communeName: string } | { kind: 'outside' }

/** Whether a position can be that of a site in a commune. */
export function judgePosition(
  position: GeoPoint,
  commune: Placed,
  communes: readonly Placed[],
): PositionVerdict {
  const isNear = communes.some((other) => greatCircleKm(position, other) <= SURROUNDINGS_KM)
  if (!isNear) return { kind: 'outside' }
  const km = greatCircleKm(position, commune)
  const limit = commune.code === PARIS_CODE ? FAR_KM_PARIS : FAR_KM
  return km > limit ? { kind: 'far', km: Math.round(km), communeName: commune.name } : { kind: 'fine' }
}
