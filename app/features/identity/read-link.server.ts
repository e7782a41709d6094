import { nowMs } from '~/core/clock'
import { hashOfToken } from './account-token.server'
import type { LinkFate, LinkKind } from './model/links'
import { findLink, isKnownLink, type Link } from './queries.server'

/** What a link says while it can be used; opening its page uses nothing, since scanners open links. */
export async function readLink(token: string, kinds: readonly LinkKind[]): Promise<Link | null> {
  const link = await findLink(hashOfToken(token), nowMs())
  return link && kinds.includes(link.kind) ? link : null
}

/** The same for the page of the link, which says whether it was ever good. */
export async function judgeLink(
  token: string,
  kinds: readonly LinkKind[],
): Promise<{ fate: LinkFate; link: Link | null }> {
  const link = await readLink(token, kinds)
  if (link) return { fate: 'usable', link }
  return { fate: (await isKnownLink(hashOfToken(token), kinds)) ? 'spent' : 'unknown', link: null }
}
