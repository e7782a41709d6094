import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { can, type Actor } from '../model/permissions'
import {
  findOrganisationRow,
  listActiveAdminIds,
  listOpenMemberIds,
  updateOrganisation,
} from '../repo.server'

type Suspend = { actor: Actor; organisationId: string; reason: string }

/**
 * Closes an organisation: nothing of it is found, matched or reserved, and nobody acts for it. Its members are told
 * why. The Métropole's own stays open (`metropole-stays`); one already closed is a `conflict`.
 */
export async function suspendOrganisation({ actor, organisationId, reason }: Suspend): Promise<Result<null>> {
  if (!can(actor, 'organisation:suspend')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await listActiveAdminIds(tx)).includes(actor.userId)) return refused('forbidden')
    const organisation = await findOrganisationRow(tx, organisationId)
    if (!organisation) return refused('not-found')
    if (organisation.kind === 'metropole') return refused('metropole-stays')
    if (organisation.suspendedAtMs !== null) return refused('conflict')
    await updateOrganisation(tx, organisationId, { suspendedAtMs: nowMs() })
    await record(tx, { actor, organisationId, kind: 'suspended', reason })
    await tellMembers(tx, { notice: 'organisation-suspended', organisationId, reason })
    return ok(null)
  })
}

/** Reopens a closed organisation and tells its members; one that is open is a `conflict`. */
export async function restoreOrganisation({ actor, organisationId, reason }: Suspend): Promise<Result<null>> {
  if (!can(actor, 'organisation:suspend')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await listActiveAdminIds(tx)).includes(actor.userId)) return refused('forbidden')
    const organisation = await findOrganisationRow(tx, organisationId)
    if (!organisation) return refused('not-found')
    if (organisation.suspendedAtMs === null) return refused('conflict')
    await updateOrganisation(tx, organisationId, { suspendedAtMs: null })
    await record(tx, { actor, organisationId, kind: 'restored', reason })
    await tellMembers(tx, { notice: 'organisation-restored', organisationId, reason })
    return ok(null)
  })
}

async function record(
  tx: Tx,
  change: { actor: Actor; organisationId: string; kind: 'suspended' | 'restored'; reason: string },
): Promise<void> {
  await recordChange(tx, {
    entity: 'organisation',
    entityId: change.organisationId,
    kind: change.kind,
    actorUserId: change.actor.userId,
    detail: { reason: change.reason },
  })
}

async function tellMembers(
  tx: Tx,
  news: { notice: string; organisationId: string; reason: string },
): Promise<void> {
  for (const userId of await listOpenMemberIds(tx, news.organisationId)) {
    await tell(tx, 'account.notice', { ...news, userId })
  }
}
