import type { AppLoadContext } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import type { LimitedWay } from '~/core/limits'
import type { DomainError, Result } from '~/core/result'
import { giveBack, spendNow } from '~/platform/limits.server'

/**
 * Counts one try at a way in, by the client's network and by the account or address as typed.
 * @returns `rate-limited`, which says when to try again
 */
export function tryWay(way: LimitedWay, context: AppLoadContext, account?: string): Promise<Result<null>> {
  return spendNow(way, { clientIp: context.clientIp, account })
}

/** Takes the try back once it proved to be the person's own. */
export function untryWay(way: LimitedWay, context: AppLoadContext, account?: string): Promise<void> {
  return giveBack(way, { clientIp: context.clientIp, account })
}

/** Counts one try of an account, an organisation or an address, wherever it comes from. */
export function tryFor(way: LimitedWay, account: string): Promise<Result<null>> {
  return spendNow(way, { account })
}

/** Takes that try back. */
export function untryFor(way: LimitedWay, account: string): Promise<void> {
  return giveBack(way, { account })
}

/** The header that tells programs when to come again (RFC 9110, 10.2.3); none for other refusals. */
export function retryAfter({ params }: DomainError): Record<string, string> {
  if (typeof params?.untilMs !== 'number') return {}
  return { 'Retry-After': String(Math.max(1, Math.ceil((params.untilMs - nowMs()) / 1000))) }
}
