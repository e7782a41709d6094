import { addDays } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { SUMMARY_LENGTH } from '~/features/notifications/model/summary'
import { alertMails } from '~/messages/alert-mails'
import { translator } from '~/messages/catalogue'
import { env } from '~/platform/env.server'
import { linkToken } from './alert-links.server'
import { describeSearch } from './describe-search.server'
import type { FoundItem } from './found-items.server'
import { KEPT_MS } from './model/limits'
import {
  foundPath,
  searchPath,
  type AlertOwner,
  type SavedSearch,
  type SearchSubject,
} from './model/saved-search'

export type ToldSearch = { search: SavedSearch; items: readonly FoundItem[] }
type MailText = { subject: string; text: string; unsubscribeUrl?: string }

const DAY_MS = 86_400_000

/**
 * What searches found, search by search; beyond a length, how many more there are and where. Its header ends the one
 * search that it tells of, or all of its reader's.
 */
export function alertMail(told: readonly ToldSearch[], owner: AlertOwner, locale: Locale): MailText {
  const t = translator(locale, alertMails)
  const all = told.reduce((sum, { items }) => sum + items.length, 0)
  const first = told[0]
  const stopAll = urlOf(paths.stopAlerts(linkToken(`stop-${owner.kind}`, owner.id)))
  let left = SUMMARY_LENGTH
  const parts = told.map(({ search, items }) => {
    const shown = items.slice(0, left)
    left -= shown.length
    return searchPart({ search, items }, shown, locale)
  })
  const subject =
    all === 1 && first?.items[0]
      ? t(`subjectOne.${first.search.subject}`, { title: first.items[0].title })
      : t('subject', { count: all })
  const footer = [t('manage', { link: manageUrlOf(owner) }), t('stopAll', { link: stopAll })]
  const single = told.length === 1 ? first : undefined
  return {
    subject,
    text: [t('hello'), t('lead'), ...parts, `--\u0020\n${footer.join('\n')}`].join('\n\n'),
    unsubscribeUrl: single ? stopUrlOf(single.search) : stopAll,
  }
}

function searchPart({ search, items }: ToldSearch, shown: readonly FoundItem[], locale: Locale): string {
  const t = translator(locale, alertMails)
  const more = items.length - shown.length
  const lines = shown.flatMap((item) => [
    `- ${factsOf(search.subject, item, locale)}`,
    `  ${urlOf(foundPath(search.subject, item.id))}`,
  ])
  if (more > 0) lines.push(t('more', { count: more, link: urlOf(searchPath(search)) }))
  return [t('search', { name: search.name }), ...lines, t('stop', { link: stopUrlOf(search) })].join('\n')
}

/** «Portes à âme pleine : 12 u à Montreuil, jusqu’au 30/10/2026, à titre gratuit». */
function factsOf(subject: SearchSubject, item: FoundItem, locale: Locale): string {
  const t = translator(locale, alertMails)
  const format = formatter(locale)
  const facts = t('facts', {
    title: item.title,
    quantity: format.quantity(item.milli, item.unit),
    commune: item.communeName,
    day: format.day(addDays(item.until, -1)),
  })
  if (subject === 'needs' || item.unitCents === null) return facts
  const price = { price: format.euros(item.unitCents), unit: format.unit(item.unit) }
  return `${facts}, ${item.unitCents === 0 ? t('gift') : t('price', price)}`
}

/**
 * Asks for agreement to a search. Someone else may have typed the address: the mail repeats nothing that they typed,
 * only what they chose from lists.
 */
export async function confirmationMail(search: SavedSearch, locale: Locale): Promise<MailText> {
  const t = translator(locale, alertMails)
  if (search.confirmedAtMs !== null) {
    return { subject: t('known.subject'), text: t('known.text', { link: manageUrlOf(search.owner) }) }
  }
  const params = new URLSearchParams(search.query)
  const { plainFilters } = await describeSearch(search.subject, params, locale)
  const what = [t(`confirm.${search.subject}`), ...plainFilters].join(', ')
  const link = urlOf(paths.confirmAlerts(linkToken('confirm', search.id)))
  const days = KEPT_MS.unconfirmed / DAY_MS
  return { subject: t('confirm.subject'), text: t('confirm.text', { what, link, count: days }) }
}

function manageUrlOf(owner: AlertOwner): string {
  return urlOf(
    owner.kind === 'user' ? paths.savedSearches() : paths.manageAlerts(linkToken('manage', owner.id)),
  )
}

function stopUrlOf({ id }: SavedSearch): string {
  return urlOf(paths.stopAlerts(linkToken('stop-search', id)))
}

function urlOf(path: string): string {
  return env().publicUrl + path
}
