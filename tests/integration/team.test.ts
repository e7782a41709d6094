import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { acceptInvitation } from '~/features/identity/commands/accept-invitation.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import { inviteMember, withdrawInvitation } from '~/features/identity/commands/invite-member.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { switchOrganisation } from '~/features/identity/commands/switch-organisation.server'
import { tokenOf } from '~/features/identity/account-token.server'
import { changeMember } from '~/features/organisations/commands/change-member.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

let setup: TestSetup
let owner: Actor
let now = Date.parse('2026-09-15T08:00:00Z')
const NEWCOMER = {
  name: 'Sam Modèle',
  password: 'une phrase assez longue',
  locale: 'fr',
  device: '',
} as const

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => now })
  owner = await createActor('giver')
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

/** Invites an address and gives what its link holds. */
async function invited(email: string, role: 'owner' | 'member' = 'member'): Promise<string> {
  now += 1000
  expect((await inviteMember({ actor: owner, email, role })).ok).toBe(true)
  const sql = "select payload from outbox where topic = 'account.link' order by created_at_ms desc limit 1"
  const { payload } = setup.database.writer.prepare(sql).get() as { payload: string }
  return tokenOf((JSON.parse(payload) as { linkId: string }).linkId)
}

async function joined(token: string, more = {}): Promise<{ actor: Actor; secret: string } | string> {
  const accepted = await acceptInvitation({ ...NEWCOMER, token, ...more })
  if (!accepted.ok) return accepted.error.code
  const session = await resumeSession(accepted.value.secret)
  return { actor: session!, secret: accepted.value.secret }
}

it('lets an invited person in with a new account, confirmed, once', async () => {
  const token = await invited('sam@exemple.fr')
  expect(await joined(token)).toMatchObject({
    actor: { organisationId: owner.organisationId, membership: 'member', isConfirmed: true },
  })
  expect(await joined(token)).toBe('link-expired')
})

it('lets an existing account join with its password only, and act for either organisation', async () => {
  const organisation = { name: 'Atelier', kind: 'company', isGiver: false, isTaker: true } as const
  await createAccount({
    ...NEWCOMER,
    email: 'lou@exemple.fr',
    organisation: { ...organisation, communeCode: null },
  })
  const token = await invited('lou@exemple.fr')
  expect(await joined(token, { password: 'une autre phrase' })).toBe('bad-credentials')
  const lou = await joined(token)
  if (typeof lou === 'string') throw new Error(lou)
  expect(lou.actor.organisationId).toBe(owner.organisationId)
  const row = setup.database.writer.prepare("select id from organisations where name = 'Atelier'").get()
  const { id: organisationId } = row as { id: string }
  const { userId } = lou.actor
  expect((await switchOrganisation({ userId, organisationId, secret: lou.secret })).ok).toBe(true)
  expect(await resumeSession(lou.secret)).toMatchObject({ organisationId, roles: ['taker'] })
  const stranger = await createActor('taker')
  const elsewhere = { userId, organisationId: stranger.organisationId, secret: lou.secret }
  expect(await switchOrganisation(elsewhere)).toMatchObject({ error: { code: 'not-found' } })
})

it('ends an invitation that is withdrawn, replaced or fourteen days old', async () => {
  const withdrawn = await invited('a@exemple.fr')
  await withdrawInvitation(owner, 'a@exemple.fr')
  expect(await joined(withdrawn)).toBe('link-expired')
  const replaced = await invited('b@exemple.fr')
  const old = await invited('b@exemple.fr')
  expect(await joined(replaced)).toBe('link-expired')
  now += 14 * 86_400_000
  expect(await joined(old)).toBe('link-expired')
})

it('keeps an owner, whoever asks and however fast', async () => {
  const self = { actor: owner, userId: owner.userId }
  expect(await changeMember({ ...self, role: 'member' })).toMatchObject({ error: { code: 'last-owner' } })
  expect(await changeMember({ ...self, role: null })).toMatchObject({ error: { code: 'last-owner' } })
  const second = await joined(await invited('deux@exemple.fr', 'owner'))
  if (typeof second === 'string') throw new Error(second)
  const answers = await Promise.all([
    changeMember({ actor: owner, userId: second.actor.userId, role: 'member' }),
    changeMember({ actor: second.actor, userId: owner.userId, role: 'member' }),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

it('lets neither a member nor an outsider manage the team', async () => {
  const member: Actor = { ...owner, membership: 'member' }
  const invitation = { email: 'x@exemple.fr', role: 'member' } as const
  expect(await inviteMember({ actor: member, ...invitation })).toMatchObject({ error: { code: 'forbidden' } })
  const outsider = await createActor('giver')
  const theirs = await changeMember({ actor: outsider, userId: owner.userId, role: null })
  expect(theirs).toMatchObject({ error: { code: 'not-found' } })
})
