import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { countLotsForNeeds } from '~/features/matching/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { needStateOf, type NeedState } from '~/features/needs/model/need-state'
import { listNeedsOf } from '~/features/needs/queries.server'

/** A need of one's own with its state and, while it is open, how many lots fit it today. */
export type ListedNeed = { need: NeedView; state: NeedState; matches: number | null }

export async function listedNeedsOf(organisationId: string): Promise<ListedNeed[]> {
  const today = isoDayOf(nowMs())
  const needs = (await listNeedsOf(organisationId)).map((need) => ({ need, state: needStateOf(need, today) }))
  const open = needs.filter(({ state }) => state === 'open').map(({ need }) => need)
  const counts = await countLotsForNeeds(open)
  return needs.map((listed) => ({ ...listed, matches: counts.get(listed.need.id) ?? null }))
}
