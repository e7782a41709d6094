import { nowMs } from '~/core/clock'
import { HALF_SESSION_MS } from './model/second-factor'
import type { LiveSession } from './queries.server'
import { seal, unseal } from './seal.server'
import { newTotpSecret, totpUri } from './totp.server'

/** What a page shows to set up an application; `sealed` comes back with the first code, and is good for this session. */
export type TotpSetup = { secret: string; uri: string; sealed: string }

/** A new secret for an application; nothing is kept before its first code is right. */
export function newSetup(session: LiveSession, secret = newTotpSecret()): TotpSetup {
  const sealed = seal(`${nowMs()}:${secret}`, 'totp-setup', ownerOf(session))
  return { secret, uri: totpUri(secret, session.actor.email), sealed }
}

/** The secret of a set-up that this session began, not too long ago; null otherwise. */
export function readSetup(sealed: string, session: LiveSession, now: number): string | null {
  const [beganAtMs, secret] = unseal(sealed, 'totp-setup', ownerOf(session))?.split(':') ?? []
  if (!secret || now - Number(beganAtMs) > HALF_SESSION_MS) return null
  return secret
}

/** The set-up of a form that came back with a wrong code: the same secret, which the application has by now. */
export function sameSetup(sealed: string, session: LiveSession): TotpSetup {
  return newSetup(session, readSetup(sealed, session, nowMs()) ?? undefined)
}

function ownerOf({ idHash, actor }: LiveSession): string {
  return `${actor.userId}:${idHash}`
}
