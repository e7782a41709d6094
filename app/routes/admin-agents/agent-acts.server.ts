import { redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import {
  inviteAdminSchema,
  inviteAgentSchema,
  withdrawOfficialSchema,
} from '~/features/administration/schema'
import { findCommune } from '~/features/communes/queries.server'
import { inviteOfficial, withdrawOfficial } from '~/features/identity/commands/invite-official.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { tryFor } from '~/http/limits.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/replies.server'

type Act = { request: Request; actor: Actor; formData: FormData }

/** The act that the posted form names; anything else is not found. */
export async function actOnAgents(act: Act) {
  switch (act.formData.get('intent')) {
    case 'agent':
      return inviteAgent(act)
    case 'admin':
      return inviteAdmin(act)
    case 'withdraw':
      return withdraw(act)
    default:
      throw notFound()
  }
}

async function inviteAgent({ request, actor, formData }: Act) {
  const form = await parseForm(request, inviteAgentSchema, formData)
  if (!form.ok) return form.reply
  const { communeCode, email, role } = form.value
  const commune = await findCommune(communeCode)
  if (!commune) return form.refuse({ code: 'invalid', field: 'communeCode' })
  const tried = await tryFor('official-invitation', actor.organisationId)
  if (!tried.ok) return form.refuse(tried.error)
  const invited = await inviteOfficial({ actor, email, role, commune })
  return invited.ok ? done('invitation', communeCode) : form.refuse(invited.error)
}

async function inviteAdmin({ request, actor, formData }: Act) {
  const form = await parseForm(request, inviteAdminSchema, formData)
  if (!form.ok) return form.reply
  const tried = await tryFor('official-invitation', actor.organisationId)
  if (!tried.ok) return form.refuse(tried.error)
  const invited = await inviteOfficial({ actor, email: form.value.email, role: 'owner', commune: null })
  return invited.ok ? done('invitation') : form.refuse(invited.error)
}

async function withdraw({ request, actor, formData }: Act) {
  const form = await parseForm(request, withdrawOfficialSchema, formData)
  if (!form.ok) return form.reply
  const { organisationId, email } = form.value
  const withdrawn = await withdrawOfficial({ actor, organisationId, email })
  return withdrawn.ok ? done('retrait') : form.refuse(withdrawn.error)
}

function done(what: string, commune?: string) {
  return redirect(paths.agents(`?fait=${what}${commune ? `&commune=${commune}` : ''}`))
}
