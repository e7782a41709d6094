import { suggestAmong, usualAmong, type Suggestion } from '~/features/vocabulary/suggest.server'
import { isDatabaseAsked } from '~/features/vocabulary/queries/meanwhile.server'
import { heldLots, takeLots } from './held-lots.server'
import { isOffered } from './model/lot-facts'
import type { LotViewer } from './model/visibility'

/**
 * What a text that is being typed may become, with the lots that the viewer would find by it; nothing while the index that
 * tells is not there.
 */
export async function suggestSearches(text: string, viewer: LotViewer): Promise<Suggestion[]> {
  if (await isDatabaseAsked(heldLots)) return []
  return suggestAmong(text, async () => {
    const { held, look } = await takeLots(viewer)
    return { held, isShown: (lot) => isOffered(lot, look) }
  })
}

/** Words that many lots are found by. */
export async function usualSearches(): Promise<string[]> {
  return usualAmong(heldLots.atHand()?.index)
}
