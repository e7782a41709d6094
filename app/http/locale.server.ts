import { createCookie } from '@remix-run/node'
import { isLocale, pickLocale, type Locale } from '~/core/locale'
import { onceForEnv } from '~/platform/env.server'
import { DEFAULT_DISPLAY, displayChoices, type Display } from '~/ui/display'

const YEAR_S = 365 * 86_400

/** Over https it carries the `__Host-` prefix, which ties it to this host. */
const preferenceCookie = onceForEnv(({ publicUrl }) => {
  const secure = publicUrl.startsWith('https://')
  return createCookie(secure ? '__Host-preferences' : 'preferences', {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure,
    maxAge: YEAR_S,
  })
})

export type Preferences = { locale: Locale } & Display

/** The reader's language and display: their choice, else what the browser asks for. */
export async function preferencesOf(request: Request): Promise<Preferences> {
  const chosen = await chosenPreferences(request)
  return {
    ...DEFAULT_DISPLAY,
    ...chosen,
    locale: chosen.locale ?? pickLocale(request.headers.get('Accept-Language')),
  }
}

export async function localeOf(request: Request): Promise<Locale> {
  return (await preferencesOf(request)).locale
}

/** The cookie that keeps a choice beside the choices already made. */
export async function setPreferences(request: Request, next: Partial<Preferences>): Promise<string> {
  return preferenceCookie().serialize({ ...(await chosenPreferences(request)), ...next })
}

async function chosenPreferences(request: Request): Promise<Partial<Preferences>> {
  const value: unknown = await preferenceCookie().parse(request.headers.get('Cookie'))
  if (typeof value !== 'object' || value === null) return {}
  const { locale, ...display } = value as Record<string, unknown>
  return { ...(isLocale(locale) && { locale }), ...displayChoices(display) }
}
