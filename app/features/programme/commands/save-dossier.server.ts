import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import {
  isOpenToCommune,
  missingIn,
  type DossierAnswers,
  type DossierState,
  type Missing,
} from '../model/dossier'
import { findDossierRow, findLiveRow, insertDossier, updateDossier } from '../repo/dossiers.server'
import { findLatestCriteria } from '../repo/settings.server'

type SaveDossier = DossierAnswers & { actor: Actor; id: string; intent: 'save' | 'submit' }

/** The field of the form where something missing is told. */
const FIELDS: Partial<Record<Missing, string>> = { askedCents: 'asked', targets: 'targetMassKg' }

/**
 * Keeps the dossier of the actor's commune as a draft, or submits it to the review against the criteria in force.
 * Idempotent by the dossier's id. Refuses a second dossier beside a live one (`dossier-live`), answers once reviewers
 * read them (`conflict`), a submission that lacks an answer (`dossier-incomplete`, at its field), that comes before
 * criteria are published (`criteria-missing`), and that of an unconfirmed address (`email-unconfirmed`).
 */
export async function saveDossier({
  actor,
  id,
  intent,
  ...answers
}: SaveDossier): Promise<Result<{ id: string }>> {
  if (!can(actor, 'programme:apply') || actor.communeCode === null) return refused('forbidden')
  if (intent === 'submit' && !actor.isConfirmed) return refused('email-unconfirmed')
  const { communeCode } = actor
  return withTx(async (tx) => {
    const known = await findDossierRow(tx, id)
    if (known && !can(actor, 'programme:apply', { ownerOrganisationIds: [known.organisationId] }))
      return refused('not-found')
    if (known && !isOpenToCommune(known.state)) {
      // The same submission sent again.
      return intent === 'submit' && known.state === 'submitted' ? ok({ id }) : refused('conflict')
    }
    if (!known) {
      if (await findLiveRow(tx, communeCode)) return refused('dossier-live')
      await insertDossier(tx, {
        ...{ id, organisationId: actor.organisationId, communeCode, state: 'draft', ...answers },
        createdByUserId: actor.userId,
        createdAtMs: nowMs(),
        updatedAtMs: nowMs(),
      })
    } else {
      await updateDossier(tx, known, { ...answers, updatedAtMs: nowMs() })
    }
    const about = { entity: 'programme-dossier', entityId: id, actorUserId: actor.userId } as const
    if (intent === 'submit') return submit(tx, about, { from: known?.state ?? 'draft', answers })
    await recordChange(tx, { ...about, kind: known ? 'edited' : 'begun' })
    return ok({ id })
  })
}

async function submit(
  tx: Tx,
  about: { entity: 'programme-dossier'; entityId: string; actorUserId: string },
  { from, answers }: { from: DossierState; answers: DossierAnswers },
): Promise<Result<{ id: string }>> {
  const [missing] = missingIn(answers)
  if (missing) return refused('dossier-incomplete', { field: FIELDS[missing] ?? missing })
  const criteria = await findLatestCriteria(tx)
  if (!criteria) return refused('criteria-missing')
  const id = about.entityId
  await updateDossier(
    tx,
    { id, state: from },
    { state: 'submitted', criteriaVersion: criteria.version, submittedAtMs: nowMs(), updatedAtMs: nowMs() },
  )
  await recordChange(tx, { ...about, kind: 'submitted' })
  await tell(tx, 'programme.submitted', { dossierId: id })
  return ok({ id })
}
