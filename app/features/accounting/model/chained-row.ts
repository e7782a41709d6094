import { linkHash, type Sha256 } from '~/core/hash-chain'
import { digestOf, referenceTo, type LedgerContent } from './ledger-chain'

/** A row of the ledger before it has its place in the chain, with the ids of what it is about. */
export type NewLedgerRow = Omit<LedgerContent, 'handoverRef' | 'siteRef' | 'correctionRef'> & {
  handoverId: string
  fromSiteId: string
  correctionId: string | null
}

/** What the hash of a row covers: its values, with references in place of ids. */
export function contentOf(row: NewLedgerRow, sha256: Sha256): LedgerContent {
  const { handoverId, fromSiteId, correctionId, ...values } = row
  return {
    ...values,
    handoverRef: referenceTo('handover', handoverId, sha256),
    siteRef: referenceTo('site', fromSiteId, sha256),
    correctionRef: correctionId === null ? null : referenceTo('correction', correctionId, sha256),
  }
}

/** A row at its place: its number and both hashes. */
export function chainAfter<Row extends NewLedgerRow>(
  before: { seq: number; hash: string },
  row: Row,
  sha256: Sha256,
  seq = before.seq + 1,
): Row & { seq: number; prevHash: string; hash: string } {
  const hash = linkHash(before.hash, seq, digestOf(contentOf(row, sha256), sha256), sha256)
  return { ...row, seq, prevHash: before.hash, hash }
}

/** The row that undoes another: the same in everything but the sign of what sums. */
export function reversalOf(
  row: NewLedgerRow & { seq: number },
  correction: Pick<NewLedgerRow, 'recordedAtMs' | 'correctionId' | 'reason' | 'decidedBy'>,
): NewLedgerRow {
  const { seq, ...undone } = row
  return {
    ...undone,
    ...correction,
    kind: 'reversal',
    massG: -row.massG,
    netAvoidedGCo2e: negated(row.netAvoidedGCo2e),
    netLowGCo2e: negated(row.netLowGCo2e),
    netHighGCo2e: negated(row.netHighGCo2e),
    correctsSeq: seq,
  }
}

/** Without the negative zero, which JSON would write as zero and a comparison would tell apart. */
function negated(value: number | null): number | null {
  return value === null ? null : 0 - value
}
