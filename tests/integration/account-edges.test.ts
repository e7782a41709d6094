import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { tokenOf } from '~/features/identity/account-token.server'
import { confirmAddress } from '~/features/identity/commands/confirm-address.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import { sendResetLink } from '~/features/identity/commands/forget-password.server'
import { inviteMember } from '~/features/identity/commands/invite-member.server'
import { requestEmailChange } from '~/features/identity/commands/request-email-change.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { changeMember } from '~/features/organisations/commands/change-member.server'
import { listTeam } from '~/features/organisations/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { setSessionCookie } from '~/http/session-cookie.server'
import { loader as confirmLoader } from '~/routes/confirm-address/route'
import { action as inviteAction, loader as inviteLoader } from '~/routes/invitation/route'
import { loader as myLotsLoader } from '~/routes/my-lots/route'
import { loader as passwordLoader } from '~/routes/new-password/route'
import { action as organisationAction } from '~/routes/organisation/route'
import { action as signInAction, loader as signInLoader } from '~/routes/sign-in/route'
import { loader as signUpLoader } from '~/routes/sign-up/route'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const PASSWORD = 'une phrase assez longue'
const HOUR_MS = 3_600_000
let setup: TestSetup
let owner: Actor
let now = Date.parse('2026-09-15T08:00:00Z')
let made = 0

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => now })
})
afterAll(() => {
  setClock()
  setup.cleanup()
})
beforeEach(async () => {
  now += 60_000
  owner = await createActor('giver')
})

type Person = { email: string; secret: string; actor: Actor }

/** Someone with an account and an organisation of their own, signed in. */
async function person(): Promise<Person> {
  const email = `personne${++made}@exemple.fr`
  const organisation = { name: `Atelier ${made}`, kind: 'company', communeCode: null } as const
  await createAccount({
    ...{ email, name: 'Lou', password: PASSWORD },
    organisation: { ...organisation, isGiver: true, isTaker: true },
  })
  return signedIn(email)
}

async function signedIn(email: string): Promise<Person> {
  const session = await signIn({ email, password: PASSWORD, device: '' })
  if (!session.ok) throw new Error(session.error.code)
  const { secret } = session.value
  return { email, secret, actor: (await resumeSession(secret))! }
}

/** What the last link that an e-mail carries holds. */
function lastToken(): string {
  now += 1000
  const sql =
    "select payload from outbox where topic = 'account.link' order by created_at_ms desc, id desc limit 1"
  const { payload } = setup.database.writer.prepare(sql).get() as { payload: string }
  return tokenOf((JSON.parse(payload) as { linkId: string }).linkId)
}

async function invited(email: string): Promise<string> {
  now += 1000
  await inviteMember({ actor: owner, email, role: 'member' })
  return lastToken()
}

async function argsOf(secret: string | null, address: string, params = {}, form?: Record<string, string>) {
  const headers = new Headers({ 'Accept-Language': 'fr' })
  if (secret) headers.set('Cookie', (await setSessionCookie(secret)).split(';')[0]!)
  const post = form && { method: 'POST', body: new URLSearchParams(form) }
  const request = new Request(new URL(address, 'http://localhost'), { headers, ...post })
  return { request, params, context: { cspNonce: '', requestId: '', clientIp: '127.0.0.1' } }
}

/** Status, where it leads and what it says, of what a loader or an action answers or throws. */
async function answerOf(answer: Promise<unknown>) {
  const given = await answer.catch((thrown: unknown) => thrown)
  if (given instanceof Error) throw given
  if (given instanceof Response) {
    return {
      status: given.status,
      to: given.headers.get('Location'),
      cookie: given.headers.get('Set-Cookie'),
      data: null,
    }
  }
  const { data, init } = given as { data?: unknown; init?: ResponseInit | null }
  return { status: init?.status ?? 200, to: null, cookie: null, data: data ?? given }
}

const visit = async (token: string, secret: string | null) =>
  answerOf(inviteLoader(await argsOf(secret, `/invitation/${token}`, { token })))
