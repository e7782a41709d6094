import type { ClosingRow } from './closing-record'

type Ref = { inventoryLineId: string | null; inventoryWasteId?: string | null }

/** Of handovers or entries, those that count in a row; `rows` are all of the record. */
export function movesOfRow<Move extends Ref>(
  moves: readonly Move[],
  row: Pick<ClosingRow, 'id' | 'kind'>,
  rows: readonly Pick<ClosingRow, 'id'>[],
): Move[] {
  const known = new Set(rows.map(({ id }) => id))
  return moves.filter((move) => {
    const of = move.inventoryLineId ?? move.inventoryWasteId ?? ''
    return row.kind === 'outside' ? !known.has(of) : of === row.id
  })
}
