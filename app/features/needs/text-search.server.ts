import { nowMs } from '~/core/clock'
import { dayNumber, isoDayOf } from '~/core/days'
import { planQuery } from '~/features/vocabulary/model/query-concepts'
import { rankText, saysAll } from '~/features/vocabulary/model/rank-text'
import { followTexts } from '~/features/vocabulary/followed-index.server'
import { thesaurusInForce } from '~/features/vocabulary/queries/versions.server'
import { recogniseMaterial } from '~/features/wording/model/recognise-material'
import { isWanting, meets, needRelevance, type NeedFacts } from './model/need-facts'
import type { NeedFilters } from './queries/need-filters.server'
import { listClosedOrganisations, listNeedTexts } from './queries/need-texts.server'

/** Needs in memory with their words. */
export const heldNeeds = followTexts<NeedFacts>('need', listNeedTexts)

/** More than all the rest of a score: needs that say a part only follow those that say all. */
const WHOLE_FIRST = 10

/**
 * The ids of the open needs that say what the text asks and meet the other filters, the best answers first: the first
 * `whole` say all of it.
 */
export async function findNeedsByText(filters: NeedFilters): Promise<{ ids: string[]; whole: number }> {
  const [closed, thesaurus] = await Promise.all([listClosedOrganisations(), thesaurusInForce()])
  const held = await heldNeeds()
  // Nothing is awaited from here on: the index does not change under the search.
  const { text = '', nearKm, radiusKm } = filters
  const today = isoDayOf(nowMs())
  const found = rankText(held.index, planQuery(text, { ...held, thesaurus }), (slot) =>
    isWanting(held.facts[slot]!, { today, closed }),
  )
  const material = recogniseMaterial(text)
  const answers: { need: NeedFacts; score: number }[] = []
  found.slots.forEach((slot, at) => {
    const need = held.facts[slot]!
    if (!meets(need, filters)) return
    const km = nearKm?.get(need.communeCode)
    const distance = km === undefined || radiusKm === undefined ? null : { km, radiusKm }
    const said = found.scores[at]! + found.isWhole[at]! * WHOLE_FIRST
    answers.push({
      need,
      score: needRelevance(need, { text: said, material, today: dayNumber(today), distance }),
    })
  })
  const ids = answers
    .sort(
      (a, b) =>
        b.score - a.score || b.need.createdAtMs - a.need.createdAtMs || (a.need.id < b.need.id ? 1 : -1),
    )
    .map(({ need }) => need.id)
  return { ids, whole: answers.filter(({ score }) => score >= WHOLE_FIRST).length }
}

/** Which of these needs are open, say all of the text and meet the other filters; in no order. */
export async function wholeAmong(ids: readonly string[], filters: NeedFilters): Promise<string[]> {
  const [closed, thesaurus] = await Promise.all([listClosedOrganisations(), thesaurusInForce()])
  const held = await heldNeeds()
  // Nothing is awaited from here on: the index does not change under the search.
  const look = { today: isoDayOf(nowMs()), closed }
  const candidates = ids.filter((id) => {
    const need = held.facts[held.index.slotFor(id) ?? -1]
    return need !== undefined && isWanting(need, look) && meets(need, filters)
  })
  if (candidates.length === 0) return []
  const plan = planQuery(filters.text ?? '', { ...held, thesaurus })
  return candidates.filter((id) => saysAll(held.index, plan, held.index.slotFor(id)!))
}