const accept = async (token: string, secret: string | null, form: Record<string, string>) =>
  answerOf(inviteAction(await argsOf(secret, `/invitation/${token}`, { token }, form)))

describe('an invitation opened by someone signed in', () => {
  it('is joined with one button by the address it is for, once', async () => {
    const lou = await person()
    const token = await invited(lou.email)
    expect(await visit(token, lou.secret)).toMatchObject({
      status: 200,
      data: { own: lou.email, email: lou.email },
    })
    expect(await accept(token, lou.secret, { intent: 'join' })).toMatchObject({
      status: 302,
      to: '/tableau-de-bord',
    })
    expect(await resumeSession(lou.secret)).toMatchObject({
      userId: lou.actor.userId,
      organisationId: owner.organisationId,
      membership: 'member',
    })
    expect(await accept(token, lou.secret, { intent: 'join' })).toMatchObject({ status: 410 })
    expect(await visit(token, lou.secret)).toMatchObject({ status: 410, data: { fate: 'spent' } })
  })

  it('is refused to another address, which is told so, and stays good', async () => {
    const [lou, max] = [await person(), await person()]
    const token = await invited(lou.email)
    expect(await visit(token, max.secret)).toMatchObject({
      status: 200,
      data: { own: max.email, email: lou.email },
    })
    const forms: Record<string, string>[] = [{ intent: 'join' }, { password: PASSWORD }]
    for (const form of forms) {
      const refused = await accept(token, max.secret, form)
      expect([400, 409]).toContain(refused.status)
    }
    expect((await listTeam(owner.organisationId)).map(({ email }) => email)).toEqual([owner.email])
    expect(await accept(token, lou.secret, { intent: 'join' })).toMatchObject({ status: 302 })
  })

  it('asks the password of someone who is not signed in', async () => {
    const lou = await person()
    const token = await invited(lou.email)
    expect(await visit(token, null)).toMatchObject({ data: { own: null, isKnown: true } })
    expect(await accept(token, null, { intent: 'join' })).toMatchObject({ status: 400 })
    expect(await accept(token, null, { password: PASSWORD })).toMatchObject({ status: 302 })
  })
})

describe('leaving an organisation', () => {
  const leave = async (secret: string) =>
    answerOf(organisationAction(await argsOf(secret, '/organisation', {}, { intent: 'leave' })))

  it('is open to a member, who goes on with the other one', async () => {
    const lou = await person()
    await accept(await invited(lou.email), lou.secret, { intent: 'join' })
    expect(await leave(lou.secret)).toMatchObject({ status: 302, to: '/compte?fait=quitte' })
    expect(await resumeSession(lou.secret)).toMatchObject({ organisationId: lou.actor.organisationId })
    expect((await listTeam(owner.organisationId)).map(({ email }) => email)).toEqual([owner.email])
  })

  it('is refused to the last owner', async () => {
    const lou = await person()
    const refused = await leave(lou.secret)
    expect(refused).toMatchObject({ status: 409 })
    expect(JSON.stringify(refused.data)).toContain('garde au moins un responsable')
    expect(await resumeSession(lou.secret)).toMatchObject({ organisationId: lou.actor.organisationId })
  })

  it('keeps one of two owners who leave at once, and signs out who has no other', async () => {
    const [lou, max] = [await person(), await person()]
    owner = lou.actor
    await accept(await invited(max.email), max.secret, { intent: 'join' })
    await changeMember({ actor: lou.actor, userId: max.actor.userId, role: 'owner' })
    const answers = await Promise.all([leave(lou.secret), leave(max.secret)])
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409])
    const louLeft = answers[0]?.status === 302
    if (louLeft) expect(answers[0]).toMatchObject({ to: '/connexion?fait=quitte' })
    expect((await resumeSession(lou.secret)) === null).toBe(louLeft)
  })

  it('leaves everything else of the team to its owners', async () => {
    const lou = await person()
    await accept(await invited(lou.email), lou.secret, { intent: 'join' })
    const form = { intent: 'remove', userId: owner.userId }
    const removal = await answerOf(organisationAction(await argsOf(lou.secret, '/organisation', {}, form)))
    expect(removal).toMatchObject({ status: 403 })
  })
})

