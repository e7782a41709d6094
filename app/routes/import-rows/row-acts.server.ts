import { redirect } from '@remix-run/node'
import { isMaterialType } from '~/core/material-types'
import { correctRows, type RowCorrection } from '~/features/imports/commands/correct-rows.server'
import { CORRECTED, type Corrected, type Corrections } from '~/features/imports/model/fields'
import { knownUnit, type ReadRow } from '~/features/imports/model/read-row'
import { shownRow } from '~/features/imports/model/row-views'
import type { ImportView } from '~/features/imports/queries.server'
import { readingOf } from '~/features/imports/read-import.server'
import { rowsHref } from '~/features/imports/ui/rows-table'
import type { Actor } from '~/features/organisations/model/permissions'
import { readForm } from '~/http/read-form.server'
import { refusal } from '~/http/refusal.server'

type Act = { request: Request; actor: Actor; view: ImportView }

/** Keeps what the fields of rows, or the answers for wordings, say otherwise than what was read. */
export async function correctFromForm({ request, actor, view }: Act) {
  const form = await readForm(request)
  const isMaterials = form.get('intent') === 'materials'
  if (!isMaterials && form.get('intent') !== 'rows') return refusal(request, { code: 'invalid' })
  const corrected = await correctRows({
    ...{ actor, importId: view.id },
    rows: isMaterials ? [] : correctionsIn(form, await readingOf(view)),
    materials: isMaterials ? materialsIn(form) : [],
  })
  if (!corrected.ok) return refusal(request, corrected.error)
  const vue = form.get('vue')
  const href = rowsHref(
    { siteId: view.siteId, importId: view.id },
    { vue: typeof vue === 'string' && /^[a-z-]{1,20}$/.test(vue) ? vue : 'a-corriger' },
  )
  return redirect(`${href}&fait=corrige`)
}

const MAX_TEXT = 300

function correctionsIn(form: FormData, read: readonly ReadRow[]): RowCorrection[] {
  const byRow = new Map(read.map((row) => [row.row, row]))
  const rows: RowCorrection[] = []
  for (const name of form.keys()) {
    const row = Number(/^r(\d{1,7})\.shown$/.exec(name)?.[1] ?? NaN)
    const before = byRow.get(row)
    if (before) rows.push({ row, ...changedIn(form, before) })
  }
  return rows
}

/** Fields whose text is not what the page showed: what nobody touched goes on following the sheet. */
function changedIn(form: FormData, before: ReadRow): Pick<RowCorrection, 'corrections' | 'isLeft'> {
  const was = shownTexts(before)
  const corrections: Corrections = {}
  for (const field of CORRECTED) {
    const value = form.get(`r${before.row}.${field}`)
    if (field === 'leave' || typeof value !== 'string' || value === was[field]) continue
    corrections[field] = value.slice(0, MAX_TEXT)
  }
  return { corrections, isLeft: form.has(`r${before.row}.leave`) }
}

function shownTexts(read: ReadRow): Partial<Record<Corrected, string>> {
  const { texts } = shownRow(read, { known: new Set(), twice: new Set() })
  return {
    ...texts,
    unit: knownUnit(texts.unit),
    material: texts.material || (read.material ?? ''),
    kind: read.kind === 'waste' ? 'waste' : 'line',
  }
}

function materialsIn(form: FormData) {
  return [...form].flatMap(([name, value]) => {
    const at = /^m(\d{1,3})\.material$/.exec(name)?.[1]
    const wording = at === undefined ? null : form.get(`m${at}.wording`)
    return typeof wording === 'string' && typeof value === 'string' && isMaterialType(value)
      ? [{ wording: wording.slice(0, 500), material: value }]
      : []
  })
}
