import { createHash } from 'node:crypto'
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { env } from '~/platform/env.server'
import type { Tx } from '~/platform/transaction.server'
import { passkeySiteOf, type PasskeySite } from './model/passkey-site'
import { findPasskeyKey } from './queries/second-factors.server'
import { findPasskey, takeChallenge, touchPasskey, type PasskeyRow } from './repo/second-factors.server'

/** Where this installation's passkeys are good; null when its public address allows none. */
export function passkeySite(): PasskeySite | null {
  return passkeySiteOf(env().publicUrl)
}

export function hashOfChallenge(challenge: string): string {
  return createHash('sha256').update(challenge).digest('hex')
}

/** What names a person to their authenticator: their id, which says nothing of them. */
export function userHandleOf(userId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(userId, 'utf8'))
}

/** The challenge that a response says it signed; null for what cannot be read. */
function challengeIn(clientDataJSON: string): string | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    const challenge = typeof read === 'object' && read !== null && 'challenge' in read ? read.challenge : null
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}

/** A signature by a passkey that we keep, its person verified; whether its challenge is good is not known yet. */
export type Assertion = {
  passkeyId: string
  userId: string
  challenge: string
  counter: number
  isBackedUp: boolean
}

/** Checks a signature against the kept key; null for any reason. */
export async function verifyAssertion(response: AuthenticationResponseJSON): Promise<Assertion | null> {
  const site = passkeySite()
  const challenge = challengeIn(response.response.clientDataJSON)
  const passkey = await findPasskeyKey(response.id)
  if (!site || challenge === null || !passkey) return null
  const { userHandle } = response.response
  if (userHandle && userHandle !== Buffer.from(userHandleOf(passkey.userId)).toString('base64url'))
    return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpID,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    })
    if (!verified) return null
    const { newCounter: counter, credentialBackedUp: isBackedUp } = authenticationInfo
    return { passkeyId: passkey.id, userId: passkey.userId, challenge, counter, isBackedUp }
  } catch {
    return null
  }
}

/** Uses the challenge of a checked signature and notes the use of its passkey; false when either is gone. */
export async function acceptAssertion(
  tx: Tx,
  assertion: Assertion,
  asked: { purpose: 'sign-in' | 'step' | 'confirm'; sessionIdHash: string | null; nowMs: number },
): Promise<boolean> {
  const { purpose, sessionIdHash, nowMs } = asked
  const challengeHash = hashOfChallenge(assertion.challenge)
  if (!(await takeChallenge(tx, { challengeHash, purpose, sessionIdHash }, nowMs))) return false
  const passkey = await findPasskey(tx, assertion.passkeyId)
  if (passkey?.userId !== assertion.userId) return false
  const { counter, isBackedUp } = assertion
  await touchPasskey(tx, passkey.id, { counter, isBackedUp, nowMs })
  return true
}

export type NewPasskey = {
  challenge: string
  row: Pick<PasskeyRow, 'id' | 'publicKey' | 'counter' | 'transports' | 'isBackedUp'>
}

/** Checks what an authenticator made; null for any reason. Whether its challenge is good is not known yet. */
export async function verifyNewPasskey(response: RegistrationResponseJSON): Promise<NewPasskey | null> {
  const site = passkeySite()
  const challenge = challengeIn(response.response.clientDataJSON)
  if (!site || challenge === null) return null
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpID,
      requireUserVerification: true,
    })
    if (!verified) return null
    const { credential, credentialBackedUp } = registrationInfo
    return {
      challenge,
      row: {
        id: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: credential.transports ?? [],
        isBackedUp: credentialBackedUp,
      },
    }
  } catch {
    return null
  }
}
