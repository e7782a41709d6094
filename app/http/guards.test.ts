import fs from 'node:fs'
import path from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, it } from 'vitest'
import routes from '~/routes'
import { MATRIX, missingRow } from '~tests/support/authorisation/matrix/matrix'
import { authorisationPage } from '~tests/support/authorisation/page'

const entries: readonly RouteConfigEntry[] = routes
const patterns = entries.map(({ path: address = '' }) => `/${address}`)

it('ASVS 8.1.1: every route has a line that says who may read it and who may post to it', () => {
  expect(patterns.filter((pattern) => !(pattern in MATRIX)).map(missingRow)).toEqual([])
})

it('has no line for a route that is gone', () => {
  expect(Object.keys(MATRIX).filter((pattern) => !patterns.includes(pattern))).toEqual([])
})

it('is written out for people, as it stands', () => {
  const file = path.resolve('docs/security/authorisation.md')
  if (process.env.UPDATE_AUTHORISATION === '1') fs.writeFileSync(file, authorisationPage())
  expect(fs.readFileSync(file, 'utf8'), 'UPDATE_AUTHORISATION=1 writes it again').toBe(authorisationPage())
})
