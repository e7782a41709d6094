import type { IsoDay } from '~/core/days'
import type { Suggestion } from '~/features/classifier/model/suggest'
import { textOf } from '~/features/lots/model/posting-answers'
import { fill, type Answering } from './answering'
import { siteAnswers, startingSite, type SiteMemory, type SiteToPost } from './site-defaults'
import { withSuggestion } from './suggested-material'

/** What fills in answers besides the person. */
export type Surroundings = {
  sites: readonly SiteToPost[]
  memory: SiteMemory
  /** The site of the last lot on the server; null when there is none. */
  lastLotSiteId: string | null
  today: IsoDay
  /** What the model says; null while it has not spoken, and then what it said before stands. */
  suggestion: Suggestion | null
}

/** The answers with all that is known without asking. Settling twice changes nothing more. */
export function settled(before: Answering, around: Surroundings): Answering {
  const now = placed(before, around)
  return around.suggestion ? withSuggestion(now, around.suggestion) : now
}

/** The answers at a site that the person chose, with all that follows from it. */
export function atSite(before: Answering, site: SiteToPost, { memory, today }: Surroundings): Answering {
  return fill(before, { availableFrom: today, ...siteAnswers(site, memory, today) })
}

function placed(before: Answering, around: Surroundings): Answering {
  const { sites, memory, lastLotSiteId, today } = around
  if (textOf(before.answers, 'siteId') === '') {
    const site = startingSite(sites, memory, lastLotSiteId)
    if (site) return atSite(before, site, around)
  }
  return textOf(before.answers, 'availableFrom') === '' ? fill(before, { availableFrom: today }) : before
}
