import { describe, expect, it } from 'vitest'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import { netRange } from './net-range'

describe('the range of net emissions', () => {
  it('of a sum is the sum of the ranges of its handovers', () => {
    const trips = [
      { material: 'brick', massG: 2_000_000, straightKm: 9 },
      { material: 'brick', massG: 600_000, straightKm: 3 },
      { material: 'insulation', massG: 250_000, straightKm: 21 },
      { material: 'structural-timber', massG: 900_000, straightKm: 14 },
    ] as const
    const nets = trips.map((trip) => {
      const net = netBenefit(trip)
      if (!net.ok) throw new Error(net.reason)
      return net
    })
    const sum = (of: (net: (typeof nets)[number]) => number) =>
      nets.reduce((total, net) => total + of(net), 0)
    const range = netRange(
      trips.map(({ material, massG }, index) => ({ material, claimedG: massG, netG: nets[index]!.netG })),
    )
    expect(range.netG).toBe(sum(({ netG }) => netG))
    expect(Math.abs(range.lowG - sum(({ lowG }) => lowG))).toBeLessThan(10)
    expect(Math.abs(range.highG - sum(({ highG }) => highG))).toBeLessThan(10)
    expect(range.lowG).toBeLessThan(range.netG)
    expect(range.highG).toBeGreaterThan(range.netG)
  })

  it('may be negative: far hauls of light loads', () => {
    const net = netBenefit({ material: 'concrete', massG: 100_000, straightKm: 30 })
    if (!net.ok) throw new Error(net.reason)
    expect(netRange([{ material: 'concrete', claimedG: 100_000, netG: net.netG }]).highG).toBeLessThan(0)
  })
})
