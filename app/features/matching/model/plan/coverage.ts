import type { Reach } from './candidates'
import type { Coverage, PlanPart } from './plan'
import type { PlanSnapshot } from './plan-snapshot'

/**
 * What the needs of each commune want and get, by the commune of the need, in order of its code. What is still wanted
 * weighs what the lots within its reach weigh on average, unit for unit; a need with none of known mass is unweighed.
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
    addMasses(row, side.quantityMilli, own, reach[place]!)
  })
  return [...rows.values()].sort((a, b) => (a.communeCode < b.communeCode ? -1 : 1))
}

function addMasses(row: Coverage, wantedMilli: number, own: readonly PlanPart[], reach: Reach): void {
  const { gPerUnit } = reach
  if (gPerUnit === null) {
    row.unweighed += 1
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
  const none = { needs: 0, served: 0, unweighed: 0, wantedG: 0, servedG: 0, reachG: 0, netG: 0 }
  return { communeCode, ...none }
}
