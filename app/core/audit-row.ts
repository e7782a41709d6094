import type { AuditAction, AuditDetails, AuditOutcome } from './audit-terms'
import { linkHash, type ChainHead, type Sha256 } from './hash-chain'

/** Names the canonical form below; another form takes another name, so that old rows keep theirs. */
const FORM = 'gisement-audit-1'

/** A row of the audit log before it has its place in the chain. */
export type NewAuditRow = {
  atMs: number
  actorUserId: string | null
  organisationId: string | null
  action: AuditAction
  objectKind: string
  objectId: string | null
  outcome: AuditOutcome
  requestId: string | null
  address: string | null
  details: AuditDetails
}

/** The digest of what a row says: SHA-256 of the JSON array of the form's name and the values, details by their names. */
export function auditDigest(row: NewAuditRow, sha256: Sha256): string {
  const details = Object.entries(row.details).sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(
    JSON.stringify([
      ...[FORM, row.atMs, row.actorUserId, row.organisationId, row.action, row.objectKind, row.objectId],
      ...[row.outcome, row.requestId, row.address, details],
    ]),
  )
}

/** A row at its place, after the head of the chain. */
export function auditRowAfter<Row extends NewAuditRow>(
  before: ChainHead,
  row: Row,
  sha256: Sha256,
): Row & { seq: number; prevHash: string; hash: string } {
  const seq = before.seq + 1
  return {
    ...row,
    seq,
    prevHash: before.hash,
    hash: linkHash(before.hash, seq, auditDigest(row, sha256), sha256),
  }
}
