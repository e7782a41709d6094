import type { ServerBuild } from '@remix-run/node'

type Routes = Readonly<Record<string, { id: string; parentId?: string; path?: string }>>

/** What an address is counted under when no route is for it. */
export const NO_ROUTE = 'other'

/** Finds the pattern of the route that answers a path: «/lots/:id» for every lot, so that figures stay few. */
export type PatternOf = (path: string) => string

/** The patterns of the routes of a build, and which of them a path is of; words come before parameters. */
export function routePatterns(routes: ServerBuild['routes'] | Routes): PatternOf {
  const patterns = Object.values(routes as Routes)
    .map((route) => patternOf(routes as Routes, route.id))
    .filter((pattern) => !pattern.endsWith('*'))
  const known = new Map([...new Set(patterns)].map((pattern) => [pattern, matcher(pattern)]))
  const literal = new Set([...known.keys()].filter((pattern) => !pattern.includes(':')))
  const others = [...known].filter(([pattern]) => !literal.has(pattern)).sort(([a], [b]) => rank(b) - rank(a))
  return (path) => {
    const asked = tidy(path)
    if (literal.has(asked)) return asked
    return others.find(([, expression]) => expression.test(asked))?.[0] ?? NO_ROUTE
  }
}

/** The pattern of a route, its parents' parts included. */
export function patternOf(routes: ServerBuild['routes'] | Routes, id: string): string {
  const parts: string[] = []
  for (let route = routes[id]; route; route = routes[route.parentId ?? ''])
    if (route.path) parts.unshift(route.path)
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/')
}

function matcher(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.map((part) => part.replace(/:[\w-]+/g, '[^/]+')).join('/')}$`)
}

/** More parts and fewer parameters come first, as the router has it. */
function rank(pattern: string): number {
  const parts = pattern.split('/')
  return parts.length * 10 - parts.filter((part) => part.startsWith(':')).length * 3
}

/** Without the ending of a request for data, a slash at the end or letters in another case of escapes. */
function tidy(path: string): string {
  const page = path === '/_root.data' ? '/' : path.replace(/\.data$/, '')
  return page.length > 1 ? page.replace(/\/+$/, '') : page
}
