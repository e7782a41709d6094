import { nowMs } from '~/core/clock'
import { greatCircleKm } from '~/core/geo-point'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import { findCommune } from '~/features/communes/queries.server'
import { findCompletedHandover } from '~/features/reservations/queries.server'
import { withTx } from '~/platform/transaction.server'
import { insertEntry } from '../repo.server'

/**
 * Enters a completed handover in the ledger, with the net emissions that factors of that day support.
 * Idempotent: the ledger holds one row per handover.
 * @throws Error when there is no such handover
 */
export async function recordHandover(handoverId: string): Promise<void> {
  const handover = await findCompletedHandover(handoverId)
  if (!handover) throw new Error(`No completed handover ${handoverId}`)
  const from = await findCommune(handover.fromCommuneCode)
  const to = handover.toCommuneCode ? await findCommune(handover.toCommuneCode) : null
  const straightKm = from && to ? greatCircleKm(from, to) : null
  const net =
    straightKm === null
      ? null
      : netBenefit({ material: handover.material, massG: handover.massG, straightKm })
  await withTx(async (tx) => {
    await insertEntry(tx, {
      handoverId,
      fromSiteId: handover.fromSiteId,
      fromCommuneCode: handover.fromCommuneCode,
      toCommuneCode: handover.toCommuneCode,
      material: handover.material,
      massG: handover.massG,
      straightM: straightKm === null ? null : Math.round(straightKm * 1000),
      netAvoidedGCo2e: net?.ok ? net.netG : null,
      factorVersion: net?.ok ? net.factorVersion : null,
      handedOverOn: handover.handedOverOn,
      recordedAtMs: nowMs(),
    })
  })
}
