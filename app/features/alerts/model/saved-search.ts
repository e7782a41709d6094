import type { IsoDay } from '~/core/days'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { summaryOf } from '~/features/notifications/model/summary'
import { GATHERED_WITHIN_MS } from './limits'

/** What a search looks for. */
export const SEARCH_SUBJECTS = ['lots', 'needs'] as const
export type SearchSubject = (typeof SEARCH_SUBJECTS)[number]

/** When an e-mail tells of what a search found; a search that should tell nothing is paused. */
export const ALERT_PACES = ['immediate', 'daily', 'weekly'] as const
export type AlertPace = (typeof ALERT_PACES)[number]

/** Whose searches: a person's, or those of an address without an account. */
export type AlertOwner = { kind: 'user' | 'subscriber'; id: string }

export type SavedSearch = {
  id: string
  owner: AlertOwner
  organisationId: string | null
  subject: SearchSubject
  query: string
  name: string
  pace: AlertPace
  pausedAtMs: number | null
  confirmedAtMs: number | null
  seenAtMs: number
  createdAtMs: number
}

/** The page that a search was kept from. */
export function searchPath({ subject, query }: Pick<SavedSearch, 'subject' | 'query'>): string {
  return (subject === 'lots' ? paths.lots() : paths.needs()) + query
}

/**
 * What a search asks of what it tells. «There today» is no part of it: nothing happens to a lot on its first day, so that a
 * lot that is announced would never be told. It is told at its publication, with its days.
 */
export function askedOf({ query }: Pick<SavedSearch, 'query'>): URLSearchParams {
  const params = new URLSearchParams(query)
  params.delete('dispo')
  return params
}

/** The page of something that a search found. */
export function foundPath(subject: SearchSubject, itemId: string): string {
  return subject === 'lots' ? paths.lot(itemId) : paths.need(itemId)
}

/**
 * When what is found at an instant is gathered into an e-mail, under a key that all found within the same time share.
 * `until` is the first day that a summary does not tell of; null at once.
 */
export function gatheringOf(
  owner: AlertOwner,
  pace: AlertPace,
  atMs: number,
): { key: string; atMs: number; until: IsoDay | null } {
  const whose = `${owner.kind}:${owner.id}`
  if (pace === 'immediate') {
    const round = Math.floor(atMs / GATHERED_WITHIN_MS) + 1
    return { key: `${whose}:${round}`, atMs: round * GATHERED_WITHIN_MS, until: null }
  }
  const summary = summaryOf(pace, isoDayOf(atMs))
  return { key: `${whose}:${pace}:${summary.from}`, atMs: summary.atMs, until: summary.until }
}
