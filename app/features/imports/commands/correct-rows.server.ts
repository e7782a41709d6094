import { foldText } from '~/core/fold'
import type { MaterialType } from '~/core/material-types'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import type { Corrections } from '../model/fields'
import { findImport } from '../queries.server'
import { findStoredRow, updateImport, updateStoredRow } from '../repo.server'

/** What a person says of a row: texts in place of the sheet's, and whether it is left out. */
export type RowCorrection = { row: number; corrections: Corrections; isLeft: boolean }

type CorrectRows = {
  actor: Actor
  importId: string
  rows: readonly RowCorrection[]
  /** Wordings with the material of every row that has them. */
  materials?: readonly { wording: string; material: MaterialType }[]
}

/** Keeps what a person put right, all of it or nothing, while the import is being looked at (`import-not-open`). */
export async function correctRows({
  actor,
  importId,
  rows,
  materials = [],
}: CorrectRows): Promise<Result<null>> {
  const view = await findImport(actor.organisationId, importId)
  if (!view) return refused('not-found')
  if (view.status !== 'checking') return refused('import-not-open')
  const chosen = Object.fromEntries(materials.map(({ wording, material }) => [foldText(wording), material]))
  return withTx(async (tx) => {
    const change = { materials: { ...view.materials, ...chosen } }
    if (!(await updateImport(tx, { ...view, status: 'checking' }, change))) return refused('edited-meanwhile')
    for (const { row, corrections, isLeft } of rows) {
      const before = await findStoredRow(tx, importId, row)
      if (!before) return refused('invalid')
      const merged = { ...before.corrections, ...corrections }
      await updateStoredRow(tx, importId, row, { corrections: merged, isSkipped: isLeft })
    }
    return ok(null)
  })
}
