import { useCallback } from 'react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { FieldLot } from '../../model/field-facts'
import { copiedAnswers } from '../../model/post/copied-answers'
import { atSite } from '../../model/post/settled'
import { useFieldDrafts } from '../store/use-field-drafts'
import { useFieldFacts } from '../store/use-field-store'
import { postingScreen } from './field-addresses'
import { recallSites } from './site-memory'
import { useGo } from './use-go'

/** Begins a lot like one of one's own, without the network too, and opens it. */
export function useCopyLot(): (lot: FieldLot) => Promise<void> {
  const facts = useFieldFacts()
  const { start } = useFieldDrafts()
  const go = useGo()
  return useCallback(
    async (lot) => {
      if (!facts) return
      const today = isoDayOf(nowMs())
      const site = facts.sites.find(({ id }) => id === lot.siteId)
      const around = {
        sites: facts.sites,
        memory: recallSites(facts.who.userId),
        lastLotSiteId: lot.siteId,
        today,
        suggestion: null,
      }
      const placed = site ? atSite({ answers: {}, chosen: [] }, site, around).answers : {}
      const id = await start({ answers: { ...placed, ...copiedAnswers(lot, today) } })
      if (id) go(postingScreen(id))
    },
    [facts, start, go],
  )
}
