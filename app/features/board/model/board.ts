import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import type { NetRange } from '~/features/accounting/model/indicators'
import type { Rate, FunnelStep } from '~/features/accounting/model/rates'
import type { FamilySteps } from './family-steps'
import type { Flows } from './flows'
import type { Comparison } from './peers'
import type { Perimeter } from './perimeter'
import type { BoardPeriod } from './board-period'
import type { Spark } from './spark'

/** Who looks: everyone, or those who may see every handover and the names of sites. */
export type BoardView = 'public' | 'detail'

/**
 * A mass and how many handovers make it: null where only withheld ones do; `isPartial` where it leaves some out, so that
 * it is at least what is told.
 */
export type Told = { massG: number | null; count: number | null; isPartial: boolean }

export type CohortSiteLine = {
  id: string
  name: string
  communeName: string
  endsOn: string
  inventoriedG: number
  reusableG: number
  handedOverG: number
}
export type UnsurveyedLine = {
  id: string
  name: string
  communeName: string
  organisationName: string
  startsOn: string
  endsOn: string
  handedOverG: number
}

export type LeavingLine = {
  id: string
  reference: string
  title: string
  material: MaterialType
  unit: Unit
  availableMilli: number
  /** Of what is left; null when nobody told the lot's mass. */
  massG: number | null
  availableUntil: string
  communeName: string
  organisationName: string
}

/** The four figures on top, each with its curve over the period. */
export type Headlines = {
  rate: { rate: Rate; sites: number; isWithheld: boolean; isPartial: boolean; spark: Spark }
  handedOver: Told & { spark: Spark }
  carbon: {
    /** Grams CO2e with their range; null when no handover has a factor, or only withheld ones have. */
    range: Pick<NetRange, 'netG' | 'lowG' | 'highG'> | null
    isWithheld: boolean
    isPartial: boolean
    claims: number
    total: number
    spark: Spark
  }
  incoming: Told & { spark: Spark }
}

/** What the page of a perimeter and all its files are made of: one reading, told as the reader may know it. */
export type Board = {
  perimeter: Perimeter
  period: BoardPeriod
  view: BoardView
  /** The fewest handovers that a commune needs in a year for public figures to count them. */
  threshold: number
  /** Where the emission factors in force come from. */
  factors: { source: string; year: number; licence: string }
  /** When the figures were read. */
  readAtMs: number
  readOn: IsoDay
  headlines: Headlines
  realisation: Rate
  /** First days of the steps that sparks and months share. */
  starts: string[]
  /** Steps hold no withheld handover, whatever the total counts: `isPartial` where there is one. */
  months: FamilySteps & { isPartial: boolean }
  funnel: { steps: FunnelStep[]; lotsWithoutMass: number; isWithheld: boolean }
  comparisons: Comparison[]
  flows: Flows & { isPartial: boolean }
  /** Of what was handed over, what stayed within 10 km and what in the perimeter; null where nothing is told. */
  near: { within10Km: Rate; inPerimeter: Rate } | null
  /** Handed over beside the rate: no inventory, or other dates. */
  outside: Told & { sites: number | null }
  sites: {
    active: number
    unsurveyed: number
    /** Named for those who may see them; empty for the public. */
    unsurveyedLines: UnsurveyedLine[]
    cohortLines: CohortSiteLine[]
  }
  /** Lots that everyone sees and that leave for the skip within seven days of the reading. */
  leaving: LeavingLine[]
  /** The last handover ever; null before the first. The public learns the month. */
  lastHandover: string | null
}

/** Whether nothing at all happened in the period: the page then says what to do first. */
export function isQuiet({ headlines, sites }: Board): boolean {
  const { rate, handedOver, incoming } = headlines
  return rate.sites === 0 && handedOver.count === 0 && incoming.count === 0 && sites.active === 0
}
