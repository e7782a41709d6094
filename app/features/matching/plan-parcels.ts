import type { PlanPart } from './model/plan/plan'

/**
 * The parts of a plan as bytes, some hundred a parcel, for handing from thread to thread: tens of thousands of objects
 * would have to be copied by the thread that answers requests, bytes change hands.
 */
export type PlanParcels = Uint8Array<ArrayBuffer>[]

/** Parts of one parcel, which one statement inserts, within what every engine takes. */
const PARTS_OF_PARCEL = 500

export function inParcels(parts: readonly PlanPart[]): PlanParcels {
  const parcels: PlanParcels = []
  for (let from = 0; from < parts.length; from += PARTS_OF_PARCEL) {
    const text = JSON.stringify(parts.slice(from, from + PARTS_OF_PARCEL))
    parcels.push(new TextEncoder().encode(text))
  }
  return parcels
}

/** The parts of a parcel of `inParcels`. */
export function fromParcel(parcel: Uint8Array): PlanPart[] {
  return JSON.parse(new TextDecoder().decode(parcel)) as PlanPart[]
}
