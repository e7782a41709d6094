import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type * as issueMessage from '~/http/issue-message.server'
import { assignmentFaults } from '~tests/support/authorisation/check-columns'
import { readFaults } from '~tests/support/authorisation/check-reads'
import { writeFaults } from '~tests/support/authorisation/check-writes'
import { PARTS } from '~tests/support/authorisation/matrix/matrix'
import { fingerprint, tablesThatDiffer, type Fingerprint } from '~tests/support/authorisation/trial'
import { findForms, makeWorld, type FoundForm } from '~tests/support/authorisation/world'

/** Fields that a schema refused because it does not know them: answers keep this to themselves. */
const unknown = vi.hoisted(() => new Set<string>())
vi.mock('~/http/issue-message.server', async (load) => {
  const real = await load<typeof issueMessage>()
  const issueCode: typeof real.issueCode = (issue) => {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) unknown.add(key)
    return real.issueCode(issue)
  }
  return { ...real, issueCode }
})

let world: Awaited<ReturnType<typeof makeWorld>>
let start: Fingerprint
let forms: FoundForm[]

beforeAll(async () => {
  world = await makeWorld()
  start = await fingerprint(world.database)
  forms = await findForms(world)
}, 900_000)
afterAll(() => world.end())

it('ASVS 8.1.1: the matrix says who reads what answers a GET, and who posts to what has an action', () => {
  for (const { pattern, hasAction, hasLoader, isPage } of world.served.routes) {
    const { read, write } = world.rights(pattern)
    expect(read !== undefined, `${pattern}: read`).toBe(hasLoader || isPage)
    expect(write !== undefined, `${pattern}: write`).toBe(hasAction)
  }
})

describe.each(Object.entries(PARTS))('%s', (_, part) => {
  const rows = Object.entries(part)

  it.each(rows.filter(([, row]) => 'read' in row).map(([pattern]) => pattern))(
    'ASVS 3.5.3, 8.2.1, 8.2.2, 8.3.1, 8.4.1: %s is read by those who may, and by no one else',
    async (pattern) => {
      expect(await readFaults(world, start, pattern, world.rights(pattern))).toEqual([])
    },
  )

  it.each(rows.filter(([, row]) => 'write' in row).map(([pattern]) => pattern))(
    'ASVS 8.2.1, 8.2.2, 8.3.1, 8.4.1: %s takes what those post who may, and changes nothing for anyone else',
    async (pattern) => {
      expect(await writeFaults(world, { start, forms }, pattern)).toEqual([])
    },
  )
})

it('finds the forms of pages, so that what is refused is what would go through', () => {
  expect(forms.length).toBeGreaterThan(300)
})

it('ASVS 15.3.3: a form writes what it shows, whatever columns are posted with it', async () => {
  const { faults, accepted } = await assignmentFaults({ world, forms, unknown })
  expect(faults).toEqual([])
  expect(accepted).toBeGreaterThan(100)
}, 300_000)

it('leaves the database as it was', async () => {
  expect(tablesThatDiffer(start, await fingerprint(world.database))).toEqual([])
})
