import { data, redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import { chooseColumns, chooseHeads, chooseSheet } from '~/features/imports/commands/choose-columns.server'
import {
  IMPORT_FIELDS,
  MASS_SCALES,
  REUSABLE_SCALES,
  type ImportField,
  type ImportMapping,
} from '~/features/imports/model/fields'
import type { Actor } from '~/features/organisations/model/permissions'
import { localeOf } from '~/http/locale.server'
import { readForm } from '~/http/read-form.server'
import { refusal, type Refusal } from '~/http/refusal.server'
import { translator } from '~/messages/catalogue'
import { importColumns } from '~/messages/import-columns'
import { imports } from '~/messages/imports'

type Act = { request: Request; actor: Actor; siteId: string; importId: string }

/** Another sheet or row of heads, and the columns are shown again; or what the columns are, and the lines come next. */
export async function actOnColumns({ request, siteId, ...own }: Act) {
  const form = await readForm(request)
  const here = redirect(paths.importColumns(siteId, own.importId))
  switch (form.get('intent')) {
    case 'sheet': {
      const chosen = await chooseSheet({ ...own, sheet: textOf(form, 'sheet') })
      return chosen.ok ? here : refusal(request, chosen.error)
    }
    case 'heads': {
      const asked = textOf(form, 'headRow')
      const headRow = asked === 'none' ? null : /^\d{1,7}$/.test(asked) ? Number(asked) : -1
      const chosen = await chooseHeads({ ...own, headRow })
      return chosen.ok ? here : refusal(request, chosen.error)
    }
    case 'columns': {
      const read = readMapping(form)
      if ('twice' in read) return choiceTwice(request, read)
      const chosen = await chooseColumns({ ...own, mapping: read })
      if (!chosen.ok) return refusal(request, { ...chosen.error, field: undefined })
      return redirect(paths.oneImport(siteId, own.importId))
    }
    default:
      return refusal(request, { code: 'invalid' })
  }
}

type Twice = { twice: ImportField; at: number }

/** The mapping that the selects of the columns say; `twice` names a field that two columns are said to hold. */
function readMapping(form: FormData): ImportMapping | Twice {
  const columns: ImportMapping['columns'] = {}
  for (const [name, value] of form) {
    const at = /^c(\d{1,3})$/.exec(name)?.[1]
    const field = IMPORT_FIELDS.find((one) => one === value)
    if (at === undefined || !field) continue
    if (columns[field] !== undefined) return { twice: field, at: Number(at) }
    columns[field] = Number(at)
  }
  return {
    columns,
    massIn: MASS_SCALES.find((scale) => scale === form.get('massIn')) ?? 'kg',
    reusableIn: REUSABLE_SCALES.find((scale) => scale === form.get('reusableIn')) ?? 'percent',
  }
}

async function choiceTwice(request: Request, { twice, at }: Twice) {
  const locale = await localeOf(request)
  const field = translator(locale, imports)(`field.${twice}.name`)
  const reply: Refusal = { field: `c${at}`, message: translator(locale, importColumns)('twice', { field }) }
  return data(reply, { status: 400 })
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
