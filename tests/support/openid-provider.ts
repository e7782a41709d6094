import { generateKeyPairSync, sign } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'

export const CLIENT_ID = 'gisement-essai'
export const CLIENT_SECRET = 'secret-d-essai-de-plus-de-trente-deux-caracteres'

/** Who signs in at the provider next. */
export type ProviderPerson = {
  sub: string
  email?: string
  email_verified?: boolean
  given_name?: string
  usual_name?: string
  siret?: string
  acr?: string
  amr?: string[]
}

export type TestProvider = {
  issuer: string
  /** Signs in next; null turns back. */
  person: ProviderPerson | null
  /** Changes what the provider answers on a path, after the provider made it. */
  tamper: ((ctx: KoaContextWithOIDC) => unknown) | null
  /** Every request that came, as «METHOD path». */
  asked: string[]
  /** The parameters of the last authorization request. */
  authorization: URLSearchParams
  /** A token of the provider with other claims, signed anew with its own key. */
  reissue: (jwt: string, claims: Record<string, unknown>) => string
  close: () => Promise<void>
}

type Options = { publicUrl: string; configuration?: Configuration; client?: Partial<ClientMetadata> }

/** A real OpenID provider on a free port of this machine, with signed userinfo and the claims of ProConnect. */
export async function startProvider({ publicUrl, configuration, client }: Options): Promise<TestProvider> {
  const server = http.createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'essai' }
  const people = new Map<string, ProviderPerson>()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${publicUrl}/connexion/proconnect/retour`],
        post_logout_redirect_uris: [`${publicUrl}/deconnexion/proconnect`],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
        userinfo_signed_response_alg: 'RS256',
        ...client,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['cle-d-essai'] },
    scopes: ['openid', 'given_name', 'usual_name', 'email', 'siret'],
    claims: {
      ...{ openid: ['sub'], acr: null, amr: null },
      ...{ given_name: ['given_name'], usual_name: ['usual_name'], siret: ['siret'] },
      email: ['email', 'email_verified'],
    },
    acrValues: ['eidas1', 'eidas2'],
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid given_name usual_name email siret')
      grant.addOIDCClaims(['amr', 'acr'])
      await grant.save()
      return grant
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ...configuration,
  })
  const test: TestProvider = {
    ...{ issuer, person: null, tamper: null, asked: [], authorization: new URLSearchParams() },
    reissue: (jwt, claims) => {
      const [head = '', body = ''] = jwt.split('.')
      const told = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
      const next = `${head}.${Buffer.from(JSON.stringify({ ...told, ...claims })).toString('base64url')}`
      return `${next}.${sign('sha256', Buffer.from(next), privateKey).toString('base64url')}`
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
  provider.use(async (ctx, next) => {
    test.asked.push(`${ctx.method} ${ctx.path}`)
    if (ctx.path === '/auth') test.authorization = new URLSearchParams(ctx.querystring)
    await next()
    await test.tamper?.(ctx as KoaContextWithOIDC)
  })
  const answer = provider.callback()
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return void answer(req, res)
    const { person } = test
    if (person) people.set(person.sub, person)
    const { sub: accountId, acr, amr } = person ?? { sub: '' }
    const result = person ? { login: { accountId, acr, amr } } : { error: 'access_denied' }
    void provider.interactionFinished(req, res, result)
  })
  return test
}

/** Walks a browser with an empty jar from an address at the provider until it is sent back; where to. */
export async function walkBack(address: string, publicUrl: string): Promise<string> {
  const jar = new Map<string, string>()
  let at = address
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of reply.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const to = reply.headers.get('Location')
    if (to === null) throw new Error(`the provider stopped at ${at}: ${reply.status} ${await reply.text()}`)
    at = new URL(to, at).href
    if (at.startsWith(publicUrl)) return at
  }
  throw new Error('the provider goes round in circles')
}
