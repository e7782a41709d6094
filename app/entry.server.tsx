import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import type { Locale } from '~/core/locale'
import { filesIn } from '~/http/language-files.server'
import { logError } from '~/http/log-error.server'
import { localeOf } from '~/http/locale.server'
import { measuredPage } from '~/http/measured.server'
import { PageBytes } from '~/http/page-bytes.server'
import { sessionSecretOf } from '~/http/session-cookie.server'
import { NonceContext } from '~/ui/nonce'
import { RequestFactsContext } from '~/ui/request-facts'

export const streamTimeout = 10_000

/** Renders a page; bots and scripts get it whole, browsers as it comes. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const facts = {
    locale: await localeOf(request),
    requestId: loadContext.requestId,
    measured: measuredPage(request, remixContext),
  }
  const context = { ...remixContext, manifest: filesOfPage(facts.locale, remixContext) }
  const isSignedIn = (await sessionSecretOf(request)) !== null
  const isWhole = isbot(request.headers.get('User-Agent')) || remixContext.isSpaMode
  return new Promise((resolve, reject) => {
    let hasShell = false
    const reply = () => {
      hasShell = true
      const body = new PageBytes()
      // Until it fires, a timer holds all that the page was made of.
      body.once('close', () => clearTimeout(timer))
      headers.set('Content-Type', 'text/html; charset=utf-8')
      headers.append('Vary', 'Cookie, Accept-Language')
      if (isSignedIn) keepNowhere(headers)
      keepRetryAfter(headers, status, remixContext)
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      stream.pipe(body)
    }
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.cspNonce}>
        <RequestFactsContext.Provider value={facts}>
          <RemixServer
            context={context}
            url={request.url}
            abortDelay={streamTimeout}
            nonce={loadContext.cspNonce}
          />
        </RequestFactsContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: loadContext.cspNonce,
        [isWhole ? 'onAllReady' : 'onShellReady']: reply,
        onShellError: reject,
        onError: (error: unknown) => {
          if (hasShell) logError(error, request, loadContext.requestId)
        },
      },
    )
    const timer = setTimeout(() => stream.abort(), streamTimeout + 1000).unref()
  })
}

/** The list of files with the routes of this page alone: rendering makes routes of all that it holds. */
function filesOfPage(locale: Locale, { manifest, staticHandlerContext }: EntryContext) {
  const files = filesIn(locale, manifest)
  const routes = staticHandlerContext.matches.map(({ route: { id } }) => [id, files.routes[id]])
  return { ...files, routes: Object.fromEntries(routes) as typeof files.routes }
}

/** What scripts ask of a page's loaders: kept by no one, as the page itself. */
export async function handleDataRequest(
  response: Response,
  { request }: LoaderFunctionArgs,
): Promise<Response> {
  if ((await sessionSecretOf(request)) !== null) keepNowhere(response.headers)
  return response
}

/** Pages of someone signed in hold what is theirs: no browser and no proxy keeps a copy, unless the route says how. */
function keepNowhere(headers: Headers): void {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
}

/**
 * What a refusal or a failure says of when to come again: the framework keeps no header of an action, nor of a loader that
 * threw, by itself. A failure that passes is kept by nobody.
 */
function keepRetryAfter(headers: Headers, status: number, { staticHandlerContext }: EntryContext): void {
  const { actionHeaders, loaderHeaders } = staticHandlerContext
  for (const said of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    const wait = said.get('Retry-After')
    if (wait !== null) headers.set('Retry-After', wait)
  }
  if (status === 503) headers.set('Cache-Control', 'no-store')
}

export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (!request.signal.aborted) logError(error, request, context.requestId)
}
