import { UNSAFE_RemixContext as RemixContext, useMatches } from '@remix-run/react'
import { useContext, useEffect, useState } from 'react'
import { joinOtherRoutesOnLeaving } from './other-routes'

/** How long pictures and fonts may keep the scripts waiting, in ms. */
const PATIENCE_MS = 2000

/** Where the server's answers to the page's loaders arrive, as Remix's entry reads them. */
const STREAM =
  'window.__remixContext.stream=new ReadableStream({start(c){window.__remixContext.streamController=c}}).pipeThrough(new TextEncoderStream());'

/**
 * Runs in the page: fetches all when it is time, and starts the entry once the routes are there. To begin a fetch keeps a
 * phone for a millisecond or more: thirty in one go would be a pause that a finger feels. Who goes back before the page
 * is ready gets the page before anew: Remix would start with the address of one page and what was written for the other.
 */
const START = `(function(ids, routes, parts, entry, patience) {
  var hasBegun = false
  var shown = location.pathname + location.search
  function leave(event) {
    if (location.pathname + location.search === shown) return
    event.stopImmediatePropagation()
    window.__hasLeft = true
    location.reload()
  }
  addEventListener('popstate', leave, { capture: true })
  window.__pageIsReady = function () { removeEventListener('popstate', leave, { capture: true }) }
  function begin() {
    if (hasBegun) return
    hasBegun = true
    var early = document.createElement('link')
    early.rel = 'modulepreload'
    early.href = entry
    document.head.append(early)
    fetchSome()
  }
  function fetchSome() {
    parts.splice(0, 6).forEach(function (file) { import(file) })
    if (parts.length > 0) setTimeout(fetchSome)
    else start()
  }
  function start() {
    Promise.all(routes.map(function (file) { return import(file) })).then(function (found) {
      window.__remixRouteModules = {}
      ids.forEach(function (id, at) { window.__remixRouteModules[id] = found[at] })
      return import(entry)
    })
  }
  function afterPaint() { requestAnimationFrame(function () { setTimeout(begin) }) }
  var touches = ['pointerdown', 'keydown', 'focusin']
  touches.forEach(function (type) { addEventListener(type, begin, { once: true, capture: true, passive: true }) })
  if (document.readyState === 'complete') afterPaint()
  else addEventListener('load', afterPaint, { once: true })
  setTimeout(begin, patience)
})`

/**
 * In place of Remix's `<Scripts>`, which fetches every module while styles, fonts and pictures are still on their way:
 * here they come once the page stands, or at the first touch of it. Until then links and forms work as they do without
 * scripts. Writes what `<Scripts>` of Remix 2.17 writes with single fetch and without lazy route discovery, but for the
 * routes: here are those of the page alone, and the others join later.
 */
export function LateScripts({ nonce }: { nonce: string | undefined }) {
  const remix = useContext(RemixContext)
  const ids = useMatches().map(({ id }) => id)
  // What runs is what the server wrote; the browser has nothing to add to it.
  const [scripts] = useState(() =>
    import.meta.env.SSR && remix ? scriptsOf(remix, ids) : { context: ' ', start: ' ' },
  )
  useEffect(joinOtherRoutesOnLeaving, [])
  return (
    <>
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: scripts.context }} />
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: scripts.start }} />
    </>
  )
}

type Remix = NonNullable<React.ContextType<typeof RemixContext>>

function scriptsOf({ manifest, renderMeta, serverHandoffString }: Remix, ids: readonly string[]) {
  // The answers of the loaders are written after the page only where something is there to read them.
  if (renderMeta) renderMeta.didRenderScripts = true
  const routes = ids.flatMap((id) => manifest.routes[id] ?? [])
  const parts = new Set([...manifest.entry.imports, ...routes.flatMap(({ imports }) => imports ?? [])])
  const given = [
    routes.map(({ id }) => id),
    routes.map(({ module }) => module),
    [...parts],
    manifest.entry.module,
    PATIENCE_MS,
  ]
  const own = { ...manifest, routes: Object.fromEntries(routes.map((route) => [route.id, route])) }
  return {
    context: `window.__remixManifest=${JSON.stringify(own)};window.__remixContext=${serverHandoffString};${STREAM}`,
    start: `${START}(${given.map((one) => JSON.stringify(one)).join()})`,
  }
}
