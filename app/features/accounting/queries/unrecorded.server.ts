import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CompletedHandover } from '~/features/reservations/queries.server'
import { reader } from '~/platform/db.server'
import { haulChoices, ledgerRows } from '~db/sqlite/accounting'
import { lots } from '~db/sqlite/lots'
import { handovers, reservations } from '~db/sqlite/reservations'
import type { HaulChoice } from './corrections.server'

export type Unrecorded = CompletedHandover & { completedAtMs: number; haul: HaulChoice | null }

/** Completed handovers that the ledger has no entry of, the first completed first. */
export async function listUnrecorded(limit: number): Promise<Unrecorded[]> {
  return reader()
    .select({
      handoverId: handovers.id,
      reservationId: handovers.reservationId,
      handedOverOn: handovers.handedOverOn,
      completedAtMs: handovers.completedAtMs,
      massG: handovers.massG,
      material: lots.material,
      fromSiteId: lots.siteId,
      fromCommuneCode: lots.communeCode,
      toCommuneCode: reservations.takerCommuneCode,
      haul: { truck: haulChoices.truck, emptyReturnPct: haulChoices.emptyReturnPct },
    })
    .from(handovers)
    .innerJoin(reservations, eq(reservations.id, handovers.reservationId))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .leftJoin(haulChoices, eq(haulChoices.reservationId, handovers.reservationId))
    .leftJoin(ledgerRows, and(eq(ledgerRows.handoverId, handovers.id), eq(ledgerRows.kind, 'handover')))
    .where(isNull(ledgerRows.seq))
    .orderBy(asc(handovers.completedAtMs), asc(handovers.id))
    .limit(limit)
}
