import { calendarYear } from '~/core/period'
import { listAccountedSites } from '~/features/accounting/queries/accounts.server'
import { compareGroups, type ComparedCommune, type GroupResult } from './model/comparison'
import { STAGES, isInTrack, type Stage } from './model/stage'
import { readStages, type CommuneStage } from './read-stages.server'

export type SteeredCommune = CommuneStage & { handedOverG: number; sites: number }

export type SteeringBoard = {
  communes: SteeredCommune[]
  counts: { stage: Stage; communes: number }[]
  inTrack: GroupResult
  others: GroupResult
}

/**
 * Where each commune stands, with what its sites handed over in a year, and the two groups side by side. Sites are all
 * those of a commune, whether they handed anything over or not: leaving out the others would count successes alone.
 */
export async function readSteeringBoard(year: number): Promise<SteeringBoard> {
  const [stages, sites] = await Promise.all([readStages(), listAccountedSites(calendarYear(year))])
  const found = new Map<string, { handedOverG: number; sites: number }>()
  for (const { communeCode, handedOverInPeriodG } of sites) {
    const { handedOverG, sites: count } = found.get(communeCode) ?? { handedOverG: 0, sites: 0 }
    found.set(communeCode, { handedOverG: handedOverG + handedOverInPeriodG, sites: count + 1 })
  }
  const communes = stages.map((commune) => ({
    ...commune,
    ...(found.get(commune.code) ?? { handedOverG: 0, sites: 0 }),
  }))
  const compared = communes.map(({ dossier, ...commune }): ComparedCommune => ({
    ...commune,
    isIn: isInTrack(dossier?.state ?? null),
  }))
  return {
    communes,
    counts: STAGES.map((stage) => ({
      stage,
      communes: communes.filter((commune) => commune.stage === stage).length,
    })),
    ...compareGroups(compared),
  }
}
