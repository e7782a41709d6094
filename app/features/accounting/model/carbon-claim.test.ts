import { expect, it } from 'vitest'
import { carbonClaim } from './carbon-claim'

it.each([
  [[], { netKg: null, claims: 0, total: 0 }],
  [[null, null], { netKg: null, claims: 0, total: 2 }],
  [[1500, null, -500], { netKg: 1, claims: 2, total: 3 }],
  [[-2000], { netKg: -2, claims: 1, total: 1 }],
])('sums %j', (nets, claim) => {
  expect(carbonClaim(nets.map((netAvoidedGCo2e) => ({ netAvoidedGCo2e })))).toEqual(claim)
})
