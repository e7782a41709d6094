import { greatCircleKm, type GeoPoint } from '~/core/geo-point'

export type Placed = GeoPoint & { code: string }

/**
 * Great-circle kilometres from a commune's point to those within a radius, itself included at 0, by code.
 * Null when the commune is unknown. Points stand for communes: distances are those of town centres.
 */
export function communesWithin(
  communes: readonly Placed[],
  code: string,
  radiusKm: number,
): Map<string, number> | null {
  const centre = communes.find((commune) => commune.code === code)
  if (!centre) return null
  const near = communes
    .map((commune) => [commune.code, greatCircleKm(centre, commune)] as const)
    .filter(([, km]) => km <= radiusKm)
  return new Map(near)
}
