import { nowMs } from '~/core/clock'
import { readClosing } from '~/features/closing/read-closing.server'
import type { ClosingSheet } from '~/features/documents/closing-facts.server'
import { findSitePrivate } from '~/features/sites/queries.server'
import { translator } from '~/messages/catalogue'
import { closingPaper } from '~/messages/closing-paper'
import { localeOf } from './locale.server'
import { requireSiteReader } from './read-site.server'

/** The closing record of the site asked for, as its exports need it: in the reader's language, with what they may see. */
export async function requireClosingSheet(
  request: Request,
  params: { siteId?: string },
): Promise<ClosingSheet> {
  const { actor, site } = await requireSiteReader(request, params)
  const [view, own, locale] = await Promise.all([
    readClosing(site.id),
    findSitePrivate(site.id, actor.organisationId),
    localeOf(request),
  ])
  return { site, own, view, locale, nowMs: nowMs() }
}

/** What the files of a record are called, without their ending. */
export function closingFileName({ site, locale }: ClosingSheet): string {
  const slug = site.name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return translator(locale, closingPaper)('file', { site: slug || 'site' })
}
