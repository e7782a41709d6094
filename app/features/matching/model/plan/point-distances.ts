import { cosOfLat, type GeoPoint, greatCircleKmOf } from '~/core/geo-point'

/** Numbers kept in all, 8 bytes each: sites mostly stand at few points (the middle of their commune). */
const MOST_KEPT = 4_000_000

/**
 * Great-circle kilometres from one point after the other to each of many, to the last bit those of `greatCircleKm`: each
 * two points are measured once.
 */
export class PointDistances {
  private readonly lat: number[] = []
  private readonly lon: number[] = []
  private readonly cosLat: number[] = []
  /** The number of the point at which each target stands. */
  private readonly pointOf: Int32Array
  private readonly rows = new Map<string, Float64Array>()
  private row: Float64Array = new Float64Array(0)
  private from: { lat: number; lon: number; cosLat: number } = { lat: 0, lon: 0, cosLat: 1 }

  /** @param most numbers kept; what is more is measured each time */
  constructor(
    targets: readonly GeoPoint[],
    private readonly most = MOST_KEPT,
  ) {
    const numbers = new Map<string, number>()
    this.pointOf = Int32Array.from(targets, ({ lat, lon }) => {
      const key = `${lat} ${lon}`
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, this.lat.length)
      this.lon.push(lon)
      this.cosLat.push(cosOfLat(lat))
      return this.lat.push(lat) - 1
    })
  }

  /** Takes the point from which `to` measures next. */
  take({ lat, lon }: GeoPoint): void {
    const key = `${lat} ${lon}`
    this.from = { lat, lon, cosLat: cosOfLat(lat) }
    this.row = this.rows.get(key) ?? new Float64Array(0)
    if (this.row.length > 0 || (this.rows.size + 1) * this.lat.length > this.most) return
    this.row = new Float64Array(this.lat.length).fill(Number.NaN)
    this.rows.set(key, this.row)
  }

  to(target: number): number {
    const point = this.pointOf[target]!
    const { row } = this
    if (point >= row.length) return this.measured(point)
    const known = row[point]!
    // Not a number until it is measured.
    return known === known ? known : (row[point] = this.measured(point))
  }

  private measured(point: number): number {
    const { lat, lon, cosLat } = this.from
    return greatCircleKmOf(lat, lon, cosLat, this.lat[point]!, this.lon[point]!, this.cosLat[point]!)
  }
}
