import type { Sha256 } from '~/core/hash-chain'
import type { LedgerDecider, LedgerKind, LedgerReason, TruckName } from '~/core/ledger-terms'
import type { MaterialType } from '~/core/material-types'

/** Names the canonical form below; another form takes another name, so that old rows keep theirs. */
const FORM = 'gisement-ledger-1'

/**
 * What a row of the ledger says, as its hash covers it. Records are named by references only: the SHA-256 of their kind
 * and id (`referenceTo`), which tell nothing of a person and stay valid when one is erased. Grams, metres, percents.
 */
export type LedgerContent = {
  kind: LedgerKind
  handoverRef: string
  correctsSeq: number | null
  correctionRef: string | null
  siteRef: string
  fromCommuneCode: string
  toCommuneCode: string | null
  material: MaterialType
  massG: number
  straightM: number | null
  netAvoidedGCo2e: number | null
  netLowGCo2e: number | null
  netHighGCo2e: number | null
  factorVersion: string | null
  truck: TruckName | null
  emptyReturnPct: number | null
  handedOverOn: string
  recordedAtMs: number
  reason: LedgerReason | null
  decidedBy: LedgerDecider | null
}

/** The fields in the order in which the canonical form writes them. */
export const CONTENT_FIELDS = [
  'kind',
  'handoverRef',
  'correctsSeq',
  'correctionRef',
  'siteRef',
  'fromCommuneCode',
  'toCommuneCode',
  'material',
  'massG',
  'straightM',
  'netAvoidedGCo2e',
  'netLowGCo2e',
  'netHighGCo2e',
  'factorVersion',
  'truck',
  'emptyReturnPct',
  'handedOverOn',
  'recordedAtMs',
  'reason',
  'decidedBy',
] as const satisfies readonly (keyof LedgerContent)[]

/** The reference of a record: its id cannot be found back from it, the same id always gives the same. */
export function referenceTo(kind: 'handover' | 'site' | 'correction', id: string, sha256: Sha256): string {
  return sha256(`${kind}:${id}`)
}

/** The digest of a content: SHA-256 of the JSON array of the form's name and the fields, without spaces. */
export function digestOf(content: LedgerContent, sha256: Sha256): string {
  return sha256(JSON.stringify([FORM, ...CONTENT_FIELDS.map((field) => content[field])]))
}
