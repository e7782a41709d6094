import { createHmac } from 'node:crypto'
import { desc } from 'drizzle-orm'
import { auditRowAfter, type NewAuditRow } from '~/core/audit-row'
import { auditToken, type AuditAction, type AuditDetails, type AuditOutcome } from '~/core/audit-terms'
import { nowMs } from '~/core/clock'
import { GENESIS, type ChainHead } from '~/core/hash-chain'
import { auditAnchors, auditRows } from '~db/sqlite/audit'
import { env } from './env.server'
import { requestFacts } from './request-facts.server'
import { sha256 } from './sha256.server'
import { withTx, type Tx } from './transaction.server'

export type AuditEntry = {
  action: AuditAction
  /** The record acted upon; its kind is the first word of the action when nothing else is said. */
  objectId: string | null
  objectKind?: string
  /** Who acts; whoever is signed in when nothing is said, null for the service itself. */
  actorUserId?: string | null
  outcome?: AuditOutcome
  /** Ids, words of the code, numbers: other characters become `_`. Never what a person wrote. */
  details?: AuditDetails
}

/**
 * Writes a row of the audit log in the transaction of the act: both are kept, or neither. Time, request, network and the
 * actor's organisation are added here. An act that is refused rolls its transaction back: use `auditAlone` for it.
 */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.insert(auditRows).values(auditRowAfter(await headOf(tx), rowOf(entry), sha256))
}

/** Writes a row in a transaction of its own: for what was refused, and for what is read. */
export async function auditAlone(entry: AuditEntry): Promise<void> {
  await withTx((tx) => writeAudit(tx, entry))
}

/** Names an address that has no account, so that tries at the same one are seen to be; it cannot be read from it. */
export function auditedAddress(email: string): string {
  return createHmac('sha256', env().sessionSecret).update(`audit-address:${email}`).digest('hex').slice(0, 32)
}

function rowOf(entry: AuditEntry): NewAuditRow {
  const { action, objectId, objectKind = action.split('.')[0]!, outcome = 'done', details = {} } = entry
  const facts = requestFacts()
  const actorUserId = entry.actorUserId === undefined ? (facts?.actor?.userId ?? null) : entry.actorUserId
  const isSignedIn = facts?.actor !== null && facts?.actor?.userId === actorUserId
  return {
    atMs: nowMs(),
    actorUserId,
    organisationId: isSignedIn ? (facts?.actor?.organisationId ?? null) : null,
    action,
    objectKind: auditToken(objectKind),
    objectId: objectId === null ? null : auditToken(objectId),
    outcome,
    requestId: facts ? auditToken(facts.requestId) : null,
    address: facts ? auditToken(facts.address) : null,
    details: Object.fromEntries(
      Object.entries(details).map(([name, value]) => [
        auditToken(name),
        typeof value === 'string' ? auditToken(value) : value,
      ]),
    ),
  }
}

/** The end of the chain: its last row, or the last one that was let go. */
async function headOf(tx: Tx): Promise<ChainHead> {
  const ends = { seq: auditRows.seq, hash: auditRows.hash }
  const [row] = await tx.select(ends).from(auditRows).orderBy(desc(auditRows.seq)).limit(1)
  if (row) return row
  const anchored = { seq: auditAnchors.seq, hash: auditAnchors.hash }
  const [anchor] = await tx.select(anchored).from(auditAnchors).orderBy(desc(auditAnchors.seq)).limit(1)
  return anchor ?? { seq: 0, hash: GENESIS }
}
