import { useState } from 'react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'
import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'
import type { FieldDraft } from '../../model/field-draft'
import type { FieldFacts } from '../../model/field-facts'
import { groupAlike } from '../../model/post/alike-groups'
import { answerChanges } from '../../model/post/answer-changes'
import { choose, type Answering } from '../../model/post/answering'
import { withSplit } from '../../model/post/series'
import { atSite, settled, type Surroundings } from '../../model/post/settled'
import { useFieldDrafts, type FieldDrafts } from '../store/use-field-drafts'
import { lookOfFile } from './look-of-file'
import { recallSites, rememberSite } from './site-memory'
import { keepSeries, useSeries } from './use-lane'

/** What the series does just now, to be told as it changes. */
export type BatchNews =
  | { kind: 'looking' | 'keeping'; at: number; of: number }
  | { kind: 'found'; count: number; lost: number }
  | { kind: 'joined'; previous: number; at: number }
  | { kind: 'split'; at: number }
  | { kind: 'applied'; count: number }
  | null

export type Batch = {
  /** The drafts of the series, in the order in which they are gone through. */
  lots: readonly FieldDraft[]
  news: BatchNews
  today: string
  /** Makes lots of photos, those that look alike together. */
  add: (files: readonly File[]) => Promise<void>
  /** Joins the lot at this place (from 0) to the one before it. */
  join: (at: number) => Promise<void>
  split: (draftId: string, photoId: string) => Promise<void>
  remove: (draftId: string) => Promise<void>
  /** Gives the same answers to every lot still to be written; a site brings what follows from it. */
  answerAll: (given: PostingAnswers) => void
  /** Forgets the series; its drafts stay in their list. */
  end: () => void
}

/** A series of lots made from photos. All of it is kept on the device at once, so that a reload loses nothing. */
export function useBatch(facts: FieldFacts): Batch {
  const series = useSeries()
  const { drafts, start, merge, split, save, discard } = useFieldDrafts()
  const [news, setNews] = useState<BatchNews>(null)
  const [today] = useState(() => isoDayOf(nowMs()))
  const lots = series.flatMap((id) => drafts.find((draft) => draft.id === id) ?? [])
  const around: Surroundings = {
    sites: facts.sites,
    memory: recallSites(facts.who.userId),
    lastLotSiteId: facts.lots[0]?.siteId ?? null,
    today,
    suggestion: null,
  }
  return {
    lots,
    news,
    today,
    add: (files) =>
      makeLots(files, { around, start, setNews, keep: (ids) => keepSeries([...series, ...ids]) }),
    answerAll: (given) => {
      const open = lots.filter(({ state }) => state === 'writing')
      for (const draft of open) {
        const change = sharedChange(draft, given, around)
        if (change) void save(draft.id, change)
      }
      if (open[0]) rememberSite(facts.who.userId, { ...open[0].answers, ...given })
      setNews({ kind: 'applied', count: open.length })
    },
    join: async (at) => {
      const [into, from] = [lots[at - 1], lots[at]]
      if (!into || !from || into.photos.length + from.photos.length > MAX_PHOTOS_PER_LOT) return
      await merge(into.id, [from.id])
      keepSeries(series.filter((id) => id !== from.id))
      setNews({ kind: 'joined', previous: at, at: at + 1 })
    },
    split: async (draftId, photoId) => {
      const newId = await split(draftId, [photoId])
      if (!newId) return
      keepSeries(withSplit(series, draftId, newId))
      setNews({ kind: 'split', at: series.indexOf(draftId) + 2 })
    },
    remove: async (draftId) => {
      keepSeries(series.filter((id) => id !== draftId))
      await discard(draftId)
    },
    end: () => keepSeries([]),
  }
}

/** What a draft is told of an answer for all; a site brings what follows from it. */
function sharedChange(draft: FieldDraft, given: PostingAnswers, around: Surroundings) {
  const before: Answering = { answers: draft.answers, chosen: draft.chosen }
  const chosen = choose(before, given)
  const site = around.sites.find(({ id }) => id === given.siteId)
  return answerChanges(before, site ? atSite(chosen, site, around) : chosen)
}

/** Looks at every photo, then makes a lot of each group, kept one by one: leaving the page loses the rest alone. */
async function makeLots(
  files: readonly File[],
  {
    around,
    start,
    setNews,
    keep,
  }: {
    around: Surroundings
    start: FieldDrafts['start']
    setNews: (news: BatchNews) => void
    keep: (ids: readonly string[]) => void
  },
): Promise<void> {
  const photos = []
  for (const [at, file] of files.entries()) {
    setNews({ kind: 'looking', at: at + 1, of: files.length })
    photos.push({ id: String(at), look: await lookOfFile(file) })
  }
  const groups = groupAlike(photos, MAX_PHOTOS_PER_LOT)
  const { answers } = settled({ answers: {}, chosen: [] }, around)
  const made: string[] = []
  for (const [at, group] of groups.entries()) {
    setNews({ kind: 'keeping', at: at + 1, of: groups.length })
    const id = await start({ answers, files: group.flatMap((photo) => files[Number(photo)] ?? []) })
    if (!id) break
    made.push(id)
    keep(made)
  }
  setNews({ kind: 'found', count: made.length, lost: groups.slice(made.length).flat().length })
}
