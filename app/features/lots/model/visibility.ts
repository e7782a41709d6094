import type { IsoDay } from '~/core/days'

/** Who may see a lot on a day: its organisation alone, also those of a territory, or everyone. */
export type LotStage = 'organisation' | 'territory' | 'public'

export type StagedLot = {
  organisationId: string
  publicFrom: IsoDay
  territoryCode: string | null
  territoryFrom: IsoDay | null
  /** Set while its organisation is closed: nothing of it is shown to others. */
  organisationClosedAtMs: number | null
  /** `hidden`: the Métropole's team took it from the sight of others. */
  status?: string
}
type Stages = Pick<StagedLot, 'publicFrom' | 'territoryCode' | 'territoryFrom'>

/** Who looks: an organisation and the codes of its commune and EPT; a visitor has neither. */
export type LotViewer = {
  organisationId: string | null
  territoryCodes: readonly string[]
  /** The Métropole's team sees every lot. */
  seesAll: boolean
}

export const VISITOR: LotViewer = { organisationId: null, territoryCodes: [], seesAll: false }

/** The stage that a lot has reached on a day. Stages only widen as days pass. */
export function stageOf(lot: Stages, today: IsoDay): LotStage {
  if (lot.publicFrom <= today) return 'public'
  const isShared = lot.territoryCode !== null && lot.territoryFrom !== null && lot.territoryFrom <= today
  return isShared ? 'territory' : 'organisation'
}

/** Whether this viewer sees the lot on this day. */
export function isVisibleTo(lot: StagedLot, viewer: LotViewer, today: IsoDay): boolean {
  if (viewer.seesAll || lot.organisationId === viewer.organisationId) return true
  if (lot.organisationClosedAtMs !== null || lot.status === 'hidden') return false
  const stage = stageOf(lot, today)
  if (stage === 'public') return true
  return stage === 'territory' && viewer.territoryCodes.includes(lot.territoryCode ?? '')
}
