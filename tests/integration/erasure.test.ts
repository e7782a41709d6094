import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowMs, setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { startSession } from '~/features/identity/commands/start-session.server'
import { hashPassword } from '~/features/identity/passwords.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { eraseAccount } from '~/features/privacy/commands/erase-account.server'
import { previewErasure } from '~/features/privacy/queries.server'
import { openDispute } from '~/features/reservations/commands/open-dispute.server'
import { withTx } from '~/platform/transaction.server'
import { action } from '~/routes/erase-account/route'
import { createActor } from '~tests/support/actors'
import { accepts, granted, opensSite, publishes, requests } from '~tests/support/answers'
import { answer } from '~tests/support/ask-page'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const PASSWORD = 'un mot de passe assez long'
let open: TestDatabase
let passwordHash: string

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(() => {
  open.remove()
  setClock()
})

async function person(kind: 'giver' | 'taker' | 'admin'): Promise<Actor> {
  const actor = await createActor(kind)
  open.writer.prepare('update users set password_hash = ? where id = ?').run(passwordHash, actor.userId)
  return actor
}

function joins(actor: Actor, organisationId: string, role: 'owner' | 'member'): void {
  open.writer
    .prepare('insert into memberships (user_id, organisation_id, role, created_at_ms) values (?, ?, ?, 0)')
    .run(actor.userId, organisationId, role)
}

const erase = (actor: Actor, heirs: Record<string, string> = {}, provenAtMs = nowMs()) =>
  eraseAccount({ actor, provenAtMs, heirs })
const roleOf = (userId: string, organisationId: string) =>
  open.writer
    .prepare('select role from memberships where user_id = ? and organisation_id = ?')
    .pluck()
    .get(userId, organisationId)
const statusOf = (reservationId: string) =>
  open.writer.prepare('select status from reservations where id = ?').pluck().get(reservationId)

describe('an account that is erased', () => {
  it('ASVS 7.5.3: is not without a recent proof of who asks', async () => {
    const giver = await person('giver')
    expect(await erase(giver, {}, nowMs() - 11 * 60_000)).toMatchObject({ error: { code: 'proof-stale' } })
    expect(roleOf(giver.userId, giver.organisationId)).toBe('owner')
  })

  it('ASVS 7.4.2: has no session left, and cannot sign in', async () => {
    const giver = await person('giver')
    open.writer
      .prepare(
        `insert into sessions (id_hash, user_id, created_at_ms, last_seen_at_ms, expires_at_ms) values ('s', ?, 0, 0, 9e12)`,
      )
      .run(giver.userId)
    const sessions = () =>
      open.writer.prepare('select count(*) from sessions where user_id = ?').pluck().get(giver.userId)
    expect(sessions()).toBeGreaterThan(0)
    granted(await erase(giver))
    expect(sessions()).toBe(0)
    const again = await signIn({ email: giver.email, password: PASSWORD, device: '' })
    expect(again).toMatchObject({ ok: false })
  })

  it('closes an organisation that nobody else is in, and ends what it has under way, each side told', async () => {
    const giver = await person('giver')
    const taker = await person('taker')
    const siteId = await opensSite(giver)
    const lotId = await publishes(giver, siteId)
    const asked = await requests(taker, lotId, 2)
    const agreed = await requests(taker, lotId, 3)
    await accepts(giver, agreed)
    expect(await previewErasure(giver.userId)).toMatchObject({
      standings: [{ outcome: 'close' }],
      offers: { lots: 1, needs: 0 },
    })
    const under = (await previewErasure(giver.userId)).reservations
    expect(under.map(({ id, side }) => [id, side])).toContainEqual([asked, 'giver'])
    granted(await erase(giver))
    expect([statusOf(asked), statusOf(agreed)]).toEqual(['refused', 'cancelled'])
    const lot = open.writer.prepare('select status, description from lots where id = ?').get(lotId)
    expect(lot).toEqual({ status: 'withdrawn', description: '' })
    const told = open.writer.prepare(
      `select count(*) from outbox where topic like 'reservation.%' and payload like ?`,
    )
    expect(told.pluck().get(`%${agreed}%`)).toBeGreaterThan(0)
  })

  it('hands an organisation with other members to the one who was chosen, and no one else', async () => {
    const giver = await person('giver')
    const colleague = await person('giver')
    const stranger = await person('taker')
    joins(colleague, giver.organisationId, 'member')
    const before = await previewErasure(giver.userId)
    expect(before.standings).toMatchObject([{ outcome: 'hand-over', others: [{ userId: colleague.userId }] }])
    expect(await erase(giver)).toMatchObject({ error: { code: 'last-owner' } })
    const toStranger = { [giver.organisationId]: stranger.userId }
    expect(await erase(giver, toStranger)).toMatchObject({ error: { code: 'last-owner' } })
    granted(await erase(giver, { [giver.organisationId]: colleague.userId }))
    expect(roleOf(colleague.userId, giver.organisationId)).toBe('owner')
    expect(roleOf(giver.userId, giver.organisationId)).toBeUndefined()
    const name = open.writer.prepare('select name from organisations where id = ?').pluck()
    expect(name.get(giver.organisationId)).toBe(giver.organisationName)
  })

  it('waits for a dispute to be settled', async () => {
    const giver = await person('giver')
    const taker = await person('taker')
    const lotId = await publishes(giver, await opensSite(giver))
    const reservationId = await requests(taker, lotId, 2)
    await accepts(giver, reservationId)
    const dispute = {
      actor: taker,
      reservationId,
      id: newId(),
      cause: 'other' as const,
      text: 'Rien sur place',
    }
    granted(await openDispute(dispute))
    expect(await erase(giver)).toMatchObject({ error: { code: 'erase-dispute' } })
    expect(statusOf(reservationId)).toBe('disputed')
  })

  it('leaves the Métropole its last admin', async () => {
    const admin = await person('admin')
    expect(await erase(admin)).toMatchObject({ error: { code: 'last-admin' } })
    await person('admin')
    granted(await erase(admin))
  })

  it('asks for the word as well, on its page', async () => {
    const giver = await person('giver')
    const secret = await withTx((tx) =>
      startSession(tx, { userId: giver.userId, device: '', method: 'password' }, nowMs()),
    )
    const post = (form: Record<string, string>) => answer(action, '/compte/supprimer', { secret, form })
    expect(await post({ word: 'oui' })).toMatchObject({ status: 400 })
    expect(roleOf(giver.userId, giver.organisationId)).toBe('owner')
    expect(await post({ word: ' supprimer ' })).toMatchObject({ to: '/compte-supprime' })
    expect(roleOf(giver.userId, giver.organisationId)).toBeUndefined()
  })
})
