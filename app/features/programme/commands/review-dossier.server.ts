import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { isUnderReview } from '../model/dossier'
import type { Scores } from '../model/scoring'
import { findDossierRow, listPeopleOfCommune, listReviewerIds, upsertReview } from '../repo/dossiers.server'
import { findCriteria } from '../repo/settings.server'

/**
 * Keeps a reviewer's scores and comment, in place of their former ones. Refuses whoever is not on the committee
 * (`not-found`), who belongs to the commune (`own-commune`), a dossier that is not under review or was submitted again
 * against other criteria (`conflict`), and a criterion left out (`invalid`, at its field).
 */
export async function reviewDossier({
  actor,
  dossierId,
  version,
  scores,
  comment,
}: {
  actor: Actor
  dossierId: string
  /** The criteria that the reviewer had before them. */
  version: number
  scores: Partial<Scores>
  comment: string
}): Promise<Result<null>> {
  return withTx(async (tx) => {
    const row = await findDossierRow(tx, dossierId)
    const namedUserIds = await listReviewerIds(tx)
    if (!row || !can(actor, 'programme:review', { namedUserIds })) return refused('not-found')
    const barredUserIds = await listPeopleOfCommune(tx, row.communeCode)
    if (!can(actor, 'programme:review', { namedUserIds, barredUserIds })) return refused('own-commune')
    if (!isUnderReview(row.state) || row.criteriaVersion !== version) return refused('conflict')
    const asked = (await findCriteria(tx, version))?.criteria ?? []
    const kept: Record<string, number> = {}
    for (const { id } of asked) {
      const score = scores[id]
      if (score === undefined) return refused('invalid', { field: `score.${id}` })
      kept[id] = score
    }
    await upsertReview(tx, {
      ...{ dossierId, userId: actor.userId, criteriaVersion: version },
      ...{ scores: kept, comment, updatedAtMs: nowMs() },
    })
    await recordChange(tx, {
      entity: 'programme-dossier',
      entityId: dossierId,
      kind: 'reviewed',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}
