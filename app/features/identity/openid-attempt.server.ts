import { z } from 'zod'
import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { deleteOldAttempts, insertAttempt, readAttempt, takeAttempt } from './repo/openid.server'
import { hashSessionSecret, newSessionSecret } from './session-secret.server'

/** How long a person may take at the provider, and on the page for a new account after it. */
const ATTEMPT_MS = { started: 15 * 60_000, proven: 30 * 60_000 } as const

const startedSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string().nullable(),
  /** The account that asks to be tied to the provider; null for a sign-in. */
  linkUserId: z.string().nullable(),
  next: z.string(),
})

const provenSchema = z.object({
  issuer: z.string(),
  subject: z.string(),
  email: z.string().nullable(),
  isEmailVerified: z.boolean(),
  name: z.string(),
  siret: z.string().nullable(),
  hasSecondFactor: z.boolean(),
  idToken: z.string(),
  next: z.string(),
})

const SCHEMAS = { started: startedSchema, proven: provenSchema }
type Payloads = { started: z.output<typeof startedSchema>; proven: z.output<typeof provenSchema> }
export type Proven = Payloads['proven']

/** Keeps a step of the way in, and returns the secret that the browser holds for it. */
export async function keepAttempt<Kind extends keyof Payloads>(
  tx: Tx,
  kind: Kind,
  payload: Payloads[Kind],
): Promise<string> {
  const secret = newSessionSecret()
  await deleteOldAttempts(tx, nowMs())
  await insertAttempt(tx, {
    ...{ kind, payload, idHash: hashSessionSecret(secret) },
    expiresAtMs: nowMs() + ATTEMPT_MS[kind],
  })
  return secret
}

/** Uses a step up: what was kept for this browser, once. */
export async function useAttempt<Kind extends keyof Payloads>(
  tx: Tx,
  kind: Kind,
  secret: string,
): Promise<Payloads[Kind] | null> {
  const payload = await takeAttempt(tx, hashSessionSecret(secret), kind, nowMs())
  return payload === null ? null : (SCHEMAS[kind].parse(payload) as Payloads[Kind])
}

/** Who waits for an account in this browser, without using it up. */
export async function readProvenAttempt(tx: Tx, secret: string): Promise<Proven | null> {
  const payload = await readAttempt(tx, hashSessionSecret(secret), 'proven', nowMs())
  return payload === null ? null : provenSchema.parse(payload)
}
