import { redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import { changePhotoConsent } from '~/features/examples/commands/change-photo-consent.server'
import { photoConsentSchema } from '~/features/examples/schema'
import { answerMembership } from '~/features/identity/commands/answer-membership.server'
import { inviteMember, withdrawInvitation } from '~/features/identity/commands/invite-member.server'
import { answerMembershipSchema } from '~/features/identity/schema'
import { changeMember } from '~/features/organisations/commands/change-member.server'
import { leaveOrganisation } from '~/features/organisations/commands/leave-organisation.server'
import { setPhotoAnalysis } from '~/features/organisations/commands/set-photo-analysis.server'
import { updateOrganisation } from '~/features/organisations/commands/update-organisation.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { listOrganisationsOf } from '~/features/organisations/queries.server'
import {
  inviteSchema,
  leaveSchema,
  memberRoleSchema,
  organisationSchema,
  photoAnalysisSchema,
  removeMemberSchema,
  withdrawSchema,
} from '~/features/organisations/schema'
import { tryFor } from '~/http/limits.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/replies.server'
import { clearSessionCookie } from '~/http/session-cookie.server'

type Act = { request: Request; actor: Actor; formData: FormData }

/** The act that the posted form names; anything else is not found. */
export async function actOnOrganisation(act: Act) {
  switch (act.formData.get('intent')) {
    case 'organisation':
      return saveOrganisation(act)
    case 'invite':
      return invite(act)
    case 'withdraw':
      return withdraw(act)
    case 'membership':
      return answerAsking(act)
    case 'role':
      return setRole(act)
    case 'remove':
      return remove(act)
    case 'photo-consent':
      return shareOrNot(act)
    case 'photo-analysis':
      return analyseOrNot(act)
    case 'leave':
      return leave(act)
    default:
      throw notFound()
  }
}

async function saveOrganisation({ request, actor, formData }: Act) {
  const form = await parseForm(request, organisationSchema, formData)
  if (!form.ok) return form.reply
  const saved = await updateOrganisation({ actor, ...form.value })
  return saved.ok ? done('organisation') : form.refuse(saved.error)
}

async function invite({ request, actor, formData }: Act) {
  const form = await parseForm(request, inviteSchema, formData)
  if (!form.ok) return form.reply
  const { organisationId } = actor
  const tried = await tryFor('invitation', organisationId)
  if (!tried.ok) return form.refuse(tried.error)
  const reached = await tryFor('invitation-to', form.value.email)
  if (!reached.ok) return form.refuse(reached.error)
  const invited = await inviteMember({ actor, email: form.value.email, role: form.value.role })
  return invited.ok ? done('invitation') : form.refuse(invited.error)
}

async function withdraw({ request, actor, formData }: Act) {
  const form = await parseForm(request, withdrawSchema, formData)
  if (!form.ok) return form.reply
  const withdrawn = await withdrawInvitation(actor, form.value.email)
  return withdrawn.ok ? done('retrait') : form.refuse(withdrawn.error)
}

async function answerAsking({ request, actor, formData }: Act) {
  const form = await parseForm(request, answerMembershipSchema, formData)
  if (!form.ok) return form.reply
  const { userId, decision } = form.value
  const { organisationId } = actor
  const answered = await answerMembership({ actor, organisationId, userId, decision })
  return answered.ok ? done('demande') : form.refuse(answered.error)
}

async function setRole({ request, actor, formData }: Act) {
  const form = await parseForm(request, memberRoleSchema, formData)
  if (!form.ok) return form.reply
  const changed = await changeMember({ actor, userId: form.value.userId, role: form.value.role })
  return changed.ok ? done('membre') : form.refuse(changed.error)
}

async function remove({ request, actor, formData }: Act) {
  const form = await parseForm(request, removeMemberSchema, formData)
  if (!form.ok) return form.reply
  const removed = await changeMember({ actor, userId: form.value.userId, role: null })
  return removed.ok ? done('membre') : form.refuse(removed.error)
}

async function shareOrNot({ request, actor, formData }: Act) {
  const form = await parseForm(request, photoConsentSchema, formData)
  if (!form.ok) return form.reply
  const agrees = form.value.agrees === 'yes'
  const changed = await changePhotoConsent({ actor, agrees })
  return changed.ok ? done(agrees ? 'partage' : 'sans-partage') : form.refuse(changed.error)
}

async function analyseOrNot({ request, actor, formData }: Act) {
  const form = await parseForm(request, photoAnalysisSchema, formData)
  if (!form.ok) return form.reply
  const analyses = form.value.refuses !== 'yes'
  const changed = await setPhotoAnalysis({ actor, analyses })
  return changed.ok ? done(analyses ? 'analyse' : 'sans-analyse') : form.refuse(changed.error)
}

/** Out of the organisation: to the account while the person has another one, else to a page that says so. */
async function leave({ request, actor, formData }: Act) {
  const form = await parseForm(request, leaveSchema, formData)
  if (!form.ok) return form.reply
  const left = await leaveOrganisation(actor)
  if (!left.ok) return form.refuse(left.error)
  const others = await listOrganisationsOf(actor.userId)
  if (others.length > 0) return redirect(`${paths.account()}?fait=quitte`)
  return redirect(`${paths.signIn()}?fait=quitte`, { headers: { 'Set-Cookie': await clearSessionCookie() } })
}

function done(what: string) {
  return redirect(`${paths.organisation()}?fait=${what}`)
}
