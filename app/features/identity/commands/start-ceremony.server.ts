import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { withTx } from '~/platform/transaction.server'
import { CHALLENGE_MS, isFresh, MOST_CHALLENGES, type Ceremony } from '../model/second-factor'
import { hashOfChallenge, passkeySite, userHandleOf } from '../passkeys.server'
import { listPasskeyIds } from '../queries/second-factors.server'
import type { LiveSession } from '../queries.server'
import { readSession } from '../read-session.server'
import { insertChallenge } from '../repo/second-factors.server'

/**
 * What a browser is to ask of an authenticator, with a challenge that is kept here: to sign in by passkey alone, as
 * second step, to confirm who one is, or to make a passkey (which asks for a recent proof: `proof-stale`).
 * Refuses what the session is not at (`forbidden`), and everything where the public address allows no passkey.
 */
export async function startCeremony(purpose: Ceremony, secret: string | null): Promise<Result<object>> {
  const site = passkeySite()
  const session = purpose === 'sign-in' ? null : await readSession(secret)
  if (!site || !mayStart(purpose, session)) return refused('forbidden')
  if (purpose === 'register' && !isFresh(session?.provenAtMs ?? null, nowMs())) return refused('proof-stale')
  const options = await optionsFor(purpose, site.rpID, session)
  return withTx(async (tx) => {
    const now = nowMs()
    const challenge = {
      challengeHash: hashOfChallenge(options.challenge),
      purpose,
      sessionIdHash: session?.idHash ?? null,
      expiresAtMs: now + CHALLENGE_MS,
    }
    const isKept = await insertChallenge(tx, challenge, { nowMs: now, most: MOST_CHALLENGES })
    return isKept ? ok(options) : refused('busy')
  })
}

function mayStart(purpose: Ceremony, session: LiveSession | null): boolean {
  if (purpose === 'sign-in') return true
  if (purpose === 'step') return session?.stage === 'verify'
  if (purpose === 'confirm') return session?.stage === 'open'
  return session?.stage === 'open' || session?.stage === 'enrol'
}

async function optionsFor(purpose: Ceremony, rpID: string, session: LiveSession | null) {
  const timeout = CHALLENGE_MS
  if (!session) return generateAuthenticationOptions({ rpID, timeout, userVerification: 'required' })
  const known = await listPasskeyIds(session.actor.userId)
  if (purpose !== 'register') {
    return generateAuthenticationOptions({
      rpID,
      timeout,
      userVerification: 'required',
      allowCredentials: known,
    })
  }
  return generateRegistrationOptions({
    ...{ rpName: 'Gisement', rpID, timeout, attestationType: 'none' },
    userID: userHandleOf(session.actor.userId),
    userName: session.actor.email,
    userDisplayName: session.actor.name,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}
