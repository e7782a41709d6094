import { afterAll, beforeAll, expect, it } from 'vitest'
import { argsOf, requestAs } from '~tests/support/requests'
import { listMembers } from '~/features/organisations/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { action } from '~/routes/preferences/route'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

let setup: TestSetup
let giver: Actor

beforeAll(async () => {
  setup = await setupDatabase()
  giver = await createActor('giver')
})
afterAll(() => setup.cleanup())

async function choose(actor: Actor | null, form: Record<string, string>): Promise<string> {
  await action(argsOf(await requestAs(actor, '/preferences', form)))
  return (await listMembers(giver.organisationId))[0]!.locale
}

it('writes to a person in the language that they choose at the foot of a page', async () => {
  expect(await choose(null, { locale: 'en' })).toBe('fr')
  expect(await choose(giver, { theme: 'dark' })).toBe('fr')
  expect(await choose(giver, { locale: 'xx' })).toBe('fr')
  expect(await choose(giver, { locale: 'en' })).toBe('en')
})
