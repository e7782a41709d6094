import { data, redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import type { Result } from '~/core/result'
import { discardImport, stopImport, undoImport } from '~/features/imports/commands/end-import.server'
import { launchImport } from '~/features/imports/commands/launch-import.server'
import type { ImportView } from '~/features/imports/queries.server'
import { launchSchema } from '~/features/imports/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { issueSentence } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { refusal, type Refusal } from '~/http/refusal.server'

type Act = { request: Request; actor: Actor; siteId: string; view: ImportView }

/** The act that the posted form names: start, stop, undo or give up. */
export async function actOnImport({ request, actor, siteId, view }: Act) {
  const form = await readForm(request)
  const own = { actor, importId: view.id }
  const here = paths.oneImport(siteId, view.id)
  switch (form.get('intent')) {
    case 'launch':
      return launch({ request, actor, siteId, view }, form)
    case 'stop':
      return answer(request, await stopImport(own), here)
    case 'undo':
      return answer(request, await undoImport(own), here)
    case 'discard':
      return answer(request, await discardImport(own), paths.importInventory(siteId))
    default:
      return refusal(request, { code: 'invalid' })
  }
}

async function launch({ request, actor, siteId, view }: Act, form: FormData) {
  const parsed = await parseForm(request, launchSchema, form)
  if (!parsed.ok) return firstFault(request, parsed.reply.data.result.error ?? {})
  const { revision, skipsKnown, withDrafts, again, ...survey } = parsed.value
  const launched = await launchImport({
    ...{ actor, importId: view.id, revision, withDrafts, again },
    choices: { ...survey, skipsKnown },
  })
  return answer(request, launched, paths.oneImport(siteId, view.id))
}

/** Where an act leads that went through; else its sentence, on the page that asked. */
async function answer(request: Request, result: Result<unknown>, to: string) {
  return result.ok ? redirect(to) : refusal(request, result.error)
}

async function firstFault(request: Request, errors: Record<string, string[] | null>) {
  const [field, sentences] = Object.entries(errors)[0] ?? []
  const message = sentences?.[0] ?? issueSentence(await localeOf(request), 'invalid_value')
  const reply: Refusal = { field: field ?? null, message }
  return data(reply, { status: 400 })
}
