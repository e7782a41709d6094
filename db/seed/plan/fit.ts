import type { LotView } from '~/features/lots/model/lot'
import { matchLotOf, matchNeedOf } from '~/features/matching/model/match-sides'
import { scorePair } from '~/features/matching/model/score'
import { SHIPPED_SCORING } from '~/features/matching/model/scoring'
import type { NeedView } from '~/features/needs/model/need'
import type { LotRow } from '../factories/lot'
import type { NeedRow } from '../factories/need'
import type { PlannedNeed } from './needs'
import { communeOf, type PlannedLot, type World } from './world'

/** The whole-number score that the product gives a pair; null when the pair is no match. */
export function scoreOf(world: World, lot: PlannedLot, need: PlannedNeed): number | null {
  const lotCommune = communeOf(world, lot.row.communeCode)
  const needCommune = communeOf(world, need.row.communeCode)
  const pair = scorePair(
    matchLotOf(lotView(lot.row, lotCommune.name), lotCommune),
    matchNeedOf(needView(need.row, needCommune.name), needCommune),
    SHIPPED_SCORING,
  )
  return pair.ok ? Math.round(pair.score) : null
}

function lotView(row: LotRow, communeName: string): LotView {
  return { ...row, communeName, organisationName: '', organisationClosedAtMs: null }
}

function needView(row: NeedRow, communeName: string): NeedView {
  return { ...row, communeName, organisationName: '' }
}
