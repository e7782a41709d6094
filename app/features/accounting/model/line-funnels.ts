import { funnelMasses, type FunnelLot, type GrantedPart } from './funnel-masses'

/** What was published and handed over from a line of an inventory, in grams. */
export type LineFunnel = {
  lots: number
  publishedG: number
  /** Granted by its giver and not collected yet. */
  reservedG: number
  handedOverG: number
  /** Offered lots that say no mass: they weigh in nothing before the handover. */
  lotsWithoutMass: number
}

type Lot = FunnelLot & { inventoryLineId: string | null }

/** Lots of a site by the line that they come from (`null`: none), weighed as the commune's funnel weighs them. */
export function lineFunnels(site: {
  lots: readonly Lot[]
  granted: readonly GrantedPart[]
}): Map<string | null, LineFunnel> {
  const byLine = new Map<string | null, Lot[]>()
  for (const lot of site.lots) {
    byLine.set(lot.inventoryLineId, [...(byLine.get(lot.inventoryLineId) ?? []), lot])
  }
  return new Map([...byLine].map(([lineId, lots]) => [lineId, funnelOf(lots, site.granted)]))
}

function funnelOf(lots: readonly Lot[], all: readonly GrantedPart[]): LineFunnel {
  const ids = new Set(lots.map(({ id }) => id))
  const granted = all.filter(({ lotId }) => ids.has(lotId))
  const weigh = (isCollected: boolean) =>
    granted.reduce((sum, part) => sum + (part.isCollected === isCollected ? (part.massG ?? 0) : 0), 0)
  const handedOverG = weigh(true)
  const { steps, lotsWithoutMass } = funnelMasses({ inventoriedG: 0, handedOverG, lots, granted })
  const publishedG = steps.find(({ stage }) => stage === 'published')?.massG ?? 0
  return { lots: lots.length, publishedG, reservedG: weigh(false), handedOverG, lotsWithoutMass }
}
