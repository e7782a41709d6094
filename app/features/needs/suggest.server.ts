import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { isDatabaseAsked } from '~/features/vocabulary/queries/meanwhile.server'
import { suggestAmong, usualAmong, type Suggestion } from '~/features/vocabulary/suggest.server'
import { isWanting } from './model/need-facts'
import { listClosedOrganisations } from './queries/need-texts.server'
import { heldNeeds } from './text-search.server'

/**
 * What a text that is being typed may become, with the open needs that it would find; nothing while the index that tells is
 * not there.
 */
export async function suggestNeedSearches(text: string): Promise<Suggestion[]> {
  if (await isDatabaseAsked(heldNeeds)) return []
  return suggestAmong(text, async () => {
    const closed = await listClosedOrganisations()
    const held = await heldNeeds()
    const today = isoDayOf(nowMs())
    return { held, isShown: (need) => isWanting(need, { today, closed }) }
  })
}

/** Words that many needs are found by. */
export async function usualNeedSearches(): Promise<string[]> {
  return usualAmong(heldNeeds.atHand()?.index)
}
