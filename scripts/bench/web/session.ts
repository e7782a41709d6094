import { paths } from '~/core/paths'
import { DEMO_ACCOUNTS, type DemoRole } from '~/features/identity/model/demo-accounts'
import type { MeasuredPage } from './pages'

/** Cookies as name and value. */
export type Cookies = readonly { name: string; value: string }[]

/** A session of the demo, as the button of the sign-in page opens it; no cookie for a visitor. */
export async function sessionOf(origin: string, who: DemoRole | 'visitor'): Promise<Cookies> {
  if (who === 'visitor') return []
  const email = DEMO_ACCOUNTS.find(({ role }) => role === who)?.email ?? ''
  const body = new URLSearchParams({ email })
  const reply = await fetch(origin + paths.demoSignIn(), { method: 'POST', body, redirect: 'manual' })
  const cookies = reply.headers.getSetCookie().flatMap((line) => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    return name && value ? [{ name, value }] : []
  })
  if (cookies.length === 0) throw new Error(`No session for ${who}: ${reply.status}`)
  return cookies
}

/** Where the page stands on this server. */
export async function addressOf(origin: string, { at, firstLink }: MeasuredPage): Promise<string> {
  if (!firstLink) return origin + at
  const found = firstLink.exec(await (await fetch(origin + at)).text())?.[1]
  if (!found) throw new Error(`No link of the shape ${firstLink.source} on ${at}`)
  return origin + found
}
