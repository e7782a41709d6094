import { nowMs } from '~/core/clock'
import { greatCircleKm, type GeoPoint } from '~/core/geo-point'
import type { FactorSet } from '~/features/carbon/model/factors'
import { factorSetOn } from '~/features/carbon/queries.server'
import { findCommune, listCommunes } from '~/features/communes/queries.server'
import { findCompletedHandover, type CompletedHandover } from '~/features/reservations/queries.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { estimateOf } from '../estimate.server'
import type { NewLedgerRow } from '../model/chained-row'
import { findHaulChoice, type HaulChoice } from '../queries/corrections.server'
import { listUnrecorded } from '../queries/unrecorded.server'
import { appendRows, insertEntry } from '../repo.server'

/**
 * Enters a completed handover in the ledger, with the net emissions that factors of that day support.
 * Idempotent: the ledger holds one entry per handover.
 * @throws Error when there is no such handover
 */
export async function recordHandover(handoverId: string): Promise<void> {
  const handover = await findCompletedHandover(handoverId)
  if (!handover) throw new Error(`No completed handover ${handoverId}`)
  const from = await findCommune(handover.fromCommuneCode)
  const to = handover.toCommuneCode ? await findCommune(handover.toCommuneCode) : null
  const haul = await findHaulChoice(handover.reservationId)
  const entry = await entryOf(handover, { from, to, haul, recordedAtMs: nowMs() })
  await withTx(async (tx) => {
    if (await insertEntry(tx, entry)) await tell(tx, 'ledger.recorded', { handoverId })
  })
}

/** Handovers entered in one transaction: thousands, while other writers wait. */
const RECORDED_AT_ONCE = 4000

/**
 * Enters every completed handover that the ledger lacks, oldest first, thousands in a transaction: for a database that
 * was filled past the commands. Each is recorded as of `afterMs` after its completion. Answers how many were entered.
 */
export async function recordMissing({ afterMs }: { afterMs: number }): Promise<number> {
  const communes = new Map((await listCommunes()).map((commune) => [commune.code, commune]))
  const factors = new Map<string, FactorSet>()
  let entered = 0
  for (;;) {
    const missing = await listUnrecorded(RECORDED_AT_ONCE)
    if (missing.length === 0) return entered
    const entries: NewLedgerRow[] = []
    for (const handover of missing) {
      const from = communes.get(handover.fromCommuneCode) ?? null
      const to = communes.get(handover.toCommuneCode ?? '') ?? null
      const day = handover.handedOverOn
      const factorsOfDay = factors.get(day) ?? (await factorSetOn(day))
      factors.set(day, factorsOfDay)
      const recordedAtMs = handover.completedAtMs + afterMs
      entries.push(await entryOf(handover, { from, to, haul: handover.haul, recordedAtMs, factorsOfDay }))
    }
    await withTx(async (tx) => void (await appendRows(tx, entries)))
    entered += entries.length
  }
}

type Around = {
  from: GeoPoint | null
  to: GeoPoint | null
  haul: HaulChoice | null
  recordedAtMs: number
  factorsOfDay?: FactorSet
}

async function entryOf(
  handover: CompletedHandover,
  { from, to, haul, recordedAtMs, factorsOfDay }: Around,
): Promise<NewLedgerRow> {
  const { handoverId, fromSiteId, fromCommuneCode, toCommuneCode, material, massG, handedOverOn } = handover
  const straightM = from && to ? Math.round(greatCircleKm(from, to) * 1000) : null
  const trip = { material, massG, straightM, handedOverOn, factorVersion: null, factorsOfDay, haul }
  const estimate = await estimateOf(trip)
  return {
    ...{ kind: 'handover', handoverId, fromSiteId, fromCommuneCode, toCommuneCode, material, massG },
    ...{ straightM, ...estimate, handedOverOn, recordedAtMs },
    ...{ correctsSeq: null, correctionId: null, reason: null, decidedBy: null },
  }
}
