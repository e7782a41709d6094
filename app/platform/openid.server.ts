import * as oidc from 'openid-client'
import { z } from 'zod'
import { nowMs } from '~/core/clock'
import { env } from './env.server'
import { OutgoingError } from './checked-connection.server'
import { boundedFetch } from './outgoing.server'
import type { ProConnect } from './proconnect-settings'

/** What the answer of the provider must match; kept on this side only. */
export type OpenIdSecrets = { state: string; nonce: string; verifier: string | null }

/** Who the provider says it is, every signature and claim checked. */
export type OpenIdIdentity = {
  issuer: string
  subject: string
  /** Lower case; null when none was given. */
  email: string | null
  isEmailVerified: boolean
  name: string
  siret: string | null
  hasSecondFactor: boolean
  /** Ends the session at the provider. */
  idToken: string
}

/** `down`: the provider does not answer; `cancelled`: the person turned back there; `refused`: its answer is not good. */
export type OpenIdFault = 'down' | 'cancelled' | 'refused'

export class OpenIdError extends Error {
  constructor(
    readonly fault: OpenIdFault,
    cause?: unknown,
  ) {
    super(`the identity provider: ${fault}`, { cause })
  }
}

/** What is asked for: no more than an account needs. */
const SCOPE = 'openid given_name usual_name email siret'
const CLAIMS = JSON.stringify({ id_token: { amr: { essential: true }, acr: null } })

/** Levels of ProConnect that tell of two factors. */
const TWO_FACTOR_LEVELS = [
  'eidas2',
  'eidas3',
  'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
  'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
]

const TIMEOUT_MS = 5000
const MOST_BYTES = 200_000
const KNOWN_MS = 3_600_000
/** After so many failures in a row nobody asks the provider for a while: the person hears at once that it is down. */
const MOST_FAILURES = 3
const PAUSE_MS = 60_000

let known: { settings: ProConnect; atMs: number; config: oidc.Configuration } | null = null
let failures = 0
let closedUntilMs = 0

/** Where to send the browser, and what its return must match. @throws OpenIdError */
export async function beginAuthorization(
  redirectUri: string,
): Promise<{ url: string; secrets: OpenIdSecrets }> {
  const config = await guarded(configuration)
  const verifier = config.serverMetadata().supportsPKCE() ? oidc.randomPKCECodeVerifier() : null
  const secrets = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier }
  // ProConnect refuses any parameter that its documentation does not name.
  const url = oidc.buildAuthorizationUrl(config, {
    ...{ redirect_uri: redirectUri, scope: SCOPE, claims: CLAIMS },
    ...{ state: secrets.state, nonce: secrets.nonce },
    ...(verifier !== null && {
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }),
  })
  return { url: url.href, secrets }
}

/** Who came back. `returned` is the redirect address with the query that the browser brought. @throws OpenIdError */
export async function finishAuthorization(returned: URL, secrets: OpenIdSecrets): Promise<OpenIdIdentity> {
  const config = await guarded(configuration)
  return guarded(async () => {
    const tokens = await oidc.authorizationCodeGrant(config, returned, {
      ...(secrets.verifier !== null && { pkceCodeVerifier: secrets.verifier }),
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    })
    const claims = idTokenSchema.parse(tokens.claims())
    const told = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
    return identityOf(config, claims, userInfoSchema.parse(told), tokens.id_token!)
  })
}

/** Where the browser ends its session at the provider; null when the provider has no such place or is down. */
export async function endSessionUrl(
  idToken: string,
  state: string,
  returnTo: string,
): Promise<string | null> {
  try {
    const config = await guarded(configuration)
    if (config.serverMetadata().end_session_endpoint === undefined) return null
    const asked = { id_token_hint: idToken, state, post_logout_redirect_uri: returnTo }
    const url = oidc.buildEndSessionUrl(config, asked)
    url.searchParams.delete('client_id')
    return url.href
  } catch (error) {
    if (error instanceof OpenIdError) return null
    throw error
  }
}

