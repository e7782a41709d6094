import type { TreeLinks } from '../allocation/tree-links'
import type { PairTable } from './pair-table'
import type { PlanLinks } from './plan-answers'
import type { PlanSnapshot } from './plan-snapshot'
import { placesOf } from './same'

/** What a plan leaves standing for the next: pairs and trees. Nothing of the next depends on it but its time. */
export type Standing = PlanLinks & { table: PairTable }

/** Trees of an earlier snapshot by the places of another: what is gone hangs nothing any more. */
export function placedIn({ table, proof, plan }: Standing, snapshot: PlanSnapshot): PlanLinks {
  const before = table.snapshot
  const lots = placesOf(before.lots, snapshot.lots)
  const needs = placesOf(before.needs, snapshot.needs)
  const placed = (links: TreeLinks | null) =>
    links && {
      ofLots: moved(links.ofLots, { sides: lots, parents: needs, size: snapshot.lots.length }),
      ofNeeds: moved(links.ofNeeds, { sides: needs, parents: lots, size: snapshot.needs.length }),
    }
  return { proof: placed(proof), plan: placed(plan) }
}

function moved(
  links: Int32Array,
  { sides, parents, size }: { sides: Int32Array; parents: Int32Array; size: number },
): Int32Array {
  const made = new Int32Array(size).fill(-1)
  links.forEach((parent, side) => {
    if (sides[side]! >= 0 && parent >= 0) made[sides[side]!] = parents[parent]!
  })
  return made
}
