import { env } from '~/platform/env.server'

/** Which hosts the operator lets webhooks go to, for those who register one; null while none. */
export function hostsOpened(): { isAnyPublic: boolean; named: readonly string[] } | null {
  const { webhooks } = env()
  return webhooks && { isAnyPublic: webhooks.isAnyPublic, named: webhooks.named }
}
