import { nowMs } from '~/core/clock'
import type { IsoDay } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { endOfExperiment } from '../model/dossier'
import {
  deleteBudgetLine,
  deleteMilestone,
  upsertBudgetLine,
  upsertMilestone,
} from '../repo/experiment.server'
import { updateDossier } from '../repo/dossiers.server'
import { inExperiment } from './in-experiment.server'

type Own = { actor: Actor; dossierId: string }

const OPEN = ['admitted', 'running'] as const

/** Begins the experiment of an admitted dossier on a day, for the months that it asked. */
export async function startExperiment({
  startedOn,
  ...own
}: Own & { startedOn: IsoDay }): Promise<Result<null>> {
  return inExperiment({ ...own, states: ['admitted'] }, 'started', async (tx, row) => {
    const endsOn = endOfExperiment(startedOn, row.months ?? 1)
    await updateDossier(tx, row, { state: 'running', startedOn, endsOn, updatedAtMs: nowMs() })
    return ok(null)
  })
}

/** Writes a line of the budget, new or in place of the one with this id. */
export async function keepBudgetLine({
  actor,
  dossierId,
  id,
  label,
  plannedCents,
  committedCents,
  spentCents,
}: Own & {
  id: string
  label: string
  plannedCents: number
  committedCents: number
  spentCents: number
}): Promise<Result<null>> {
  return inExperiment({ actor, dossierId, states: OPEN }, 'budget-changed', async (tx) => {
    const line = { id, dossierId, label, plannedCents, committedCents, spentCents }
    const written = await upsertBudgetLine(tx, { ...line, createdAtMs: nowMs() })
    return written ? ok(null) : refused('not-found')
  })
}

export async function removeBudgetLine({ id, ...own }: Own & { id: string }): Promise<Result<null>> {
  return inExperiment({ ...own, states: OPEN }, 'budget-changed', async (tx) => {
    await deleteBudgetLine(tx, own.dossierId, id)
    return ok(null)
  })
}

/** Writes a milestone, new or in place of the one with this id; `doneOn` says that it is reached. */
export async function keepMilestone({
  actor,
  dossierId,
  id,
  label,
  dueOn,
  doneOn,
}: Own & { id: string; label: string; dueOn: IsoDay; doneOn: IsoDay | null }): Promise<Result<null>> {
  return inExperiment({ actor, dossierId, states: OPEN }, 'milestones-changed', async (tx) => {
    const row = { id, dossierId, label, dueOn, doneOn, createdAtMs: nowMs() }
    const written = await upsertMilestone(tx, row)
    return written ? ok(null) : refused('not-found')
  })
}

export async function removeMilestone({ id, ...own }: Own & { id: string }): Promise<Result<null>> {
  return inExperiment({ ...own, states: OPEN }, 'milestones-changed', async (tx) => {
    await deleteMilestone(tx, own.dossierId, id)
    return ok(null)
  })
}
