import type { ServerBuild } from '@remix-run/node'
import { localeOf, preferencesOf } from '~/http/locale.server'
import { translator } from '~/messages/catalogue'
import { errorPages } from '~/messages/error-pages'
import { failurePage, type FailureStatus } from './failure-page'

/** What a failure of the service is called, in the language of who sent these headers. */
export async function sentencesOf(status: FailureStatus, headers: Headers) {
  const t = translator(await localeOf(readerOf(headers)), errorPages)
  return { title: t(`page.${status}.title`), text: t(`page.${status}.text`) }
}

/** A request that says no more than what its sender prefers. */
function readerOf(headers: Headers): Request {
  const sent = new Headers()
  for (const name of ['Cookie', 'Accept-Language']) sent.set(name, headers.get(name) ?? '')
  return new Request('http://here.invalid', { headers: sent })
}

/** What a browser shows: a form's answer, or the data that a page's script asks for in its place. */
export function isOfPage(path: string, accept = ''): boolean {
  return path.endsWith('.data') || accept.includes('text/html')
}

/** Whether a route draws a page of its own, on which its failure can be told. */
export function drawsPage(module: ServerBuild['routes'][string]['module']): boolean {
  return 'default' in module && module.default !== undefined
}

/** The style sheets that every page of a build has; none in development, where scripts bring them. */
export function stylesOf(build: ServerBuild): readonly string[] {
  return build.assets.routes.root?.css ?? []
}

/** The answer of an address that draws no page: one of its own for whoever looks at it, JSON for programs. */
export async function bareReply(
  request: Request,
  answer: {
    status: FailureStatus
    code: string
    headers: Record<string, string>
    styles: readonly string[]
  },
): Promise<Response> {
  const { status, code, headers, styles } = answer
  const { pathname, search } = new URL(request.url)
  if (!isOfPage(pathname, request.headers.get('Accept') ?? '')) {
    const { title, text } = await sentencesOf(status, request.headers)
    return Response.json({ code, title, message: text }, { status, headers })
  }
  const { locale, ...display } = await preferencesOf(readerOf(request.headers))
  const again = request.method === 'GET' ? pathname + search : null
  return new Response(failurePage({ status, again, styles, locale, display }), {
    status,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  })
}