describe('a link of an e-mail', () => {
  const pages = {
    confirm: async (token: string) =>
      confirmLoader(await argsOf(null, `/confirmer-adresse/${token}`, { token })),
    reset: async (token: string) =>
      passwordLoader(await argsOf(null, `/nouveau-mot-de-passe/${token}`, { token })),
    invitation: async (token: string) => inviteLoader(await argsOf(null, `/invitation/${token}`, { token })),
  }
  const make = {
    confirm: async () => {
      const { actor, email: currentEmail } = await person()
      const change = { email: `autre${++made}@exemple.fr`, currentPassword: PASSWORD }
      await requestEmailChange({ userId: actor.userId, currentEmail, ...change })
      return lastToken()
    },
    reset: async () => {
      const { actor } = await person()
      const messageId = newId()
      await sendResetLink({ messageId, userId: actor.userId })
      return tokenOf(messageId)
    },
    invitation: () => invited(`invite${++made}@exemple.fr`),
  }

  it.each(['confirm', 'reset', 'invitation'] as const)(
    '(%s) answers 200 while good, 410 once expired, 404 when it never was one',
    async (kind) => {
      const token = await make[kind]()
      expect(await answerOf(pages[kind](token))).toMatchObject({ status: 200, data: { fate: 'usable' } })
      for (const wrong of ['inconnu', `${token}x`, token.slice(0, -2), '../../etc', '%00']) {
        expect(await answerOf(pages[kind](wrong))).toMatchObject({ status: 404, data: { fate: 'unknown' } })
      }
      for (const other of Object.keys(pages).filter((one) => one !== kind) as (keyof typeof pages)[]) {
        expect(await answerOf(pages[other](token))).toMatchObject({ status: 404 })
      }
      now += 15 * 24 * HOUR_MS
      expect(await answerOf(pages[kind](token))).toMatchObject({ status: 410, data: { fate: 'spent' } })
    },
  )

  it('answers 410 once used', async () => {
    const token = await make.confirm()
    await confirmAddress(token)
    expect(await answerOf(pages.confirm(token))).toMatchObject({ status: 410 })
  })
})

describe('signing in', () => {
  it('comes back to where someone was going, and nowhere else', async () => {
    const away = await answerOf(myLotsLoader(await argsOf(null, '/mes-lots?etat=pause')))
    expect(away).toMatchObject({ status: 302, to: '/connexion?suite=%2Fmes-lots%3Fetat%3Dpause' })
    const page = await answerOf(signInLoader(await argsOf(null, away.to!)))
    expect(page.data).toMatchObject({ next: '/mes-lots?etat=pause' })
    const { email } = await person()
    const to = async (next: string) =>
      (
        await answerOf(
          signInAction(await argsOf(null, '/connexion', {}, { email, password: PASSWORD, next })),
        )
      ).to
    expect(await to('/mes-lots?etat=pause')).toBe('/mes-lots?etat=pause')
    for (const hostile of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/.//evil.example',
      '',
    ]) {
      expect(await to(hostile)).toBe('/tableau-de-bord')
    }
  })

  it('is not asked of someone signed in', async () => {
    const { secret } = await person()
    const at = async (address: string) => (await answerOf(signInLoader(await argsOf(secret, address)))).to
    expect(await at('/connexion')).toBe('/tableau-de-bord')
    expect(await at('/connexion?suite=%2Fmes-lots')).toBe('/mes-lots')
    expect(await at('/connexion?suite=%2F%2Fevil.example')).toBe('/tableau-de-bord')
    expect((await answerOf(signUpLoader(await argsOf(secret, '/inscription')))).to).toBe('/tableau-de-bord')
  })
})
