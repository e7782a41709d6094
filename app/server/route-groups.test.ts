import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import routes from '~/routes'
import { routeGroups } from './route-groups'

const entries = Object.fromEntries(
  routes.map(({ file, path, index }) => [file, { id: file, parentId: 'root', path, index }]),
)
const build = { routes: { root: { id: 'root', path: '' }, ...entries } } as unknown as ServerBuild

/** What the framework's router finds among the routes of a build. */
function found(of: ServerBuild, path: string) {
  const all = Object.values(of.routes).flatMap((route) => (route && route.id !== 'root' ? [route] : []))
  const children = all.map(({ id, path: own, index }) => ({ id, path: own, index }))
  const matches = matchRoutes([{ id: 'root', path: '', children }], path.replace(/\.data$/, ''))
  return matches?.map(({ route, params }) => [route.id, params])
}

const addresses = Object.values(entries).map(
  ({ path = '' }) => `/${path.replace(/:\w+/g, 'x-1').replace('*', 'là/bas')}`,
)
const part = routeGroups(build)

describe('the part of the routes that an address may be of', () => {
  it.each([...new Set(addresses)])('answers %s as the whole does, as a page and as data', (address) => {
    expect(found(part(address), address)).toEqual(found(build, address))
    expect(part(`${address}.data`)).toBe(part(address))
  })

  it.each([
    '/',
    '/Lots',
    '/LOTS/nouveau',
    '/%6cots',
    '/lots/',
    '//lots',
    '/lots.CSV',
    '/nulle-part',
    '/%E0%A4%A',
    '/a/b',
  ])('answers %s as the whole does', (address) => {
    expect(found(part(address), address)).toEqual(found(build, address))
  })

  it('is much smaller than the whole, and made once', () => {
    expect(Object.keys(part('/lots').routes).length).toBeLessThan(Object.keys(build.routes).length / 3)
    expect(part('/lots/a')).toBe(part('/Lots'))
    expect(part('/nulle-part')).toBe(part('/ailleurs'))
  })
})
