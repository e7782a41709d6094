import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { noteChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { organisations } from '~db/sqlite/organisations'
import { setupDatabase } from '~tests/support/database'
import { makeActor } from '~tests/support/deal'
import { untoldWrites } from '~tests/support/untold-writes'

it('a command that changes what indexes read and tells none of them fails its file of tests', async () => {
  const setup = await setupDatabase()
  const { organisationId } = await makeActor('giver')
  const close = (atMs: number | null, isTold: boolean) =>
    withTx(async (tx) => {
      const own = eq(organisations.id, organisationId)
      await tx.update(organisations).set({ suspendedAtMs: atMs }).where(own)
      if (isTold) await noteChange(tx, 'organisation', organisationId)
    })
  await close(1, true)
  await close(1, false)
  expect(untoldWrites(setup.database)).toEqual([])
  await close(null, false)
  expect(untoldWrites(setup.database)).toEqual([`organisation ${organisationId}`])
  expect(() => setup.cleanup()).toThrow(organisationId)
})
