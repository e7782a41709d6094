import { beforeAll, describe, expect, it } from 'vitest'
import { answerMembership } from '~/features/identity/commands/answer-membership.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { env, setEnv } from '~/platform/env.server'
import { forgetProvider } from '~/platform/openid.server'
import { action as changeAccount, loader as account } from '~/routes/account/route'
import { loader as proConnectAccount, action as createAccount } from '~/routes/proconnect-account/route'
import { loader as comeBack } from '~/routes/proconnect-return/route'
import { action as begin, loader as leaving } from '~/routes/proconnect/route'
import { action as signIn, loader as signInPage } from '~/routes/sign-in/route'
import { loader as ending } from '~/routes/sign-out-provider/route'
import { action as leave } from '~/routes/sign-out/route'
import { createActor } from '~tests/support/actors'
import { createBrowser, type TestBrowser } from '~tests/support/browser'
import { invitationToken } from '~tests/support/invitation'
import { walkBack } from '~tests/support/openid-provider'
import {
  actorIn,
  enter,
  founding,
  givePassword,
  newcomer,
  pass,
  PASSWORD,
  provider,
  PUBLIC_URL,
  rows,
  settingsOf,
  siret,
  someone,
  throughProvider,
  userOf,
  write,
} from '~tests/support/proconnect'

let giver: Actor
let made = 0

beforeAll(async () => {
  giver = await createActor('giver', { siret: siret() })
  await givePassword(giver.userId)
})

describe('what is sent to the provider', () => {
  it('ASVS 10.1.2, 10.2.1, 10.2.3: state, nonce, PKCE, the scopes needed and no parameter that ProConnect does not name', async () => {
    await throughProvider(createBrowser())
    const sent = Object.fromEntries(provider.authorization)
    expect(Object.keys(sent).sort()).toEqual([
      'claims',
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ])
    expect(sent.scope).toBe('openid given_name usual_name email siret')
    expect(sent.redirect_uri).toBe(`${PUBLIC_URL}/connexion/proconnect/retour`)
    expect(sent.code_challenge_method).toBe('S256')
    expect([sent.state!.length >= 32, sent.nonce!.length >= 32]).toEqual([true, true])
    await throughProvider(createBrowser())
    expect(provider.authorization.get('state')).not.toBe(sent.state)
  })

  it('nothing, and no button, where nobody configured it', async () => {
    setEnv({ ...env(), proConnect: null })
    const before = provider.asked.length
    expect(await createBrowser().get(signInPage, '/connexion')).toMatchObject({ data: { proConnect: null } })
    const answer = await createBrowser().post(begin, '/connexion/proconnect', {})
    expect(answer.to).toBe('/connexion?proconnect=down')
    expect(provider.asked.length).toBe(before)
  })
})

