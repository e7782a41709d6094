import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
type Route = NonNullable<Routes[string]>

/**
 * Parts a build by the first word of addresses. The router of the framework compares an address with every route there
 * is, several times a page, and prepares the comparison anew each time: with hundreds of routes that was an eighth of the
 * work of a page. A part holds the routes that an address may be of, and answers as the whole would.
 */
export function routeGroups(build: ServerBuild): (path: string) => ServerBuild {
  const words = new Set(Object.values(build.routes).map((route) => wordOf(build.routes, route)))
  const parts = new Map<string | null, ServerBuild>()
  return (path) => {
    const asked = wordAsked(path)
    const word = words.has(asked) ? asked : null
    const part = parts.get(word) ?? { ...build, routes: routesUnder(build.routes, word) }
    parts.set(word, part)
    return part
  }
}

/** Routes of a word, and those of any: the root, what begins with a parameter, and the page of what is not found. */
function routesUnder(routes: Routes, word: string | null): Routes {
  const kept = Object.entries(routes).filter(([, route]) => {
    const own = wordOf(routes, route)
    return own === null || own === word
  })
  return Object.fromEntries(kept)
}

/** The first word of a route's addresses, in small letters as the router compares; null when it may be any. */
function wordOf(routes: Routes, route: Route | undefined): string | null {
  if (!route) return null
  const parts: string[] = []
  for (let each: Route | undefined = route; each; each = routes[each.parentId ?? ''])
    if (each.path) parts.unshift(each.path)
  const first = parts.join('/').split('/').find(Boolean) ?? (route.index ? '' : null)
  return first === null || /^[:*]/.test(first) || first.endsWith('?') ? null : first.toLowerCase()
}

/** The first word of what is asked, also when it is asked as data. */
function wordAsked(path: string): string {
  const page = path === '/_root.data' ? '/' : path.replace(/\.data$/, '')
  const first = page.split('/').find(Boolean) ?? ''
  try {
    return decodeURIComponent(first).toLowerCase()
  } catch {
    return first.toLowerCase()
  }
}
