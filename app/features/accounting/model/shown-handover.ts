import type { MaterialType } from '~/core/material-types'
import type { LedgerRow } from './ledger-row'

/**
 * A handover as a page shows it. Everyone reads the month, the material, the mass and both communes; who may
 * follow it to its lot, photos and signatures gets `own` with the day.
 */
export type ShownHandover = {
  seq: number
  /** `YYYY-MM`. */
  month: string
  material: MaterialType
  massG: number
  /** Whether the mass was corrected since it was entered. */
  isCorrected: boolean
  fromCommuneCode: string
  fromCommuneName: string
  toCommuneCode: string | null
  toCommuneName: string | null
  straightM: number | null
  netAvoidedGCo2e: number | null
  own: {
    handoverId: string
    day: string
    receivedAtMs: number
    lotReference: string
    lotTitle: string
    siteName: string
  } | null
}

export type ShownHandovers<Entry> = {
  shown: (Entry & { row: ShownHandover })[]
  /** Whether the list leaves handovers out, of communes that have too few for any to be told. */
  isPartial: boolean
}

/** The group whose size decides whether its handovers are shown one by one: commune of departure and year. */
export function groupOf(row: Pick<LedgerRow, 'fromCommuneCode' | 'handedOverOn'>): string {
  return `${row.fromCommuneCode} ${row.handedOverOn.slice(0, 4)}`
}

/**
 * What a reader sees of rows of the ledger: with rights a row whole; without, its public part unless it is withheld.
 * Neither how many are left out nor what they weigh is told.
 */
export function shownTo<Entry extends { row: LedgerRow }>(
  entries: readonly Entry[],
  reader: {
    mayFollow: (row: LedgerRow) => boolean
    withheld: readonly { seq: number }[]
  },
): ShownHandovers<Omit<Entry, 'row'>> {
  const withheld = new Set(reader.withheld.map(({ seq }) => seq))
  const shown: (Omit<Entry, 'row'> & { row: ShownHandover })[] = []
  for (const entry of entries) {
    const { row } = entry
    const isOwn = reader.mayFollow(row)
    if (isOwn || !withheld.has(row.seq)) shown.push({ ...entry, row: shownRow(row, isOwn) })
  }
  return { shown, isPartial: shown.length < entries.length }
}

/** Copies what may be told, and nothing else: what a page is given reaches the browser. */
function shownRow(row: LedgerRow, isOwn: boolean): ShownHandover {
  const { handoverId, receivedAtMs, lotReference, lotTitle, siteName } = row
  return {
    seq: row.seq,
    month: row.handedOverOn.slice(0, 7),
    material: row.material,
    massG: row.massG,
    isCorrected: row.kind === 'replacement',
    fromCommuneCode: row.fromCommuneCode,
    fromCommuneName: row.fromCommuneName,
    toCommuneCode: row.toCommuneCode,
    toCommuneName: row.toCommuneName,
    straightM: row.straightM,
    netAvoidedGCo2e: row.netAvoidedGCo2e,
    own: isOwn ? { handoverId, day: row.handedOverOn, receivedAtMs, lotReference, lotTitle, siteName } : null,
  }
}
