import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { findImport, findSameFile, type ImportChoices, type ImportView } from '../queries.server'
import { readImport } from '../read-import.server'
import { updateImport } from '../repo.server'

type LaunchImport = {
  actor: Actor
  importId: string
  /** The revision that the person has seen. */
  revision: number
  choices: ImportChoices
  withDrafts: boolean
  /** The person knows that the same file was imported before. */
  again: boolean
}

/**
 * Starts the writing of an import whose every row is right. Refuses `import-faulty` while one is not, `import-nothing`
 * without any, `import-same-file` once for a file that this site's inventory has already, `edited-meanwhile` when it is
 * no longer what the person saw. An import that runs, or is written, is answered as started.
 */
export async function launchImport(input: LaunchImport): Promise<Result<null>> {
  const { actor, choices } = input
  const view = await findImport(actor.organisationId, input.importId)
  if (!view) return refused('not-found')
  if (view.status === 'running' || view.status === 'done') return ok(null)
  const refusal = await checkLaunch(view, input)
  if (refusal) return refusal
  const withDrafts = input.withDrafts && can(actor, 'lot:create')
  const change = { status: 'running', choices, withDrafts, doneCount: 0, failure: null } as const
  return withTx(async (tx) => {
    if (!(await updateImport(tx, { ...view, status: 'checking' }, change))) return refused('edited-meanwhile')
    await tell(tx, 'import.launched', { importId: view.id, revision: view.revision + 1 })
    return ok(null)
  })
}

async function checkLaunch(view: ImportView, { revision, choices, again }: LaunchImport) {
  if (view.status !== 'checking' || view.rowCount === 0) return refused('import-not-open')
  if (view.revision !== revision) return refused('edited-meanwhile')
  if (choices.surveyedOn > isoDayOf(nowMs())) return refused('survey-ahead', { field: 'surveyedOn' })
  const { count, known } = await readImport(view)
  if (count.faulty > 0) return refused('import-faulty', { params: { count: count.faulty } })
  const written = count.lines + count.wastes - (choices.skipsKnown ? known.size : 0)
  if (written === 0) return refused('import-nothing')
  if (!again && (await findSameFile(view))) return refused('import-same-file', { field: 'again' })
  return null
}
