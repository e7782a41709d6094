import { nowMs } from '~/core/clock'
import { greatCircleKm } from '~/core/geo-point'
import { findCommune } from '~/features/communes/queries.server'
import { findCompletedHandover } from '~/features/reservations/queries.server'
import { withTx } from '~/platform/transaction.server'
import { estimateOf } from '../estimate.server'
import { findHaulChoice } from '../queries/corrections.server'
import { insertEntry } from '../repo.server'

/**
 * Enters a completed handover in the ledger, with the net emissions that factors of that day support.
 * Idempotent: the ledger holds one entry per handover.
 * @throws Error when there is no such handover
 */
export async function recordHandover(handoverId: string): Promise<void> {
  const handover = await findCompletedHandover(handoverId)
  if (!handover) throw new Error(`No completed handover ${handoverId}`)
  const { fromSiteId, fromCommuneCode, toCommuneCode, material, massG, handedOverOn } = handover
  const from = await findCommune(fromCommuneCode)
  const to = toCommuneCode ? await findCommune(toCommuneCode) : null
  const straightM = from && to ? Math.round(greatCircleKm(from, to) * 1000) : null
  const haul = await findHaulChoice(handover.reservationId)
  const estimate = await estimateOf({ material, massG, straightM, handedOverOn, factorVersion: null, haul })
  await withTx(async (tx) => {
    await insertEntry(tx, {
      ...{ kind: 'handover', handoverId, fromSiteId, fromCommuneCode, toCommuneCode, material, massG },
      ...{ straightM, ...estimate, handedOverOn, recordedAtMs: nowMs() },
      ...{ correctsSeq: null, correctionId: null, reason: null, decidedBy: null },
    })
  })
}
