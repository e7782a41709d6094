import { paths } from '~/core/paths'
import { ok, refused, type Result } from '~/core/result'
import { env } from '~/platform/env.server'
import { beginAuthorization, OpenIdError } from '~/platform/openid.server'
import { withTx } from '~/platform/transaction.server'
import { keepAttempt } from '../openid-attempt.server'

/**
 * Begins a way through ProConnect for one browser: where to send it, and the secret that it holds meanwhile.
 * @returns `proconnect-down` when the provider does not answer or none is configured
 */
export async function beginProConnect(input: {
  /** The account that is to be tied to the provider; null for a sign-in. */
  linkUserId: string | null
  /** A path of the product. */
  next: string
}): Promise<Result<{ url: string; secret: string }>> {
  try {
    const { url, secrets } = await beginAuthorization(env().publicUrl + paths.proConnectReturn())
    const secret = await withTx((tx) => keepAttempt(tx, 'started', { ...secrets, ...input }))
    return ok({ url, secret })
  } catch (error) {
    if (error instanceof OpenIdError) return refused('proconnect-down')
    throw error
  }
}
