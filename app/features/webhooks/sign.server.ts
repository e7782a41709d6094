import { Webhook } from 'standardwebhooks'

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
