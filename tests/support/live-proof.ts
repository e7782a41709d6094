import type { LiveFlow } from '~/features/matching/model/allocation/live-flow'
import { FINE, type LiveSide } from '~/features/matching/model/allocation/live-side'
import { NONE } from '~/features/matching/model/allocation/spanning-tree'

/**
 * What of a standing allocation's proof, or of the bounds by which searches skip arcs, does not hold; empty when all does.
 * Read from every arc, whatever a search would look at.
 */
export function unprovedOf(flow: LiveFlow): string[] {
  const { lots, needs } = flow
  return [
    ...restsOf(lots),
    ...restsOf(needs),
    ...arcsOf(flow),
    ...boundsOf(lots, needs),
    ...boundsOf(needs, lots),
  ]
}

function* restsOf({ size, worth, rest }: LiveSide): Generator<string> {
  for (let node = 0; node < size; node++) {
    if (worth[node]! < -1) yield `${node} is worth ${worth[node]}`
    if (rest[node]! > 0 && worth[node]! > 1) yield `${node} rests and is worth ${worth[node]}`
  }
}

function* arcsOf({ lots, needs, gainOf }: LiveFlow): Generator<string> {
  for (let lot = 0; lot < lots.size; lot++) {
    for (let at = lots.arcsFrom(lot); at < lots.arcsUntil(lot); at += 2) {
      const need = lots.arcs[at]!
      const over = FINE * lots.arcs[at + 1]! - lots.worth[lot]! - needs.worth[need]!
      if (over > 1) yield `${lot} gains more at ${need} than both are worth: ${over}`
    }
    for (let at = lots.firstCarried[lot]!; at !== NONE; at = lots.nextCarried[at]!) {
      const need = needs.nodeOf[at]!
      const over = FINE * gainOf[at]! - lots.worth[lot]! - needs.worth[need]!
      if (over < -1) yield `${lot} gives to ${need} and gains less than both are worth: ${over}`
    }
  }
}

function* boundsOf(own: LiveSide, other: LiveSide): Generator<string> {
  for (let node = 0; node < own.size; node++) {
    for (let at = own.arcsFrom(node); at < own.arcsUntil(node); at += 2) {
      const isNear = at < own.nearUntil(node)
      const bound = isNear ? own.bound[at / 2]! - other.fallen : own.farOf(node, other)
      const least = other.worth[own.arcs[at]!]! - FINE * own.arcs[at + 1]!
      if (bound > least) yield `${node} takes ${own.arcs[at]} to be farther than it is: ${bound - least}`
    }
  }
}
