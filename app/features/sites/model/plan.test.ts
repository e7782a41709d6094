import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greatCircleKm } from '~/core/geo-point'
import { bearingOf, fromPlan, parseDegrees, readableNames, toPlan } from './plan'

const CENTRE = { lat: 48.9362, lon: 2.3574 }
const km = fc.double({ min: -12, max: 12, noNaN: true })

describe('a plan', () => {
  it('comes back to the same place within two metres', () => {
    fc.assert(
      fc.property(km, km, (eastKm, southKm) => {
        const back = toPlan(CENTRE, fromPlan(CENTRE, { eastKm, southKm }))
        expect(Math.abs(back.eastKm - eastKm)).toBeLessThan(0.002)
        expect(Math.abs(back.southKm - southKm)).toBeLessThan(0.002)
      }),
    )
  })

  it('keeps distances within half a percent of the great circle', () => {
    fc.assert(
      fc.property(km, km, (eastKm, southKm) => {
        const flat = Math.hypot(eastKm, southKm)
        fc.pre(flat > 0.5)
        const real = greatCircleKm(CENTRE, fromPlan(CENTRE, { eastKm, southKm }))
        expect(Math.abs(real - flat) / flat).toBeLessThan(0.005)
      }),
    )
  })
})

it.each([
  [0, -1, 'n'],
  [1, -1, 'ne'],
  [1, 0, 'e'],
  [0, 1, 's'],
  [-1, 1, 'sw'],
  [-1, 0, 'w'],
  [-1, -1, 'nw'],
] as const)('%d km east and %d km south is to the %s', (eastKm, southKm, bearing) => {
  expect(bearingOf({ eastKm, southKm })).toBe(bearing)
})

it.each([
  ['48,9362', 48.9362],
  [' 2.3574 ', 2.3574],
  ['-0,5', -0.5],
  ['48.936212345', 48.93621],
  ['', null],
  ['48°56', null],
  ['1e3', null],
])('reads «%s» as %s', (text, degrees) => {
  expect(parseDegrees(text)).toBe(degrees)
})

describe('the names of a plan', () => {
  const size = { letter: 10, line: 30, halfSide: 400 }
  const place = (code: string, x: number, y: number, name = 'Bagneux') => ({ code, name, x, y })

  it('are left out where they would touch one nearer to the middle', () => {
    const names = readableNames([place('far', 60, 10), place('middle', 0, 0), place('below', 0, 100)], size)
    expect([...names].sort()).toEqual(['below', 'middle'])
  })

  it('are left out where they would be cut by the edge', () => {
    const names = readableNames(
      [place('edge', 390, 0), place('top', 0, -395), place('inside', -300, 0)],
      size,
    )
    expect([...names]).toEqual(['inside'])
  })
})
