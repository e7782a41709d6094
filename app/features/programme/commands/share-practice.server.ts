import { nowMs } from '~/core/clock'
import type { MaterialType } from '~/core/material-types'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { ficheAfter, type FicheDecision, type Topic } from '../model/fiche'
import { findFicheRow, insertFiche, updateFiche } from '../repo/library.server'

const KINDS = { publish: 'published', refuse: 'refused' } as const

type WriteFiche = {
  actor: Actor
  id: string
  title: string
  body: string
  materials: MaterialType[]
  topics: Topic[]
}

/**
 * Writes a fiche of the library, new or in place of the author's own: published at once by the Métropole's team,
 * waiting for it otherwise, and waiting again after a change, which ends what moderation decided of the former words.
 * One that moderation hides stays hidden when the team changes it. Refuses others' fiches (`not-found`).
 */
export async function writeFiche({ actor, id, ...answers }: WriteFiche): Promise<Result<{ id: string }>> {
  if (!can(actor, 'programme:share')) return refused('forbidden')
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const isManager = can(actor, 'programme:manage')
  return withTx(async (tx) => {
    const known = await findFicheRow(tx, id)
    if (
      known &&
      !isManager &&
      !can(actor, 'programme:share', { ownerOrganisationIds: [known.organisationId] })
    )
      return refused('not-found')
    const { title, body, materials, topics } = answers
    const isHidden = isManager && known?.state === 'hidden'
    const state = isHidden ? 'hidden' : isManager ? 'published' : 'proposed'
    const reason = isHidden ? known.reason : ''
    const change = { title, body, materials, topics, state, reason, updatedAtMs: nowMs() } as const
    if (known) await updateFiche(tx, id, change)
    else {
      const by = { organisationId: actor.organisationId, createdByUserId: actor.userId }
      await insertFiche(tx, { id, ...change, ...by, createdAtMs: nowMs() })
    }
    await recordChange(tx, {
      ...{ entity: 'programme-fiche', entityId: id, actorUserId: actor.userId },
      kind: isHidden ? 'changed' : state,
    })
    // What was decided of the former words does not judge the new ones, which the team reads first.
    if (known && state === 'proposed') {
      await tell(tx, 'fiche.changed', { ficheId: id, atMs: nowMs(), actorUserId: actor.userId })
    }
    return ok({ id })
  })
}

/** Publishes a fiche that waits, or refuses it with the reason that its authors read. */
export async function decideFiche(
  actor: Actor,
  id: string,
  { decision, reason = '' }: { decision: FicheDecision; reason?: string },
): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const known = await findFicheRow(tx, id)
    if (!known) return refused('not-found')
    const state = ficheAfter(known.state, decision)
    if (state === null) return refused('conflict')
    await updateFiche(tx, id, { state, reason, updatedAtMs: nowMs() })
    await tell(tx, 'fiche.decided', { ficheId: id, decision, reason })
    await recordChange(tx, {
      ...{ entity: 'programme-fiche', entityId: id, actorUserId: actor.userId },
      ...{ kind: KINDS[decision], detail: reason ? { reason } : {} },
    })
    return ok(null)
  })
}
