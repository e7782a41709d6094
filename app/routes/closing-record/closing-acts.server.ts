import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import { paths } from '~/core/paths'
import { markReady, reopenRecord } from '~/features/closing/commands/change-state.server'
import { describeRecord } from '~/features/closing/commands/describe-record.server'
import { recordSchema, stateSchema } from '~/features/closing/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'

type Act = { request: Request; actor: Actor; siteId: string }

/** The act that the posted form names: what is said of the record, or that it is ready, or open again. */
export async function actOnClosing({ request, actor, siteId }: Act) {
  const formData = await readForm(request)
  if (formData.get('intent') === 'record') {
    const form = await parseForm(request, recordSchema, formData)
    if (!form.ok) return form.reply
    const done = await describeRecord({ actor, siteId, ...form.value })
    return done.ok ? redirect(paths.closing(siteId, '?fait=enregistre')) : form.refuse(done.error)
  }
  const form = await parseForm(request, stateSchema, formData)
  if (!form.ok) return form.reply
  const done = await changeState({ actor, siteId, ...form.value })
  const fait = form.value.intent === 'ready' ? 'pret' : 'rouvert'
  return done.ok ? redirect(paths.closing(siteId, `?fait=${fait}`)) : form.refuse(done.error)
}

function changeState({ intent, ...at }: z.output<typeof stateSchema> & Omit<Act, 'request'>) {
  return intent === 'ready' ? markReady(at) : reopenRecord(at)
}
