import { useEffect, useMemo, useState } from 'react'
import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import { useSuggestion, type LotSuggestion } from '~/features/classifier/ui/use-suggestion'
import { textOf, type PostingAnswers } from '~/features/lots/model/posting-answers'
import type { FieldFacts, FieldSite } from '../../model/field-facts'
import { answerChanges } from '../../model/post/answer-changes'
import { choose, type Answering } from '../../model/post/answering'
import { neededAnswers, type Needed } from '../../model/post/needed-answers'
import { atSite, settled, type Surroundings } from '../../model/post/settled'
import type { OpenDraft } from '../store/use-field-drafts'
import { recallSites, rememberSite } from './site-memory'

export type Posting = {
  open: OpenDraft
  answering: Answering
  today: IsoDay
  sites: readonly FieldSite[]
  site: FieldSite | null
  said: LotSuggestion
  /** What is still to be answered, first things first. */
  needed: readonly Needed[]
  /** What the server said of a field of the posting form. */
  faultsOf: (name: string) => readonly string[] | undefined
  /** What a person answers. */
  answer: (given: PostingAnswers) => void
  /** Another site brings its own right, day and access, where the person said nothing. */
  chooseSite: (siteId: string) => void
  publish: () => Promise<boolean>
}

/** A draft being answered: every tap is kept at once; what is suggested or remembered fills only what nobody chose. */
export function usePosting(open: OpenDraft, { sites, who, lots }: FieldFacts): Posting {
  const { draft, save } = open
  const [today] = useState(() => isoDayOf(nowMs()))
  const memory = useMemo(() => recallSites(who.userId), [who.userId])
  const isWriting = draft.state === 'writing'
  const sentIds = draft.photos.filter(({ status }) => status === 'sent').map(({ id }) => id)
  const said = useSuggestion(isWriting ? sentIds : NO_PHOTOS, null)
  const answering: Answering = { answers: draft.answers, chosen: draft.chosen }
  const around: Surroundings = {
    sites,
    memory,
    lastLotSiteId: lots[0]?.siteId ?? null,
    today,
    suggestion: said.suggestion,
  }
  const keep = (now: Answering) => {
    const change = answerChanges(answering, now)
    if (change) void save(change)
  }
  // After every change: settling what is settled changes nothing.
  useEffect(() => {
    if (isWriting) keep(settled(answering, around))
  })

  return {
    open,
    answering,
    today,
    sites,
    site: sites.find(({ id }) => id === textOf(draft.answers, 'siteId')) ?? null,
    said,
    needed: neededAnswers(draft),
    faultsOf: (name) => draft.faults[name],
    answer: (given) => keep(choose(answering, given)),
    chooseSite: (siteId) => {
      const site = sites.find(({ id }) => id === siteId)
      const chosen = choose(answering, { siteId })
      keep(site ? atSite(chosen, site, around) : chosen)
    },
    publish: () => {
      rememberSite(who.userId, draft.answers)
      return open.publish()
    },
  }
}
const NO_PHOTOS: readonly string[] = []