describe('somebody new', () => {
  it('ASVS 10.5.2: gets an account of issuer and subject, its address confirmed by the provider, and comes back to it', async () => {
    const { sub, email } = provider.person!
    const browser = await newcomer()
    expect(await actorIn(browser)).toMatchObject({
      email,
      name: 'Noor Modèle',
      isConfirmed: true,
      membership: 'owner',
    })
    expect(rows('select issuer, subject from external_identities where subject = ?', sub)).toEqual([
      { issuer: provider.issuer, subject: sub },
    ])
    const again = createBrowser()
    expect(await enter(again)).toMatchObject({ to: '/mes-lots' })
    expect((await actorIn(again))?.userId).toBe((await actorIn(browser))?.userId)
  })

  it('is asked to confirm an address that the provider does not vouch for', async () => {
    provider.person = someone({ email_verified: undefined })
    expect(await actorIn(await newcomer())).toMatchObject({ isConfirmed: false })
  })

  it('ASVS 10.5.2, 6.8.1: with the address of an existing account is not joined to it, nor made beside it', async () => {
    provider.person = someone({ email: giver.email })
    const browser = createBrowser()
    expect((await enter(browser)).to).toBe('/connexion/proconnect/compte')
    const answer = await browser.post(createAccount, '/connexion/proconnect/compte', founding())
    expect(answer.status).toBe(409)
    expect(JSON.stringify(answer.data)).toContain('a déjà un compte')
    expect(await actorIn(browser)).toBeNull()
    expect(userOf(provider.person.sub)).toBeUndefined()
  })

  it('of an organisation here proposes to be a member, and is in only once its owner accepts', async () => {
    const own = rows('select siret from organisations where id = ?', giver.organisationId)[0]!.siret as string
    provider.person = someone({ siret: own })
    const { sub } = provider.person
    const browser = createBrowser()
    await enter(browser)
    const page = await browser.get(proConnectAccount, '/connexion/proconnect/compte')
    expect(page.data).toMatchObject({ person: { organisation: giver.organisationName } })
    const asked = await browser.post(createAccount, '/connexion/proconnect/compte', { intent: 'ask' })
    expect(asked.to).toBe('/connexion/proconnect/compte?fait=demande')
    expect(await actorIn(browser)).toBeNull()
    expect(await enter(createBrowser())).toMatchObject({ to: '/connexion?proconnect=waits' })
    expect(rows("select count(*) n from outbox where payload like '%member-asked%'")).toEqual([{ n: 1 }])
    const userId = userOf(sub)!.id as string
    const { organisationId } = giver
    const answer = { organisationId, userId, decision: 'accepted' as const }
    const stranger = await createActor('giver')
    expect(await answerMembership({ actor: stranger, ...answer })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await answerMembership({ actor: { ...giver, membership: 'member' }, ...answer })).toMatchObject({
      ok: false,
    })
    expect(await answerMembership({ actor: giver, ...answer })).toMatchObject({ ok: true })
    expect(await answerMembership({ actor: giver, ...answer })).toMatchObject({
      error: { code: 'not-found' },
    })
    const back = createBrowser()
    expect((await enter(back)).to).toBe('/mes-lots')
    expect(await actorIn(back)).toMatchObject({ organisationId, membership: 'member' })
  })

  it('joins by the link of an invitation, at the address that it was sent to', async () => {
    const email = `invite${made++}@exemple.fr`
    const token = await invitationToken(giver, email)
    const browser = createBrowser()
    expect((await enter(browser, `/invitation/${token}`)).to).toBe('/connexion/proconnect/compte')
    const answer = await browser.post(createAccount, '/connexion/proconnect/compte', { intent: 'invited' })
    expect(answer.to).toBe('/tableau-de-bord')
    expect(await actorIn(browser)).toMatchObject({
      email,
      organisationId: giver.organisationId,
      isConfirmed: true,
    })
  })
})

describe('an existing account', () => {
  async function signedIn(actor: Actor): Promise<TestBrowser> {
    const browser = createBrowser()
    await browser.post(signIn, '/connexion', { email: actor.email, password: PASSWORD })
    return browser
  }
  const link = (browser: TestBrowser, currentPassword = PASSWORD, intent = 'proconnect-link') =>
    browser.post(changeAccount, '/compte', { intent, currentPassword })

  it('ASVS 6.3.7, 7.5.1: is tied from the profile with its password alone, told by e-mail, and opened by ProConnect after', async () => {
    const actor = await createActor('taker')
    await givePassword(actor.userId)
    const browser = await signedIn(actor)
    expect((await link(browser, 'une autre phrase')).status).toBe(401)
    expect((await link(browser)).to).toBe('/connexion/proconnect')
    const page = await browser.get(leaving, '/connexion/proconnect')
    const back = await walkBack((page.data as { url: string }).url, PUBLIC_URL)
    expect((await browser.get(comeBack, back)).to).toBe('/compte?fait=proconnect')
    expect((await browser.get(account, '/compte')).data).toMatchObject({
      proConnect: { link: { email: provider.person!.email } },
    })
    expect(
      rows(`select * from outbox where payload like '%proconnect-linked%${actor.userId}%'`),
    ).toHaveLength(1)
    const other = createBrowser()
    expect((await enter(other)).to).toBe('/mes-lots')
    expect((await actorIn(other))?.userId).toBe(actor.userId)
    expect((await link(browser, PASSWORD, 'proconnect-unlink')).to).toBe('/compte?fait=sans-proconnect')
    expect((await enter()).to).toBe('/connexion/proconnect/compte')
  })

  it('ASVS 10.1.2: is not tied by a browser where somebody else is signed in, nor to a person who has another account', async () => {
    const actor = await createActor('taker')
    await givePassword(actor.userId)
    const browser = await signedIn(actor)
    await link(browser)
    const url = ((await browser.get(leaving, '/connexion/proconnect')).data as { url: string }).url
    const back = await walkBack(url, PUBLIC_URL)
    browser.forget('gisement')
    expect((await browser.get(comeBack, back)).to).toBe('/connexion?proconnect=refused')
    await newcomer()
    const again = await signedIn(actor)
    await link(again)
    const second = ((await again.get(leaving, '/connexion/proconnect')).data as { url: string }).url
    expect((await again.get(comeBack, await walkBack(second, PUBLIC_URL))).to).toBe(
      '/connexion?proconnect=taken',
    )
  })

  it('that is closed hears so, and stays out', async () => {
    const browser = await newcomer()
    const { userId } = (await actorIn(browser))!
    write('update users set suspended_at_ms = 1 where id = ?', userId)
    const other = createBrowser()
    expect((await enter(other)).to).toBe('/connexion?proconnect=closed')
    expect(await actorIn(other)).toBeNull()
  })

  it('made by ProConnect keeps its only way in', async () => {
    const browser = await newcomer()
    expect((await link(browser, PASSWORD, 'proconnect-unlink')).status).toBe(401)
  })
})

