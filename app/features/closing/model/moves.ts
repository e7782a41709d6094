import type { IsoDay } from '~/core/days'
import type { Unit } from '~/core/units'
import { REUSE_OUTCOMES, type ClosingOutcome } from '~/core/waste-terms'
import type { ClosingRow } from './closing-record'

/** One mass that left a site: a handover of the ledger, or a departure that a person declared. */
export type Move = {
  id: string
  /** The row of the record that it counts in. */
  row: ClosingRow
  /** Null for a handover of this platform. */
  outcome: ClosingOutcome | null
  legalStatus: 'reuse' | 'waste-reuse' | null
  label: string
  massG: number
  quantity: { milli: number; unit: Unit } | null
  destination: string
  communeName: string
  day: IsoDay | null
  wasteCode: string
  /** Reference of the lot of a handover, evidence of a departure. */
  evidence: string
}

type Handover = {
  handoverId: string
  inventoryLineId: string | null
  legalStatus: 'reuse' | 'waste-reuse'
  lotTitle: string
  lotReference: string
  massG: number
  quantityMilli: number
  unit: Unit
  takerName: string
  toCommuneName: string | null
  handedOverOn: IsoDay
}
type Entry = {
  id: string
  inventoryLineId: string | null
  inventoryWasteId: string | null
  outcome: ClosingOutcome
  label: string
  massG: number
  operator: string
  wasteCode: string
  evidence: string
}

/** All that left, each in the row that counts it: handovers in the order of the ledger, then departures. */
export function movesOf({
  rows,
  handovers,
  entries,
}: {
  rows: readonly ClosingRow[]
  handovers: readonly Handover[]
  entries: readonly Entry[]
}): Move[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const outside = rows.find(({ kind }) => kind === 'outside')
  const rowOf = (id: string | null) => byId.get(id ?? '') ?? outside
  return [
    ...handovers.flatMap((handover): Move[] => {
      const row = rowOf(handover.inventoryLineId)
      return row ? [handoverMove(handover, row)] : []
    }),
    ...entries.flatMap((entry): Move[] => {
      const row = rowOf(entry.inventoryLineId ?? entry.inventoryWasteId)
      return row ? [entryMove(entry, row)] : []
    }),
  ]
}

function handoverMove(handover: Handover, row: ClosingRow): Move {
  const { handoverId, legalStatus, lotTitle, massG, quantityMilli, unit } = handover
  return {
    ...{ id: handoverId, row, outcome: null, legalStatus, label: lotTitle, massG },
    quantity: { milli: quantityMilli, unit },
    ...{ destination: handover.takerName, communeName: handover.toCommuneName ?? '' },
    ...{ day: handover.handedOverOn, wasteCode: '', evidence: handover.lotReference },
  }
}

function entryMove(entry: Entry, row: ClosingRow): Move {
  const { id, outcome, label, massG, operator, wasteCode, evidence } = entry
  return {
    ...{ id, row, outcome, legalStatus: null, label, massG, quantity: null },
    ...{ destination: operator, communeName: '', day: null, wasteCode, evidence },
  }
}

/** Whether a mass stayed in use: handed over, or reused otherwise. What else left is waste. */
export function isReuse({ outcome }: Pick<Move, 'outcome'>): boolean {
  return outcome === null || REUSE_OUTCOMES.some((reuse) => reuse === outcome)
}
