import { unitMass } from '~/core/material-masses'
import type { MatchNeed } from '../score'
import type { Reach } from './candidates'
import type { Coverage, PlanPart } from './plan'
import type { PlanSnapshot } from './plan-snapshot'

/**
 * What the needs of each commune want and get, by the commune of the need, in order of its code. What is still wanted
 * weighs what the lots within its reach weigh on average, unit for unit, or what the material
 * usually does; a need of which nobody knows the mass is unweighed.
 */
export function coverageOf(
  { needs }: PlanSnapshot,
  parts: readonly PlanPart[],
  reach: readonly Reach[],
): Coverage[] {
  const partsOf = new Map<string, PlanPart[]>()
  for (const part of parts) partsOf.set(part.needId, [...(partsOf.get(part.needId) ?? []), part])
  const rows = new Map<string, Coverage>()
  needs.forEach(({ side, communeCode }, place) => {
    const row = rows.get(communeCode) ?? emptyRow(communeCode)
    rows.set(communeCode, row)
    const own = partsOf.get(side.id) ?? []
    row.needs += 1
    row.served += own.length > 0 ? 1 : 0
    row.netG += sumOf(own, ({ netG }) => netG)
    addMasses(row, side, own, reach[place]!)
  })
  return [...rows.values()].sort((a, b) => (a.communeCode < b.communeCode ? -1 : 1))
}

function addMasses(row: Coverage, side: MatchNeed, own: readonly PlanPart[], reach: Reach): void {
  const { quantityMilli: wantedMilli, material, unit } = side
  const gPerUnit = reach.gPerUnit ?? unitMass(material, unit)?.gPerUnit ?? null
  if (gPerUnit === null) {
    row.unweighed += 1
    row.unweighedShort += reach.milli < wantedMilli ? 1 : 0
    return
  }
  const servedMilli = sumOf(own, ({ quantityMilli }) => quantityMilli)
  const servedG = sumOf(own, ({ massG }) => massG)
  const massOf = (milli: number) => Math.round((Math.max(0, milli) * gPerUnit) / 1000)
  row.servedG += servedG
  row.wantedG += servedG + massOf(wantedMilli - servedMilli)
  row.reachG += servedG + massOf(Math.min(wantedMilli, reach.milli) - servedMilli)
}

function sumOf(parts: readonly PlanPart[], of: (part: PlanPart) => number | null): number {
  return parts.reduce((sum, part) => sum + (of(part) ?? 0), 0)
}

function emptyRow(communeCode: string): Coverage {
  const none = {
    needs: 0,
    served: 0,
    unweighed: 0,
    unweighedShort: 0,
    wantedG: 0,
    servedG: 0,
    reachG: 0,
    netG: 0,
  }
  return { communeCode, ...none }
}
