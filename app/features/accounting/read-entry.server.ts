import { factorVersionOn } from '~/features/carbon/queries.server'
import { estimateOf, type LedgerEstimate } from './estimate.server'
import {
  findEffectiveRow,
  findHandoverParties,
  findHaulChoice,
  listCorrections,
  listRowsOfHandover,
} from './queries/corrections.server'

/** What today's factors would make of a row, beside what the ledger keeps of it. */
export type Recomputed = { version: string; estimate: LedgerEstimate }

/** A handover as the ledger has it: every row, what is in effect, the corrections; null when there is none. */
export async function readEntry(handoverId: string) {
  const parties = await findHandoverParties(handoverId)
  if (!parties) return null
  const [rows, effective, corrections, haul, factors] = await Promise.all([
    listRowsOfHandover(handoverId),
    findEffectiveRow(handoverId),
    listCorrections(handoverId),
    findHaulChoice(parties.reservationId),
    factorVersionOn(),
  ])
  const isOlder = effective && effective.factorVersion !== factors.version
  const recomputed: Recomputed | null = isOlder
    ? {
        version: factors.version,
        estimate: await estimateOf({ ...effective, haul, factorVersion: factors.version }),
      }
    : null
  return { parties, rows, effective, corrections, recomputed }
}
