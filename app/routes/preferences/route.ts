import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { isLocale } from '~/core/locale'
import { paths, safeRedirect } from '~/core/paths'
import { chooseLocale } from '~/features/identity/commands/choose-locale.server'
import { optionalActor } from '~/http/actor.server'
import { setPreferences } from '~/http/locale.server'
import { readForm } from '~/http/read-form.server'
import { displayChoices } from '~/ui/display'

export function loader() {
  return redirect(paths.home())
}

/**
 * Keeps the language or the display chosen, then goes back to the page. Unknown values change nothing. The language
 * of who is signed in is also that of their e-mails.
 */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const locale = form.get('locale')
  const returnTo = form.get('returnTo')
  const actor = isLocale(locale) ? await optionalActor(request) : null
  if (actor && isLocale(locale)) await chooseLocale(actor.userId, locale)
  const cookie = await setPreferences(request, {
    ...(isLocale(locale) && { locale }),
    ...displayChoices(Object.fromEntries(form)),
  })
  const target = safeRedirect(typeof returnTo === 'string' ? returnTo : null, paths.home())
  return redirect(target, { headers: { 'Set-Cookie': cookie } })
}
