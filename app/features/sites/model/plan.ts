import type { GeoPoint } from '~/core/geo-point'

/** Kilometres to the east and to the south of the middle of a plan. */
export type PlanPoint = { eastKm: number; southKm: number }

const KM_PER_DEGREE = 111.195

/** Where a point lies on a plan around a centre; equirectangular, right within 0.1 % over a few kilometres. */
export function toPlan(centre: GeoPoint, point: GeoPoint): PlanPoint {
  return {
    eastKm: (point.lon - centre.lon) * KM_PER_DEGREE * shrink(centre),
    southKm: (centre.lat - point.lat) * KM_PER_DEGREE,
  }
}

/** The point of a place on a plan, to 0.00001 degree, about a metre. */
export function fromPlan(centre: GeoPoint, { eastKm, southKm }: PlanPoint): GeoPoint {
  return {
    lat: rounded(centre.lat - southKm / KM_PER_DEGREE),
    lon: rounded(centre.lon + eastKm / (KM_PER_DEGREE * shrink(centre))),
  }
}

/** Reads a degree as people type it: «48,9362», «2.3574»; null when it is none. */
export function parseDegrees(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('\u2212', '-')
  if (!/^-?\d{1,3}(\.\d+)?$/.test(plain)) return null
  return rounded(Number(plain))
}

const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Bearing = (typeof COMPASS)[number]

/** The direction of a place seen from the middle of its plan. */
export function bearingOf({ eastKm, southKm }: PlanPoint): Bearing {
  const turn = Math.atan2(eastKm, -southKm) / (2 * Math.PI)
  return COMPASS[Math.round(turn * 8 + 8) % 8] ?? 'n'
}

type NamedPlace = { code: string; name: string; x: number; y: number }

/**
 * The places whose name can be written on a plan without touching another's, nearest to its middle first. Positions are
 * in units of the plan, (0, 0) in its middle; a name is centred above its place, and `halfSide` is half the plan.
 */
export function readableNames(
  places: readonly NamedPlace[],
  { letter, line, halfSide }: { letter: number; line: number; halfSide: number },
): Set<string> {
  const nearest = [...places].sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
  const kept: { left: number; right: number; y: number }[] = []
  const names = new Set<string>()
  for (const { code, name, x, y } of nearest) {
    const half = (name.length * letter) / 2
    const box = { left: x - half, right: x + half, y }
    const isInside = box.left > -halfSide && box.right < halfSide && y - line > -halfSide
    const touches = kept.some(
      (other) => box.left < other.right && other.left < box.right && Math.abs(box.y - other.y) < line,
    )
    if (!isInside || touches) continue
    kept.push(box)
    names.add(code)
  }
  return names
}

function shrink({ lat }: GeoPoint): number {
  return Math.cos((lat * Math.PI) / 180)
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
