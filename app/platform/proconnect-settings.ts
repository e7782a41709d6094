import fs from 'node:fs'
import { isLoopback } from './loopback'

export type ProConnect = {
  /** The issuer's identifier, as its own document writes it. */
  issuer: string
  clientId: string
  clientSecret: string
  /** How the provider was asked to sign what it tells of people. */
  signing: 'RS256' | 'ES256'
}

type Source = {
  PROCONNECT_ISSUER?: string
  PROCONNECT_CLIENT_ID?: string
  PROCONNECT_CLIENT_SECRET?: string
  PROCONNECT_CLIENT_SECRET_FILE?: string
  PROCONNECT_SIGNING: 'RS256' | 'ES256'
}

/**
 * The provider that the operator configured; null without an issuer: then nobody is asked anything.
 * @throws Error that says what to set, when a part is missing or the issuer could be listened to
 */
export function readProConnect(source: Source, isProduction: boolean): ProConnect | null {
  const { PROCONNECT_ISSUER: issuer, PROCONNECT_CLIENT_ID: clientId } = source
  if (issuer === undefined) return null
  const { protocol, hostname, search, hash } = new URL(issuer)
  const isTried = !isProduction && protocol === 'http:' && isLoopback(hostname)
  if ((protocol !== 'https:' && !isTried) || search !== '' || hash !== '') {
    throw new Error('PROCONNECT_ISSUER must be an https address (http on this machine, outside production).')
  }
  const clientSecret = secretOf(source)
  if (clientId === undefined || clientSecret === undefined) {
    throw new Error(
      'PROCONNECT_ISSUER needs PROCONNECT_CLIENT_ID and PROCONNECT_CLIENT_SECRET (or …_SECRET_FILE).',
    )
  }
  return { issuer, clientId, clientSecret, signing: source.PROCONNECT_SIGNING }
}

function secretOf(source: Source): string | undefined {
  if (source.PROCONNECT_CLIENT_SECRET_FILE === undefined) return source.PROCONNECT_CLIENT_SECRET
  return fs.readFileSync(source.PROCONNECT_CLIENT_SECRET_FILE, 'utf8').trim() || undefined
}
