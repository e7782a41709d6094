import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { hasLiveReservation } from '~/features/reservations/queries/of-pairs.server'
import { noteChange, recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { dismissalOf, type DismissalReason } from '../model/dismissal'
import { clearDismissal, findPairRow, listPairActs, markDismissed, type PairRow } from '../repo/pairs.server'

type Dismiss = { actor: Actor; pairId: string; reason: DismissalReason; note: string }

/**
 * Sets a pair aside for both sides: nothing proposes it again until the side that did so takes it back. When both sides
 * do, each dismissal is kept, and the pair comes back once neither stands.
 * @returns `conflict` while a part of the lot is asked for or granted for this need
 */
export async function dismissPair({ actor, pairId, reason, note }: Dismiss): Promise<Result<{ id: string }>> {
  return withTx(async (tx) => {
    const pair = await findOwnPair(tx, actor, pairId)
    if (!pair) return refused('not-found')
    const { organisationId } = actor
    if (dismissalOf(await listPairActs(tx, pairId), organisationId)) return ok({ id: pairId })
    if (await hasLiveReservation(tx, pair)) return refused('conflict')
    await markDismissed(tx, pairId, { organisationId, reason, note })
    await recordAct(tx, actor, pairId, 'dismissed', { reason, note })
    return ok({ id: pairId })
  })
}

/** Takes back one's own dismissal. A dismissal of the other side goes on standing. Doing it twice changes nothing. */
export async function takePairBack({
  actor,
  pairId,
}: Pick<Dismiss, 'actor' | 'pairId'>): Promise<Result<{ id: string; lotId: string }>> {
  return withTx(async (tx) => {
    const pair = await findOwnPair(tx, actor, pairId)
    if (!pair) return refused('not-found')
    const { organisationId } = actor
    const acts = await listPairActs(tx, pairId)
    if (!dismissalOf(acts, organisationId)) return ok({ id: pairId, lotId: pair.lotId })
    const isCleared = await clearDismissal(tx, pairId, organisationId)
    const other = isCleared ? dismissalOf(acts, otherSideOf(pair, organisationId)) : null
    if (other) await markDismissed(tx, pairId, other)
    await recordAct(tx, actor, pairId, 'taken-back', {})
    return ok({ id: pairId, lotId: pair.lotId })
  })
}

/** The pair, when the actor's organisation is one of its sides and they may act for it. */
export async function findOwnPair(tx: Tx, actor: Actor, pairId: string): Promise<PairRow | null> {
  const pair = await findPairRow(tx, pairId)
  if (!pair) return null
  const owners = [pair.giverOrganisationId, pair.takerOrganisationId]
  return can(actor, 'match:act', { ownerOrganisationIds: owners }) ? pair : null
}

/** The organisation on the other side of a pair. */
export function otherSideOf(pair: PairRow, organisationId: string): string {
  return pair.giverOrganisationId === organisationId ? pair.takerOrganisationId : pair.giverOrganisationId
}

async function recordAct(
  tx: Tx,
  actor: Actor,
  pairId: string,
  kind: 'dismissed' | 'taken-back',
  detail: Record<string, unknown>,
): Promise<void> {
  await recordChange(tx, {
    entity: 'match-pair',
    entityId: pairId,
    kind,
    actorUserId: actor.userId,
    detail: { organisationId: actor.organisationId, ...detail },
  })
  // Scores of pairs change all day; the plan follows what is set aside, not them.
  await noteChange(tx, 'pair-dismissal', pairId)
}
