import type { RouteConfigEntry } from '@remix-run/route-config'
import { describe, expect, it } from 'vitest'
import routes from '~/routes'
import { withoutSecret } from './log-error.server'

const SECRET = 'k3y.of-A_link'
const entries: readonly RouteConfigEntry[] = routes
const patterns = entries.flatMap(({ path = '' }) => (path.includes(':token') ? [`/${path}`] : []))

describe('the path that a log holds', () => {
  it('is read of every route with a token', () => {
    expect(patterns.length).toBeGreaterThan(8)
  })

  it.each(patterns)('has no token: %s', (pattern) => {
    const path = pattern.replace(':token', SECRET).replace(':attachmentId', 'document-1')
    for (const asked of [path, path.toUpperCase(), `/${path}`, `${path}/`, `${path}.data`]) {
      expect(withoutSecret(asked).toLowerCase()).not.toContain(SECRET.toLowerCase())
    }
    expect(withoutSecret(path)).toContain(pattern.slice(0, pattern.indexOf(':')))
  })

  it.each(['/', '/lots/0190-abc', '/alertes', '/alertes/nouvelle/lots', '/compte/invitation/x'])(
    'is whole where there is none: %s',
    (path) => expect(withoutSecret(path)).toBe(path),
  )
})
