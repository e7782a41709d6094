import type { LedgerKind } from '~/core/ledger-terms'
import type { MaterialType } from '~/core/material-types'

/** A row of the ledger in effect, with the lot and site it comes from and both parties: for the server alone. */
export type LedgerRow = {
  seq: number
  kind: LedgerKind
  handoverId: string
  reservationId: string
  giverOrganisationId: string
  takerOrganisationId: string
  lotId: string
  lotReference: string
  lotTitle: string
  siteId: string
  siteName: string
  material: MaterialType
  massG: number
  handedOverOn: string
  /** When what completed it arrived, which may be days after it was done. */
  receivedAtMs: number
  fromCommuneCode: string
  fromCommuneName: string
  toCommuneCode: string | null
  toCommuneName: string | null
  /** Great-circle metres; null when the destination is unknown. */
  straightM: number | null
  /** Grams CO2e, may be negative; null where no factor supports a claim. */
  netAvoidedGCo2e: number | null
}
