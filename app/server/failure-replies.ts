import type { ServerBuild } from '@remix-run/node'
import { localeOf } from '~/http/locale.server'
import { translator } from '~/messages/catalogue'
import { errorPages } from '~/messages/error-pages'

type FailureStatus = 503 | 507

/** What a failure of the service is called, in the language of who sent these headers. */
export async function sentencesOf(status: FailureStatus, headers: Headers) {
  const sent = new Headers()
  for (const name of ['Cookie', 'Accept-Language']) sent.set(name, headers.get(name) ?? '')
  const locale = await localeOf(new Request('http://here.invalid', { headers: sent }))
  const t = translator(locale, errorPages)
  return { locale, title: t(`page.${status}.title`), text: t(`page.${status}.text`), home: t('page.home') }
}

/** What a browser shows: a form's answer, or the data that a page's script asks for in its place. */
export function isOfPage(path: string, accept = ''): boolean {
  return path.endsWith('.data') || accept.includes('text/html')
}

/** Whether a route draws a page of its own, on which its failure can be told. */
export function drawsPage(module: ServerBuild['routes'][string]['module']): boolean {
  return 'default' in module && module.default !== undefined
}

/** The answer of an address that draws no page: one of its own for whoever looks at it, JSON for programs. */
export async function bareReply(
  request: Request,
  { status, code, headers }: { status: FailureStatus; code: string; headers: Record<string, string> },
): Promise<Response> {
  const { locale, title, text, home } = await sentencesOf(status, request.headers)
  if (!isOfPage(new URL(request.url).pathname, request.headers.get('Accept') ?? ''))
    return Response.json({ code, title, message: text }, { status, headers })
  const page = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Gisement</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="/">${home}</a></p></main></body></html>`
  return new Response(page, { status, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } })
}
