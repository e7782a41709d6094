import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { seal, unseal } from '~/features/identity/seal.server'

/** Bytes of a secret: as many as the hash that it keys has (Standard Webhooks asks for 24 to 64). */
const SECRET_BYTES = 32
const PURPOSE = 'webhook'

/** A new secret as receivers' libraries take it: `whsec_` and base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

/** What the database keeps of a secret. */
export function sealWebhookSecret(secret: string, webhookId: string): string {
  return seal(secret, PURPOSE, webhookId)
}

/** The secret again; null when no known secret of the operator's opens it. */
export function openWebhookSecret(sealed: string, webhookId: string): string | null {
  return unseal(sealed, PURPOSE, webhookId)
}

/**
 * The headers of an attempt (Standard Webhooks 1.0): the same id at each attempt, the time of this one, and a signature
 * by each secret that is valid.
 */
export function signedHeaders(
  { id, body, secrets }: { id: string; body: string; secrets: readonly string[] },
  at: Date,
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
