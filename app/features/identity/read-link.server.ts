import { nowMs } from '~/core/clock'
import { hashOfToken } from './account-token.server'
import type { LinkKind } from './model/links'
import { findLink, type Link } from './queries.server'

/** What a link says while it can be used; opening its page uses nothing, since scanners open links. */
export async function readLink(token: string, kinds: readonly LinkKind[]): Promise<Link | null> {
  const link = await findLink(hashOfToken(token), nowMs())
  return link && kinds.includes(link.kind) ? link : null
}
