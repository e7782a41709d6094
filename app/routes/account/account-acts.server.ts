import { redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import { beginProConnect } from '~/features/identity/commands/begin-proconnect.server'
import { changePassword } from '~/features/identity/commands/change-password.server'
import { checkPassword } from '~/features/identity/commands/check-password.server'
import { endSession } from '~/features/identity/commands/end-session.server'
import { requestEmailChange } from '~/features/identity/commands/request-email-change.server'
import { switchOrganisation } from '~/features/identity/commands/switch-organisation.server'
import { unlinkProConnect } from '~/features/identity/commands/unlink-proconnect.server'
import { updateProfile } from '~/features/identity/commands/update-profile.server'
import {
  changeEmailSchema,
  changePasswordSchema,
  endSessionSchema,
  linkProConnectSchema,
  profileSchema,
  switchOrganisationSchema,
} from '~/features/identity/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { tryFor, untryFor } from '~/http/limits.server'
import { setPreferences } from '~/http/locale.server'
import { parseForm } from '~/http/parse-form.server'
import { attemptCookie } from '~/http/proconnect.server'
import { notFound } from '~/http/replies.server'
import { sessionSecretOf } from '~/http/session-cookie.server'
import { requireFresh, requireStage } from '~/http/session-entry.server'

type Act = { request: Request; actor: Actor; formData: FormData }

/** The act that the posted form names; anything else is not found. */
export async function actOnAccount(act: Act) {
  switch (act.formData.get('intent')) {
    case 'profile':
      return saveProfile(act)
    case 'email':
      await askForProof(act)
      return askForEmail(act)
    case 'password':
      await askForProof(act)
      return savePassword(act)
    case 'proconnect-link':
    case 'proconnect-unlink':
      return tieProConnect(act)
    case 'session':
      await askForProof(act, { always: true })
      return closeSession(act)
    case 'organisation':
      return actForAnother(act)
    default:
      throw notFound()
  }
}

/**
 * Asks who has a second factor to prove it once more before the way in changes: the password is in the form. What the
 * form proves nothing for asks everyone.
 */
async function askForProof({ request }: Act, { always = false } = {}) {
  const { session } = await requireStage(request, ['open'])
  if (always || session.hasFactor) requireFresh(session, paths.account())
}

async function saveProfile({ request, actor, formData }: Act) {
  const form = await parseForm(request, profileSchema, formData)
  if (!form.ok) return form.reply
  const { name, phone, locale } = form.value
  await updateProfile({ userId: actor.userId, name, phone, locale })
  return done('profil', { 'Set-Cookie': await setPreferences(request, { locale }) })
}

async function askForEmail({ request, actor, formData }: Act) {
  const form = await parseForm(request, changeEmailSchema, formData)
  if (!form.ok) return form.reply
  const { email, currentPassword } = form.value
  const tried = await tryFor('password-check', actor.userId)
  if (!tried.ok) return form.refuse(tried.error)
  const asked = await requestEmailChange({
    userId: actor.userId,
    currentEmail: actor.email,
    email,
    currentPassword,
  })
  if (!asked.ok) return form.refuse(asked.error)
  await untryFor('password-check', actor.userId)
  return done('courriel')
}

async function savePassword({ request, actor, formData }: Act) {
  const form = await parseForm(request, changePasswordSchema, formData)
  if (!form.ok) return form.reply
  const secret = (await sessionSecretOf(request)) ?? ''
  const { userId, email, name } = actor
  const { currentPassword, password } = form.value
  const tried = await tryFor('password-check', userId)
  if (!tried.ok) return form.refuse(tried.error)
  const changed = await changePassword({ userId, email, name, currentPassword, password, secret })
  // The current one was right: what was wrong with the new one is no try at guessing.
  if (changed.ok || changed.error.code !== 'bad-credentials') await untryFor('password-check', userId)
  if (!changed.ok) return form.refuse(changed.error)
  return done('mot-de-passe')
}

/** Ties the account to ProConnect, or unties it, once its password proved who asks. */
async function tieProConnect({ request, actor, formData }: Act) {
  const form = await parseForm(request, linkProConnectSchema, formData)
  if (!form.ok) return form.reply
  const { userId, email } = actor
  const tried = await tryFor('password-check', userId)
  if (!tried.ok) return form.refuse(tried.error)
  const checked = await checkPassword(email, form.value.currentPassword)
  if (!checked.ok) return form.refuse(checked.error)
  await untryFor('password-check', userId)
  if (form.value.intent === 'proconnect-unlink') {
    const untied = await unlinkProConnect(userId)
    return untied.ok ? done('sans-proconnect') : form.refuse(untied.error)
  }
  const begun = await beginProConnect({ linkUserId: userId, next: paths.account() })
  if (!begun.ok) return form.refuse(begun.error)
  return redirect(paths.proConnect(), { headers: { 'Set-Cookie': await attemptCookie(begun.value) } })
}

async function closeSession({ request, actor, formData }: Act) {
  const form = await parseForm(request, endSessionSchema, formData)
  if (!form.ok) return form.reply
  await endSession(actor.userId, form.value.session)
  return done('session')
}

async function actForAnother({ request, actor, formData }: Act) {
  const form = await parseForm(request, switchOrganisationSchema, formData)
  if (!form.ok) return form.reply
  const secret = (await sessionSecretOf(request)) ?? ''
  const switched = await switchOrganisation({ userId: actor.userId, secret, ...form.value })
  return switched.ok ? done('organisation') : form.refuse(switched.error)
}

function done(what: string, headers?: HeadersInit) {
  return redirect(`${paths.account()}?fait=${what}`, { headers })
}
