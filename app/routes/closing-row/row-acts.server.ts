import { redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import { addEntry, removeEntry } from '~/features/closing/commands/change-entries.server'
import { explainGap } from '~/features/closing/commands/explain-gap.server'
import { entrySchema, gapSchema, removeEntrySchema } from '~/features/closing/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'

type Act = { request: Request; actor: Actor; siteId: string; rowId: string }

/** The act that the posted form names: a departure taken out, a difference explained, or else a departure added. */
export async function actOnRow(act: Act) {
  const formData = await readForm(act.request)
  switch (formData.get('intent')) {
    case 'remove':
      return remove(act, formData)
    case 'gap':
      return explain(act, formData)
    default:
      return add(act, formData)
  }
}

async function add({ request, ...of }: Act, formData: FormData) {
  const form = await parseForm(request, entrySchema, formData)
  if (!form.ok) return form.reply
  const added = await addEntry({ ...of, ...form.value })
  return added.ok ? done(of, 'sortie') : form.refuse(added.error)
}

async function remove({ request, ...of }: Act, formData: FormData) {
  const form = await parseForm(request, removeEntrySchema, formData)
  if (!form.ok) return form.reply
  const removed = await removeEntry({ ...of, ...form.value })
  return removed.ok ? done(of, 'retiree') : form.refuse(removed.error)
}

async function explain({ request, ...of }: Act, formData: FormData) {
  const form = await parseForm(request, gapSchema, formData)
  if (!form.ok) return form.reply
  const explained = await explainGap({ ...of, ...form.value })
  return explained.ok ? done(of, 'ecart') : form.refuse(explained.error)
}

function done({ siteId, rowId }: Pick<Act, 'siteId' | 'rowId'>, what: string) {
  return redirect(paths.closingRow(siteId, rowId, `?fait=${what}`))
}
