import type { IsoDay } from '~/core/days'
import type { LotView } from './lot'
import { checkMove } from './lot-state'

/** What a giver can do with one of their lots. */
export type LotAct = 'edit' | 'copy' | 'pause' | 'resume' | 'withdraw'

/** The acts that a lot's state allows on a day; one that is withdrawn only serves as a model for another. */
export function lotActsOf(lot: Pick<LotView, 'status' | 'availableUntil'>, today: IsoDay) {
  const acts = new Set<LotAct>(['copy'])
  if (lot.status === 'withdrawn') return acts
  acts.add('edit').add('withdraw')
  if (lot.status === 'published' && lot.availableUntil > today) acts.add('pause')
  if (lot.status === 'paused' && checkMove(lot, 'published', today) === 'ok') acts.add('resume')
  return acts
}
