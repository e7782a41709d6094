import { expect, it } from 'vitest'
import { greatCircleKm } from '~/core/geo-point'
import { PointDistances } from './point-distances'

it('measures each two points to the last bit, whether it keeps them or not', () => {
  const points = Array.from({ length: 12 }, (_, at) => ({
    lat: 48.7 + (at % 5) / 17,
    lon: 2.2 + (at % 3) / 7,
  }))
  for (const most of [0, 20, 1000]) {
    const distances = new PointDistances(points, most)
    for (const from of [...points, ...points]) {
      distances.take(from)
      points.forEach((to, at) => expect(distances.to(at)).toBe(greatCircleKm(from, to)))
    }
  }
})
