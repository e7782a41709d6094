import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'

/** The two classes that the law counts used building products in. */
export type RepClass = 'inert' | 'non-inert'

/** A reuse target by mass, from a day on, with where it is written. */
export type RepTarget = { from: IsoDay; of: RepClass | 'all'; percent: number; source: string }

export type AccountingSettings = {
  /** Fewer handovers of a commune in a year than this are not shown one by one to the public. */
  publicThreshold: number
  repTargets: RepTarget[]
}

const SPECIFICATION =
  'Cahier des charges de la filière REP PMCB ; moratoire annoncé en mars 2025, à vérifier avant usage'

/** What holds until the team sets otherwise. */
export const DEFAULT_ACCOUNTING: AccountingSettings = {
  publicThreshold: 3,
  repTargets: [
    { from: '2024-01-01', of: 'all', percent: 2, source: SPECIFICATION },
    { from: '2027-01-01', of: 'all', percent: 4, source: SPECIFICATION },
    { from: '2028-01-01', of: 'all', percent: 5, source: SPECIFICATION },
  ],
}

const INERT: readonly MaterialType[] = ['concrete', 'brick', 'stone', 'roof-tile', 'ceramic-tile']

/** The class of a material: what is mostly mineral and stays as it is, or the rest. */
export function repClassOf(material: MaterialType): RepClass {
  return INERT.includes(material) ? 'inert' : 'non-inert'
}

/** The target in force for a class on a day: the last that began, its own before one for all of the same day. */
export function targetOn(targets: readonly RepTarget[], of: RepClass, day: IsoDay): RepTarget | null {
  const begun = targets.filter((target) => target.from <= day && (target.of === of || target.of === 'all'))
  begun.sort((a, b) =>
    a.from === b.from ? Number(b.of !== 'all') - Number(a.of !== 'all') : a.from < b.from ? 1 : -1,
  )
  return begun[0] ?? null
}

/** A target as a line of the form of settings. */
export function targetLine({ from, of, percent, source }: RepTarget): string {
  return [from, of, percent, source].join(' ; ')
}
