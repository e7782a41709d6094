import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { stateAfter } from '../model/dossier'
import { missingPart, type ReportTexts } from '../model/report'
import { findDossier } from '../queries/dossiers.server'
import { liveFigures } from '../read-experiment.server'
import { findDossierRow, updateDossier } from '../repo/dossiers.server'
import { upsertReport } from '../repo/experiment.server'
import { inExperiment } from './in-experiment.server'

/**
 * Keeps what the commune writes of its end report; `submit` sends it, with the figures as they are at that moment.
 * Refuses a submission that lacks a part (`report-incomplete`, at its field) and one outside an experiment (`conflict`).
 */
export async function writeReport({
  actor,
  dossierId,
  intent,
  ...texts
}: ReportTexts & { actor: Actor; dossierId: string; intent: 'save' | 'submit' }): Promise<Result<null>> {
  const dossier = await findDossier(dossierId)
  const figures = intent === 'submit' && dossier ? await liveFigures(dossier) : null
  const kind = intent === 'submit' ? 'reported' : 'report-written'
  return inExperiment({ actor, dossierId, states: ['running'] }, kind, async (tx, row) => {
    const missing = intent === 'submit' ? missingPart(texts) : null
    if (missing) return refused('report-incomplete', { field: missing })
    const atMs = nowMs()
    const submittedAtMs = intent === 'submit' ? atMs : null
    await upsertReport(tx, { dossierId, ...texts, figures, submittedAtMs, updatedAtMs: atMs })
    if (intent === 'submit') {
      await updateDossier(tx, row, { state: 'reported', updatedAtMs: atMs })
      await tell(tx, 'programme.reported', { dossierId })
    }
    return ok(null)
  })
}

/** The Métropole notes that what was tried goes on at full size, and how. Refuses before the end report (`conflict`). */
export async function scaleUp(actor: Actor, dossierId: string, scaling: string): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const row = await findDossierRow(tx, dossierId)
    if (!row) return refused('not-found')
    const state = stateAfter(row.state, 'scale')
    if (state === null) return refused('conflict')
    await updateDossier(tx, row, { state, scaling, updatedAtMs: nowMs() })
    await recordChange(tx, {
      entity: 'programme-dossier',
      entityId: dossierId,
      kind: 'scaled',
      actorUserId: actor.userId,
      detail: { reason: scaling },
    })
    return ok(null)
  })
}
