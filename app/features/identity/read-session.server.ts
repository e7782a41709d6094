import { nowMs } from '~/core/clock'
import { findSession, type LiveSession } from './queries.server'
import { hashSessionSecret } from './session-secret.server'

/** The live session of a secret at whatever stage, for the pages of the second step; it grants nothing by itself. */
export async function readSession(secret: string | null): Promise<LiveSession | null> {
  return secret ? findSession(hashSessionSecret(secret), nowMs()) : null
}
