import type { IsoDay } from '~/core/days'
import { textOf, type PostingAnswers } from '~/features/lots/model/posting-answers'
import { startingDeadline } from './deadlines'

/** What this device remembers of the lots posted on it, for one account. */
export type SiteMemory = {
  /** The site of the last one. */
  lastSiteId: string | null
  /** What the last one of each site said that the next one may say again. */
  bySite: Readonly<Record<string, PostingAnswers>>
}

export const NO_MEMORY: SiteMemory = { lastSiteId: null, bySite: {} }

/** A site to post from; `recalled` is what its last lot on the server says that the next one may say again. */
export type SiteToPost = { id: string; endsOn: IsoDay; recalled: PostingAnswers }

/** The answers that one lot of a site gives the next. */
const REMEMBERED = ['cedingRight', 'packaging', 'vehicle', 'access', 'removal', 'availableUntil'] as const
/** All that follows from the site, and so is emptied when another is chosen. */
const OF_THE_SITE = [...REMEMBERED, 'storageUntil'] as const

/** The memory after a lot: its site comes first next time, with its right, deadline, access and packaging. */
export function remember(memory: SiteMemory, answers: PostingAnswers): SiteMemory {
  const siteId = textOf(answers, 'siteId')
  if (!siteId) return memory
  const kept = REMEMBERED.map((name) => [name, textOf(answers, name)] as const)
  const bySite = { ...memory.bySite, [siteId]: Object.fromEntries(kept.filter(([, text]) => text !== '')) }
  return { lastSiteId: siteId, bySite }
}

/** The site to begin with: the last one here, else the last one on the server, else the only one; else it is asked. */
export function startingSite<Site extends { id: string }>(
  sites: readonly Site[],
  memory: SiteMemory,
  lastLotSiteId: string | null,
): Site | null {
  const found = [memory.lastSiteId, lastLotSiteId].flatMap(
    (wanted) => sites.find(({ id }) => id === wanted) ?? [],
  )
  return found[0] ?? (sites.length === 1 ? sites[0]! : null)
}

/**
 * The answers that a site gives a lot from the start: what its last lot said, here first and on the server otherwise,
 * and a day that is still ahead. Every such answer is told, empty where the site says nothing of it.
 */
export function siteAnswers(site: SiteToPost, memory: SiteMemory, today: IsoDay): PostingAnswers {
  const here = memory.bySite[site.id] ?? {}
  const empty = Object.fromEntries(OF_THE_SITE.map((name) => [name, '']))
  const lastUntil = textOf(here, 'availableUntil') || null
  return {
    ...empty,
    ...site.recalled,
    ...here,
    siteId: site.id,
    availableUntil: startingDeadline(today, { endsOn: site.endsOn, lastUntil }) ?? '',
  }
}

/** Reads a memory back from the text that a browser keeps; one that cannot be read is none. */
export function readMemory(text: string | null): SiteMemory {
  try {
    const kept: unknown = JSON.parse(text ?? '')
    return isMemory(kept) ? kept : NO_MEMORY
  } catch {
    return NO_MEMORY
  }
}

function isMemory(kept: unknown): kept is SiteMemory {
  if (typeof kept !== 'object' || kept === null || !('bySite' in kept) || !('lastSiteId' in kept))
    return false
  const { bySite, lastSiteId } = kept
  if (lastSiteId !== null && typeof lastSiteId !== 'string') return false
  return (
    typeof bySite === 'object' &&
    bySite !== null &&
    Object.values(bySite).every((answers) => typeof answers === 'object' && answers !== null)
  )
}
