import { describe, expect, it } from 'vitest'
import { NO_ROUTE, routePatterns } from './route-patterns'

const PATHS = [
  ['home', undefined],
  ['lots', 'lots'],
  ['lot', 'lots/:id'],
  ['new-lot', 'lots/nouveau'],
  ['photo', 'photos/:key/:file'],
  ['invitation', 'invitation/:token'],
  ['csv', 'communes/:slug.csv'],
  ['not-found', '*'],
] as const
const routes = Object.fromEntries(PATHS.map(([id, path]) => [id, { id, parentId: 'root', path }]))
const patternOf = routePatterns({ root: { id: 'root', path: '' }, ...routes })

describe('the pattern of a path', () => {
  it.each([
    ['/', '/'],
    ['/_root.data', '/'],
    ['/lots', '/lots'],
    ['/lots/', '/lots'],
    ['/lots/0190-abc', '/lots/:id'],
    ['/lots/0190-abc.data', '/lots/:id'],
    ['/lots/nouveau', '/lots/nouveau'],
    ['/photos/ab/x-960.webp', '/photos/:key/:file'],
    ['/invitation/s3cr.et', '/invitation/:token'],
    ['/communes/montreuil.csv', '/communes/:slug.csv'],
    ['/wp-login.php', NO_ROUTE],
    ['/lots/a/b/c', NO_ROUTE],
  ])('%s is of %s', (path, pattern) => expect(patternOf(path)).toBe(pattern))

  it('finds itself, so that a browser can name no other', () => {
    for (const pattern of ['/lots/:id', '/photos/:key/:file']) expect(patternOf(pattern)).toBe(pattern)
  })
})