/** Forgets what is known of the provider; for tests. */
export function forgetProvider(): void {
  known = null
  failures = 0
  closedUntilMs = 0
}

const idTokenSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  acr: z.string().optional(),
  amr: z.array(z.string()).optional(),
})

const userInfoSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  sub: z.string(),
  email: z.email().max(254).optional(),
  email_verified: z.boolean().optional(),
  given_name: z.string().max(200).default(''),
  usual_name: z.string().max(200).default(''),
  siret: z.string().optional(),
})

function identityOf(
  config: oidc.Configuration,
  { iss, sub, acr, amr = [] }: z.output<typeof idTokenSchema>,
  told: z.output<typeof userInfoSchema>,
  idToken: string,
): OpenIdIdentity {
  const audience = Array.isArray(told.aud) ? told.aud : [told.aud]
  if (told.iss !== iss || !audience.includes(config.clientMetadata().client_id))
    throw new OpenIdError('refused')
  const siret = told.siret?.replace(/\s/g, '') ?? ''
  return {
    ...{ issuer: iss, subject: sub, idToken },
    email: told.email?.toLowerCase() ?? null,
    isEmailVerified: told.email_verified === true,
    name: `${told.given_name} ${told.usual_name}`.trim().slice(0, 120),
    siret: /^\d{14}$/.test(siret) ? siret : null,
    hasSecondFactor: amr.includes('mfa') || TWO_FACTOR_LEVELS.includes(acr ?? ''),
  }
}

async function configuration(): Promise<oidc.Configuration> {
  const { proConnect: settings } = env()
  if (settings === null) throw new OpenIdError('down')
  if (known?.settings === settings && nowMs() - known.atMs < KNOWN_MS) return known.config
  const issuer = new URL(settings.issuer)
  const config = await oidc.discovery(
    issuer,
    settings.clientId,
    { id_token_signed_response_alg: settings.signing, userinfo_signed_response_alg: settings.signing },
    oidc.ClientSecretPost(settings.clientSecret),
    {
      timeout: TIMEOUT_MS / 1000,
      [oidc.customFetch]: (address, init) =>
        boundedFetch(address, init as RequestInit, {
          timeoutMs: TIMEOUT_MS,
          mostBytes: MOST_BYTES,
          origin: issuer.origin,
        }),
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
  refuseStrangers(config, issuer.origin)
  known = { settings, atMs: nowMs(), config }
  return config
}

/** Browsers and this server are sent to the issuer's own origin alone, whatever its document says. */
function refuseStrangers(config: oidc.Configuration, origin: string): void {
  const { authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri, end_session_endpoint } =
    config.serverMetadata()
  const needed = [authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri]
  const places = end_session_endpoint === undefined ? needed : [...needed, end_session_endpoint]
  const isOurs = (place: string | undefined) => place !== undefined && new URL(place).origin === origin
  if (!places.every(isOurs)) throw new OpenIdError('refused')
}

/** Runs a call; counts what fails for want of an answer, and after several spares the provider and the person the wait. */
async function guarded<T>(call: () => Promise<T>): Promise<T> {
  if (nowMs() < closedUntilMs) throw new OpenIdError('down')
  try {
    const value = await call()
    failures = 0
    return value
  } catch (error) {
    const fault = faultOf(error)
    if (fault === 'down') {
      failures += 1
      if (failures >= MOST_FAILURES) {
        closedUntilMs = nowMs() + PAUSE_MS
        failures = 0
      }
    }
    throw error instanceof OpenIdError ? error : new OpenIdError(fault, error)
  }
}

function faultOf(error: unknown): OpenIdFault {
  if (error instanceof OpenIdError) return error.fault
  if (error instanceof oidc.AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'cancelled' : 'refused'
  }
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof OutgoingError) return 'down'
    if (cause instanceof oidc.ResponseBodyError) return cause.status >= 500 ? 'down' : 'refused'
    if (cause.cause instanceof Response) return cause.cause.status >= 500 ? 'down' : 'refused'
  }
  return 'refused'
}
