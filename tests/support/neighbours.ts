import { expect } from 'vitest'
import { communesWithin, type Placed } from '~/features/communes/model/nearby'

/** Two ways of reckoning a distance on the sphere may differ by less than a metre. */
const HAIR_KM = 0.001

/** Expects these communes, nearest first, to be those within `km` of a centre: a hair decides neither who nor in which order. */
export function expectNeighbours(
  codes: readonly string[],
  communes: readonly Placed[],
  { centre, km }: { centre: string; km: number },
): void {
  const within = (radiusKm: number) => communesWithin(communes, centre, radiusKm)!
  const away = within(km + HAIR_KM)
  expect(new Set(codes).size).toBe(codes.length)
  expect([...away.keys()]).toEqual(expect.arrayContaining([...codes]))
  expect(codes).toEqual(expect.arrayContaining([...within(km - HAIR_KM).keys()]))
  codes.slice(1).forEach((code, at) => {
    expect(away.get(code)! + HAIR_KM).toBeGreaterThanOrEqual(away.get(codes[at]!)!)
  })
}
