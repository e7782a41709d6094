import { data, redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import type { Actor } from '~/features/organisations/model/permissions'
import {
  correctInventoryLine,
  editInventoryLine,
  removeInventoryLine,
} from '~/features/sites/commands/change-inventory-line.server'
import { correctLineSchema, editLineSchema } from '~/features/sites/schema'
import { keepAnswers } from '~/http/keep-answers.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { STATUS } from '~/http/status'

type Act = { request: Request; actor: Actor; siteId: string; lineId: string }

/** The act that the posted form names: to delete the line, to correct its masses, or else to change it. */
export async function actOnLine(act: Act) {
  const formData = await readForm(act.request)
  switch (formData.get('intent')) {
    case 'delete':
      return remove(act, formData)
    case 'correct':
      return correct(act, formData)
    default:
      return edit(act, formData)
  }
}

async function edit({ request, ...of }: Act, formData: FormData) {
  const form = await parseForm(request, editLineSchema, formData)
  if (!form.ok) return form.reply
  const edited = await editInventoryLine({ ...of, ...form.value })
  return edited.ok ? done(of.siteId, 'ligne-modifiee') : form.refuse(edited.error)
}

async function correct({ request, ...of }: Act, formData: FormData) {
  const form = await parseForm(request, correctLineSchema, formData)
  if (!form.ok) return form.reply
  const corrected = await correctInventoryLine({ ...of, ...form.value })
  return corrected.ok ? done(of.siteId, 'ligne-corrigee') : form.refuse(corrected.error)
}

async function remove({ request, ...of }: Act, formData: FormData) {
  const removed = await removeInventoryLine(of)
  if (removed.ok) return done(of.siteId, 'ligne-supprimee')
  const sentence = domainMessage(await localeOf(request), removed.error)
  return data({ result: keepAnswers(formData, { '': [sentence] }) }, { status: STATUS[removed.error.code] })
}

function done(siteId: string, what: string) {
  return redirect(`${paths.site(siteId)}?fait=${what}#inventaire`)
}
