import { describe, expect, it } from 'vitest'
import { comparePeers, type PeerFigures } from './peers'

const peer = (slug: string, more: Partial<PeerFigures> = {}): PeerFigures => ({
  ...{ slug, population: 1000, sites: 2, massG: 0, inventoriedG: 0, reusedG: 0 },
  ...{ isMassPartial: false, isReusedPartial: false },
  ...more,
})
const PEERS = [
  peer('large', { population: 100_000, sites: 50, massG: 5_000_000 }),
  peer('small', { population: 2000, sites: 1, massG: 400_000 }),
  peer('none', { massG: 0 }),
  peer('idle', { sites: 0 }),
]
const of = (slug: string, all = PEERS) => {
  const [rate, perSite, perInhabitant] = comparePeers(all, slug)
  return { rate: rate!, perSite: perSite!, perInhabitant: perInhabitant! }
}

describe('a place against its peers', () => {
  it('is held by site and by inhabitant, so that a small one can lead', () => {
    const { perSite, perInhabitant } = of('small')
    expect(perSite).toMatchObject({ own: 400_000, median: 100_000, peers: 3, below: 2 })
    expect(perInhabitant).toMatchObject({ own: 200, median: 50, below: 2 })
  })

  it('counts a place that handed nothing over, not one without sites', () => {
    expect(of('none').perSite).toMatchObject({ own: 0, below: 0 })
    expect(of('idle').perSite).toMatchObject({ own: null, below: null, peers: 3 })
  })

  it('has a rate only where something was inventoried', () => {
    const all = [
      peer('a', { inventoriedG: 100, reusedG: 10 }),
      peer('b', { inventoriedG: 100, reusedG: 30 }),
      peer('c'),
    ]
    expect(of('a', all).rate).toMatchObject({ own: 0.1, median: 0.2, peers: 2 })
    expect(of('c', all).rate).toMatchObject({ own: null, median: 0.2 })
  })

  it('is neither told, drawn nor in the middle where handovers are left out of it', () => {
    const all = [
      peer('a', { massG: 5, isMassPartial: true }),
      peer('b', { massG: 50 }),
      peer('c', { massG: 70 }),
    ]
    expect(of('a', all).perSite).toMatchObject({ own: null, isWithheld: true, values: [25, 35], median: 30 })
    expect(of('b', all).perSite).toMatchObject({ own: 25, isWithheld: false, peers: 2, below: 0 })
  })
})
