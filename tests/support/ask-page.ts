import type { ActionFunctionArgs } from '@remix-run/node'
import { setSessionCookie } from '~/http/session-cookie.server'

type Route = (args: ActionFunctionArgs) => Promise<unknown>
type Asked = { secret?: string | null; form?: Record<string, string> }

/** What a page or an act answers: status, where it leads, the session that its cookie holds, and what it shows. */
export async function answer(route: Route, path: string, { secret, form }: Asked = {}) {
  const headers = new Headers({ 'Accept-Language': 'fr' })
  if (secret) headers.set('Cookie', (await setSessionCookie(secret)).split(';')[0]!)
  const post = form && { method: 'POST', body: new URLSearchParams(form) }
  const request = new Request(new URL(path, 'https://gisement.example.org'), { headers, ...post })
  const context = { cspNonce: '', requestId: '', clientIp: '127.0.0.1' }
  const given = await route({ request, params: {}, context }).catch((thrown: unknown) => thrown)
  if (given instanceof Error) throw given
  if (given instanceof Response) {
    const cookie = given.headers.get('Set-Cookie')
    return { status: given.status, to: given.headers.get('Location'), cookie, data: null }
  }
  const { data, init } = given as { data?: unknown; init?: ResponseInit | null }
  const cookie = new Headers(init?.headers).get('Set-Cookie')
  return { status: init?.status ?? 200, to: null, cookie, data: data ?? given }
}

/** The secret in a cookie that an answer sets, as the browser would send it back. */
export function secretIn(cookie: string | null): string {
  const value = decodeURIComponent(/=([^;]+)/.exec(cookie ?? '')?.[1] ?? '')
  return JSON.parse(Buffer.from(value.split('.')[0]!, 'base64').toString()) as string
}
