import { randomBytes } from 'node:crypto'
import { seal, unseal } from '~/features/identity/seal.server'

const PURPOSE = 'webhook'

/** A new secret as receivers' libraries take it: `whsec_` and the base64 of as many bytes as its hash has. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** What the database keeps of a secret. */
export function sealWebhookSecret(secret: string, webhookId: string): string {
  return seal(secret, PURPOSE, webhookId)
}

/** The secret again; null when no known secret of the operator's opens it. */
export function openWebhookSecret(sealed: string, webhookId: string): string | null {
  return unseal(sealed, PURPOSE, webhookId)
}
