import { describe, expect, it } from 'vitest'
import { loader as accountPage } from '~/routes/proconnect-account/route'
import { loader as comeBack } from '~/routes/proconnect-return/route'
import { action as begin } from '~/routes/proconnect/route'
import { loader as signInPage } from '~/routes/sign-in/route'
import { createBrowser, type TestBrowser } from '~tests/support/browser'
import { actorIn, enter, pass, provider, throughProvider, userOf, write } from '~tests/support/proconnect'

describe('an answer that is not good is refused, and nobody is signed in', () => {
  const REFUSED = '/connexion?proconnect=refused'
  async function refuses(browser: TestBrowser, address: string): Promise<void> {
    expect((await browser.get(comeBack, address)).to).toBe(REFUSED)
    expect(await actorIn(browser)).toBeNull()
    expect(userOf(provider.person!.sub)).toBeUndefined()
  }

  it('ASVS 10.5.1: another nonce', async () => {
    const browser = createBrowser()
    const back = await throughProvider(browser)
    write("update openid_attempts set payload = json_set(payload, '$.nonce', 'un-autre-nonce')")
    await refuses(browser, back)
  })

  it('ASVS 10.2.1: another state, or none', async () => {
    const browser = createBrowser()
    const back = new URL(await throughProvider(browser))
    back.searchParams.set('state', 'un-autre-etat')
    await refuses(browser, back.href)
    const second = createBrowser()
    const bare = new URL(await throughProvider(second))
    bare.searchParams.delete('state')
    await refuses(second, bare.href)
  })

  it('ASVS 10.2.1: another PKCE verifier', async () => {
    const browser = createBrowser()
    const back = await throughProvider(browser)
    write(
      "update openid_attempts set payload = json_set(payload, '$.verifier', 'un-autre-verifieur-de-quarante-trois-caracteres')",
    )
    await refuses(browser, back)
  })

  it('ASVS 7.6.2, 10.1.2: the answer of another browser, or of one that began nothing', async () => {
    const back = await throughProvider(createBrowser())
    await refuses(createBrowser(), back)
    const other = createBrowser()
    await throughProvider(other)
    await refuses(other, back)
  })

  it('ASVS 10.1.2: a code used before, in the same browser too', async () => {
    const browser = createBrowser()
    const back = await throughProvider(browser)
    const jar = browser.copy()
    expect((await browser.get(comeBack, back)).to).toBe('/connexion/proconnect/compte')
    await refuses(jar, back)
  })

  it('an answer that comes after a quarter of an hour', async () => {
    const browser = createBrowser()
    const back = await throughProvider(browser)
    pass(16 * 60_000)
    await refuses(browser, back)
  })

  const alter = (claims: Record<string, unknown>) => (jwt: string) => {
    const [head, body, signature] = jwt.split('.') as [string, string, string]
    const told = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
    return [head, Buffer.from(JSON.stringify({ ...told, ...claims })).toString('base64url'), signature].join(
      '.',
    )
  }
  const reissued = (claims: Record<string, unknown>) => (jwt: string) => provider.reissue(jwt, claims)
  const unsigned = (jwt: string) => {
    const head = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    return `${head}.${jwt.split('.')[1]}.`
  }

  it.each<[string, (jwt: string) => string]>([
    ['altered', alter({ email: 'metropole@ville.example' })],
    ['of another subject', reissued({ sub: 'un-autre' })],
    ['for another audience', reissued({ aud: 'un-autre-client' })],
    ['of another issuer', reissued({ iss: 'https://evil.example' })],
    ['unsigned', unsigned],
  ])(
    'ASVS 6.8.2, 9.1.1, 9.1.2, 9.2.3, 10.5.2, 10.5.3: what it tells of the person, %s',
    async (_, change) => {
      provider.tamper = (ctx) => {
        if (ctx.path === '/me') ctx.body = change(String(ctx.body))
      }
      const browser = createBrowser()
      await refuses(browser, await throughProvider(browser))
    },
  )

  it('(what is signed anew by the same key without another claim is accepted: the refusals above are of the claims)', async () => {
    provider.tamper = (ctx) => {
      if (ctx.path === '/me') ctx.body = provider.reissue(String(ctx.body), {})
    }
    expect((await enter()).to).toBe('/connexion/proconnect/compte')
  })

  it('ASVS 6.8.2, 9.1.1: what it tells of the person as plain JSON, without a signature', async () => {
    provider.tamper = (ctx) => {
      if (ctx.path !== '/me') return
      const [, body = ''] = String(ctx.body).split('.')
      ctx.type = 'application/json'
      ctx.body = Buffer.from(body, 'base64url').toString()
    }
    const browser = createBrowser()
    await refuses(browser, await throughProvider(browser))
  })

  it.each<[string, (jwt: string) => string]>([
    ['altered', alter({ acr: 'eidas3' })],
    ['for another audience', reissued({ aud: 'un-autre-client' })],
    ['of another issuer', reissued({ iss: 'https://evil.example' })],
    ['expired', reissued({ exp: 1 })],
    ['unsigned', unsigned],
  ])('ASVS 6.8.2, 9.1.1, 9.1.2, 9.2.1, 10.5.3, 10.5.4: the ID token, %s', async (_, change) => {
    provider.tamper = (ctx) => {
      if (ctx.path !== '/token') return
      const body = ctx.body as { id_token: string }
      ctx.body = { ...body, id_token: change(body.id_token) }
    }
    const browser = createBrowser()
    await refuses(browser, await throughProvider(browser))
  })

  it('ASVS 9.2.2: what it tells of the person, signed by the same key, in the place of the ID token', async () => {
    provider.tamper = (ctx) => {
      if (ctx.path !== '/token') return
      const body = ctx.body as { id_token: string }
      const told = {
        nonce: undefined,
        exp: undefined,
        iat: undefined,
        acr: undefined,
        email: 'x@ville.example',
      }
      ctx.body = { ...body, id_token: provider.reissue(body.id_token, told) }
    }
    const browser = createBrowser()
    await refuses(browser, await throughProvider(browser))
  })

  it.each([
    ['another issuer', { issuer: 'https://evil.example' }],
    ['a token endpoint elsewhere', { token_endpoint: 'http://127.0.0.2:9/token' }],
    ['a sign-in page elsewhere', { authorization_endpoint: 'https://evil.example/auth' }],
    ['keys elsewhere', { jwks_uri: 'https://evil.example/jwks' }],
  ])('ASVS 3.7.2, 9.1.3, 10.5.3, 13.2.4, 15.3.2: a document that names %s', async (_, change) => {
    provider.tamper = (ctx) => {
      if (ctx.path.includes('.well-known')) ctx.body = { ...(ctx.body as object), ...change }
    }
    const answer = await createBrowser().post(begin, '/connexion/proconnect', {})
    expect(answer.to).toBe('/connexion?proconnect=down')
  })

  it('a person who turned back there is told how to go on', async () => {
    provider.person = null
    expect((await enter()).to).toBe('/connexion?proconnect=cancelled')
    const page = await createBrowser().get(signInPage, '/connexion?proconnect=cancelled')
    expect(page.data).toMatchObject({ proConnect: { fault: 'cancelled' } })
  })
})

it('ASVS 10.1.1: the tokens of the provider stay on this server: no cookie, page or address holds one', async () => {
  const tokens: string[] = []
  provider.tamper = (ctx) => {
    if (ctx.path !== '/token') return
    const { access_token, id_token } = ctx.body as Record<string, string>
    tokens.push(access_token!, id_token!)
  }
  const browser = createBrowser()
  const answer = await browser.get(comeBack, await throughProvider(browser))
  const page = await browser.get(accountPage, '/connexion/proconnect/compte')
  const cookies = (browser.request('/').headers.get('Cookie') ?? '').split('; ').map((cookie) => {
    const value = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1))
    return value + Buffer.from(value.split('.')[0]!, 'base64').toString()
  })
  const given = [...cookies, answer.to, JSON.stringify([...answer.headers]), JSON.stringify(page.data)].join(
    '\n',
  )
  expect(tokens).toHaveLength(2)
  for (const token of tokens) {
    expect(token.length).toBeGreaterThan(20)
    expect(given).not.toContain(token)
    for (const part of token.split('.').filter((each) => each.length > 40)) expect(given).not.toContain(part)
  }
})
