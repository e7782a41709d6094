import { isDeepStrictEqual } from 'node:util'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { isPublicBody } from '~/features/organisations/model/organisation'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { CessionTerms, CouncilAct } from '../model/public-checks'
import { findKind, findProfile, findTerms } from '../queries.server'
import { upsertProfile, upsertTerms } from '../repo.server'

/** Records by which deliberation the council delegated sales, or that none did. For public bodies (`forbidden` to others). */
export async function setDelegation(input: {
  actor: Actor
  delegation: CouncilAct | null
}): Promise<Result<null>> {
  const { actor, delegation } = input
  if (!can(actor, 'organisation:manage')) return refused('forbidden')
  const id = actor.organisationId
  return withTx(async (tx) => {
    if (!isPublicBody(await findKind(id, tx))) return refused('forbidden')
    if (isDeepStrictEqual((await findProfile(id, tx)).delegation, delegation)) return ok(null)
    await upsertProfile(tx, {
      organisationId: id,
      delegationReference: delegation?.reference ?? null,
      delegationOn: delegation?.on ?? null,
      updatedAtMs: nowMs(),
    })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: id,
      kind: 'delegation-recorded',
      actorUserId: actor.userId,
      detail: { ...delegation },
    })
    return ok(null)
  })
}

/** What a public body says of its own lot for the checks: estimate, reason of a low price, deliberation. */
export async function setCessionTerms(input: {
  actor: Actor
  lot: { id: string; organisationId: string }
  terms: CessionTerms
}): Promise<Result<null>> {
  const { actor, lot, terms } = input
  if (!can(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })) return refused('not-found')
  return withTx(async (tx) => {
    if (!isPublicBody(await findKind(lot.organisationId, tx))) return refused('forbidden')
    if (isDeepStrictEqual(await findTerms(lot.id, tx), terms)) return ok(null)
    await upsertTerms(tx, {
      lotId: lot.id,
      marketUnitCents: terms.marketUnitCents,
      belowMarketReason: terms.belowMarketReason,
      deliberationReference: terms.deliberation?.reference ?? null,
      deliberationOn: terms.deliberation?.on ?? null,
      updatedAtMs: nowMs(),
    })
    await recordChange(tx, {
      entity: 'lot',
      entityId: lot.id,
      kind: 'cession-terms-set',
      actorUserId: actor.userId,
      detail: { ...terms },
    })
    return ok(null)
  })
}
