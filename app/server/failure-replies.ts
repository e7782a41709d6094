import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { localeOf, preferencesOf } from '~/http/locale.server'
import { translator } from '~/messages/catalogue'
import { errorPages } from '~/messages/error-pages'
import { lostDatabase } from '~/messages/lost-database'
import { failurePage, type FailureKind } from './failure-page'

/** What a failure of the service is called, in the language of who sent these headers. */
export async function sentencesOf(kind: FailureKind, headers: Headers) {
  const locale = await localeOf(readerOf(headers))
  if (kind === '503' || kind === '507') {
    const t = translator(locale, errorPages)
    return { title: t(`page.${kind}.title`), text: t(`page.${kind}.text`) }
  }
  const t = translator(locale, lostDatabase)
  return { title: t(`${kind}.title`), text: t(`${kind}.text`) }
}

export type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown

/** The same application with something around every loader and action; `isPage` where their route draws one. */
export function aroundHandlers(
  build: ServerBuild,
  around: (work: Handler, isPage: boolean) => Handler,
): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { action, loader, ...module } = route.module
    const isPage = drawsPage(module)
    const told = {
      ...(loader && { loader: around(loader, isPage) }),
      ...(action && { action: around(action, isPage) }),
    }
    return [id, { ...route, module: { ...module, ...told } }] as const
  })
  return { ...build, routes: Object.fromEntries(routes) } as ServerBuild
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
    status: number
    /** Which sentences tell of it, where the status alone does not say. */
    kind: FailureKind
    code: string
    headers: Record<string, string>
    styles: readonly string[]
  },
): Promise<Response> {
  const { status, kind, code, headers, styles } = answer
  const { pathname, search } = new URL(request.url)
  const { title, text } = await sentencesOf(kind, request.headers)
  if (!isOfPage(pathname, request.headers.get('Accept') ?? '')) {
    return Response.json({ code, title, message: text }, { status, headers })
  }
  const { locale, ...display } = await preferencesOf(readerOf(request.headers))
  const again = request.method === 'GET' ? pathname + search : null
  return new Response(failurePage({ status, title, text, again, styles, locale, display }), {
    status,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  })
}
