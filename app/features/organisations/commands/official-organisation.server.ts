import { ok, refused, type Result } from '~/core/result'
import type { Tx } from '~/platform/transaction.server'
import { townHallName } from '../model/town-hall'
import { findOldestOfKind } from '../repo.server'
import { foundOrganisation } from './found-organisation.server'

type Official =
  | { kind: 'commune'; commune: { code: string; name: string }; actorUserId: string | null }
  | { kind: 'metropole'; actorUserId: string | null }

/**
 * The organisation of a commune, founded now if it has none, or that of the Métropole; inside the caller's
 * transaction, so that two invitations found one. Refuses one that is suspended (`organisation-closed`).
 */
export async function officialOrganisation(tx: Tx, official: Official): Promise<Result<{ id: string }>> {
  const { kind, actorUserId } = official
  const code = kind === 'commune' ? official.commune.code : undefined
  const existing = await findOldestOfKind(tx, kind, code)
  if (existing) return existing.suspendedAtMs === null ? ok(existing) : refused('organisation-closed')
  if (kind === 'metropole') return refused('not-found')
  const { name, code: communeCode } = official.commune
  const neither = { isGiver: false, isTaker: false }
  return ok(
    await foundOrganisation(
      tx,
      { name: townHallName(name), kind, communeCode, ...neither },
      { ownerUserId: null, actorUserId },
    ),
  )
}
