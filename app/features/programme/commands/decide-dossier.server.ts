import { nowMs } from '~/core/clock'
import { formatter } from '~/core/format'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { stateAfter, type Decision } from '../model/dossier'
import { findDossierRow, listPeopleOfCommune, updateDossier } from '../repo/dossiers.server'
import { findFund, takeFromFund } from '../repo/settings.server'

const KINDS = { admit: 'admitted', postpone: 'postponed', decline: 'declined' } as const satisfies Record<
  Decision,
  string
>

/**
 * What a person of the Métropole answers a commune, with the reason that it reads. Admitting takes the grant out of the
 * fund, in the same transaction and never more than is left there (`fund-short`, `fund-unset`). Refuses whoever belongs
 * to the commune (`own-commune`) and a state that allows no such decision (`conflict`).
 */
export async function decideDossier({
  actor,
  dossierId,
  decision,
  reason,
  grantedCents,
}: {
  actor: Actor
  dossierId: string
  decision: Decision
  reason: string
  /** Asked for when admitting; zero admits without money. */
  grantedCents?: number
}): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const row = await findDossierRow(tx, dossierId)
    if (!row) return refused('not-found')
    const barredUserIds = await listPeopleOfCommune(tx, row.communeCode)
    if (!can(actor, 'programme:manage', { barredUserIds })) return refused('own-commune')
    const state = stateAfter(row.state, decision)
    if (state === null) return refused('conflict')
    if (decision === 'admit') {
      const taken = await take(tx, grantedCents)
      if (!taken.ok) return taken
    }
    await updateDossier(tx, row, {
      ...{ state, decisionReason: reason, decidedAtMs: nowMs(), decidedByUserId: actor.userId },
      ...{ grantedCents: decision === 'admit' ? grantedCents : null, updatedAtMs: nowMs() },
    })
    await recordChange(tx, {
      entity: 'programme-dossier',
      entityId: dossierId,
      kind: KINDS[decision],
      actorUserId: actor.userId,
      detail: { reason, ...(decision === 'admit' && { grantedCents }) },
    })
    await tell(tx, 'programme.decided', { dossierId, decision, reason })
    return ok(null)
  })
}

async function take(tx: Tx, cents: number | undefined): Promise<Result<null>> {
  if (cents === undefined) return refused('invalid', { field: 'granted' })
  if (cents === 0) return ok(null)
  const fund = await findFund(tx)
  if (!fund) return refused('fund-unset', { field: 'granted' })
  if (await takeFromFund(tx, cents)) return ok(null)
  const left = formatter('fr').number((fund.amountCents - fund.grantedCents) / 100, 2)
  return refused('fund-short', { field: 'granted', params: { left } })
}
