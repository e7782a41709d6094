import { desc, eq } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { lotShares } from '~db/sqlite/lots'
import { shareStateOf, type SharedLot, type ShareView } from '../model/share'
import { findLot } from '../queries.server'
import { hashOfShareToken, shareUrlOf } from '../share-token.server'

/** The links of a lot, newest first, for those who may edit it: each open one with its address. */
export async function listShares(lotId: string): Promise<ShareView[]> {
  const { id, tokenHash, createdAtMs, expiresAtMs, revokedAtMs } = lotShares
  const rows = await reader()
    .select({ id, tokenHash, createdAtMs, expiresAtMs, revokedAtMs, createdBy: users.name })
    .from(lotShares)
    .leftJoin(users, eq(users.id, lotShares.createdByUserId))
    .where(eq(lotShares.lotId, lotId))
    .orderBy(desc(createdAtMs), desc(id))
    .limit(500)
  return rows.map((row) => {
    const state = shareStateOf(row, nowMs())
    return {
      id: row.id,
      url: state === 'open' ? shareUrlOf(row) : null,
      createdAtMs: row.createdAtMs,
      createdBy: row.createdBy,
      expiresAtMs: row.expiresAtMs,
      state,
    }
  })
}

/** The lot that a link's secret opens, whatever its stage; none once it is withdrawn or its organisation closed. */
export async function findSharedLot(token: string): Promise<SharedLot> {
  const rows = await reader()
    .select()
    .from(lotShares)
    .where(eq(lotShares.tokenHash, hashOfShareToken(token)))
    .limit(1)
  const [share] = rows
  if (!share) return { state: 'unknown' }
  const state = shareStateOf(share, nowMs())
  if (state !== 'open') return { state }
  const lot = await findLot(share.lotId)
  if (!lot || lot.status === 'withdrawn' || lot.status === 'hidden' || lot.organisationClosedAtMs !== null)
    return { state: 'withdrawn' }
  return { state, lot, expiresAtMs: share.expiresAtMs }
}
