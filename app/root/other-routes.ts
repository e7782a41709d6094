type Manifest = { url: string; routes: Record<string, unknown> }
type Route = { id: string; children?: Route[] }

/** What Remix 2.17 leaves on the window for its own use, as far as it is used here. */
type RemixRouter = {
  routes: Route[]
  navigate: (to: unknown, options?: { formMethod?: string }) => Promise<void>
  fetch: (...asked: unknown[]) => unknown
  patchRoutes: (parentId: string, children: Route[]) => void
  createRoutesForHMR: (
    changed: undefined,
    routes: Manifest['routes'],
    modules: object,
    state: null,
    future: object,
    isSpa: false,
  ) => Route[]
}
type RemixWindow = Window & {
  /** From the page's first script (`LateScripts`): until this is called, going back loads the page before anew. */
  __pageIsReady?: () => void
  __remixManifest: Manifest
  __remixRouter?: RemixRouter
  __remixRouteModules: object
  __remixContext: { future: object }
}

/** How long after it started a page fetches the list of all routes: nobody has left it before. */
const PAUSE_MS = 1500

/**
 * A page starts with a router of its own routes: to make one of all two hundred keeps a phone for longer than a finger
 * bears. Here the others join when somebody first goes anywhere, by a link, a form or back; whoever goes waits for them.
 */
export function joinOtherRoutesOnLeaving(): void {
  const page = window as unknown as RemixWindow
  const router = page.__remixRouter
  page.__pageIsReady?.()
  if (!router) return
  const { navigate, fetch } = router
  let joined: Promise<void> | null = null
  const join = () => (joined ??= joinOtherRoutes(page, router).then(leaveToRouter))
  const leaveToRouter = () => {
    Object.assign(router, { navigate, fetch })
    window.removeEventListener('popstate', waitForRoutes, { capture: true })
  }
  const waitForRoutes = (event: PopStateEvent) => {
    event.stopImmediatePropagation()
    void join().then(
      () => window.dispatchEvent(new PopStateEvent('popstate', { state: event.state as unknown })),
      () => window.location.reload(),
    )
  }
  router.navigate = async (to, options) => {
    try {
      await join()
    } catch {
      joined = null
      if (typeof to === 'string' && !options?.formMethod) return window.location.assign(to)
    }
    return navigate(to, options)
  }
  router.fetch = async (...asked) => {
    await join().catch(() => (joined = null))
    return fetch(...asked)
  }
  window.addEventListener('popstate', waitForRoutes, { capture: true })
  setTimeout(() => fetchEarly(page.__remixManifest.url), PAUSE_MS)
  window.addEventListener('pointerdown', () => fetchEarly(page.__remixManifest.url), {
    once: true,
    passive: true,
  })
}

function fetchEarly(url: string): void {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = url
  document.head.append(link)
}

/** @throws TypeError where the list of routes does not come */
async function joinOtherRoutes(page: RemixWindow, router: RemixRouter): Promise<void> {
  const known = page.__remixManifest
  await import(/* @vite-ignore */ known.url)
  const { routes } = page.__remixManifest
  // Remix holds on to the object that it started with.
  page.__remixManifest = known
  Object.assign(known.routes, routes)
  const all = router.createRoutesForHMR(
    undefined,
    known.routes,
    page.__remixRouteModules,
    null,
    page.__remixContext.future,
    false,
  )
  graft(router, router.routes, all)
}

/** Adds to each route that the router knows the children that it does not. */
function graft(router: RemixRouter, known: readonly Route[], all: readonly Route[]): void {
  for (const route of known) {
    const whole = all.find(({ id }) => id === route.id)
    const children = route.children ?? []
    const missing = whole?.children?.filter(({ id }) => !children.some((child) => child.id === id)) ?? []
    graft(router, children, whole?.children ?? [])
    if (missing.length > 0) router.patchRoutes(route.id, missing)
  }
}
