import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { DAY_MS, SHARES_PER_HOUR, type ShareDays } from '../model/share'
import { findLot } from '../repo.server'
import { countSharesSince, findShare, insertShare, setShareRevoked } from '../repo/shares.server'
import { hashOfShareToken, shareTokenOf } from '../share-token.server'

const HOUR_MS = 3_600_000

type ShareLot = { actor: Actor; id: string; lotId: string; days: ShareDays }

/**
 * Makes a link that shows one's own lot to whoever holds it. Sending the same id twice makes it once.
 * @returns `email-unconfirmed`, `not-found`, `share-withdrawn`, `share-limit` beyond an hour's links
 */
export async function shareLot({ actor, id, lotId, days }: ShareLot): Promise<Result<{ id: string }>> {
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const { organisationId, userId } = actor
  const tokenHash = hashOfShareToken(shareTokenOf(id))
  return withTx(async (tx) => {
    const lot = await findLot(tx, lotId)
    if (!lot || !can(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })) {
      return refused('not-found')
    }
    const known = await findShare(tx, id)
    if (known) return known.lotId === lotId ? ok({ id }) : refused('not-found')
    if (lot.status === 'withdrawn' || lot.status === 'hidden') return refused('share-withdrawn')
    if ((await countSharesSince(tx, organisationId, nowMs() - HOUR_MS)) >= SHARES_PER_HOUR) {
      return refused('share-limit', { params: { most: SHARES_PER_HOUR } })
    }
    const createdAtMs = nowMs()
    await insertShare(tx, {
      id,
      lotId,
      organisationId,
      tokenHash,
      createdByUserId: userId,
      createdAtMs,
      expiresAtMs: createdAtMs + days * DAY_MS,
      revokedAtMs: null,
    })
    await recordChange(tx, {
      entity: 'lot',
      entityId: lotId,
      kind: 'shared',
      actorUserId: userId,
      detail: { shareId: id, days },
    })
    return ok({ id })
  })
}

/** Ends a link of one's own lot, for good; one already ended stays as it is. Refuses `not-found`. */
export async function revokeShare(input: {
  actor: Actor
  id: string
  lotId: string
}): Promise<Result<{ id: string }>> {
  const { actor, id, lotId } = input
  return withTx(async (tx) => {
    const share = await findShare(tx, id)
    const isOwn =
      share?.lotId === lotId && can(actor, 'lot:manage', { ownerOrganisationIds: [share.organisationId] })
    if (!isOwn) return refused('not-found')
    if (share.revokedAtMs !== null) return ok({ id })
    await setShareRevoked(tx, share.organisationId, id, nowMs())
    await recordChange(tx, {
      entity: 'lot',
      entityId: lotId,
      kind: 'share-revoked',
      actorUserId: actor.userId,
      detail: { shareId: id },
    })
    return ok({ id })
  })
}