describe('a second factor', () => {
  it.each<[string, { acr?: string; amr?: string[] }, boolean]>([
    ['a level of two factors', { acr: 'eidas2' }, true],
    ['methods that say so', { amr: ['pwd', 'otp', 'mfa'] }, true],
    ['a password alone', { acr: 'eidas1', amr: ['pwd'] }, false],
    ['nothing', {}, false],
  ])('ASVS 6.8.4: is what the provider says: %s', async (_, said, expected) => {
    provider.person = someone(said)
    const browser = createBrowser()
    await enter(browser)
    const kept = rows(
      "select payload from openid_attempts where kind = 'proven' order by expires_at_ms desc, rowid desc limit 1",
    )[0]
    expect(JSON.parse(String(kept!.payload))).toMatchObject({ hasSecondFactor: expected })
  })
})

describe('a provider that is down', () => {
  it('hinders no password, is asked three times and then left alone for a minute', async () => {
    setEnv({ ...env(), proConnect: settingsOf('http://127.0.0.1:9') })
    forgetProvider()
    for (let n = 0; n < 4; n++) {
      const answer = await createBrowser().post(begin, '/connexion/proconnect', {})
      expect(answer.to).toBe('/connexion?proconnect=down')
    }
    setEnv({ ...env(), proConnect: settingsOf(provider.issuer) })
    const before = provider.asked.length
    expect((await createBrowser().post(begin, '/connexion/proconnect', {})).to).toBe(
      '/connexion?proconnect=down',
    )
    expect(provider.asked.length).toBe(before)
    const browser = createBrowser()
    const entered = await browser.post(signIn, '/connexion', { email: giver.email, password: PASSWORD })
    expect(entered.status).toBe(302)
    pass(61_000)
    expect((await createBrowser().post(begin, '/connexion/proconnect', {})).to).toBe('/connexion/proconnect')
  })
})

describe('signing out', () => {
  it('ASVS 7.6.1: ends the session here, then at the provider with its hint and a state of its own, and comes back', async () => {
    const browser = await newcomer()
    expect((await browser.post(leave, '/deconnexion', {})).to).toBe('/deconnexion/proconnect')
    expect(await actorIn(browser)).toBeNull()
    const page = await browser.get(ending, '/deconnexion/proconnect')
    const url = new URL((page.data as { url: string }).url)
    expect(url.origin).toBe(provider.issuer)
    expect([...url.searchParams.keys()].sort()).toEqual([
      'id_token_hint',
      'post_logout_redirect_uri',
      'state',
    ])
    expect(url.searchParams.get('state')!.length).toBeGreaterThanOrEqual(32)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${PUBLIC_URL}/deconnexion/proconnect`)
    const state = url.searchParams.get('state')!
    expect((await browser.get(ending, `/deconnexion/proconnect?state=${state}`)).to).toBe('/')
    expect((await browser.get(ending, '/deconnexion/proconnect')).to).toBe('/')
    expect(
      rows(
        'select count(*) n from openid_sessions s left join sessions t on t.id_hash = s.session_id_hash where t.id_hash is null',
      ),
    ).toEqual([{ n: 0 }])
  })

  it('ASVS 16.5.2: leads home whoever came in by a password, and whoever signs out while the provider is down', async () => {
    const browser = createBrowser()
    await browser.post(signIn, '/connexion', { email: giver.email, password: PASSWORD })
    expect((await browser.post(leave, '/deconnexion', {})).to).toBe('/')
    const other = await newcomer()
    setEnv({ ...env(), proConnect: settingsOf('http://127.0.0.1:9') })
    forgetProvider()
    expect((await other.post(leave, '/deconnexion', {})).to).toBe('/')
    expect(await actorIn(other)).toBeNull()
  })
})

it('ASVS 3.7.2: goes on to paths of the product alone', async () => {
  const { sub } = provider.person!
  await newcomer()
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    expect((await enter(createBrowser(), next)).to).toBe('/tableau-de-bord')
  }
  expect(userOf(sub)).toBeDefined()
})
