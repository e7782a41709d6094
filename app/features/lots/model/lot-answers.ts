import { addDays, isoDayOf, type IsoDay } from '~/core/days'
import type { AttributeValues } from '~/core/attributes/values'
import { MILLI, typedMilli } from '~/core/units'
import type { LotView } from './lot'
import { NO_HAZARD, type PostingAnswers } from './posting-answers'

/** A lot as the posting form shows it, decimals with a comma; its photos and documents are listed apart. */
export function answersOfLot(lot: LotView): PostingAnswers {
  return {
    siteId: lot.siteId,
    material: lot.material,
    ...sheetAnswers(lot.attributes),
    title: lot.title,
    description: lot.description,
    quantity: typedMilli(lot.quantityMilli),
    unit: lot.unit,
    splitting: lot.isWhole ? 'whole' : 'parts',
    minTake: lot.minTakeMilli === null ? '' : typedMilli(lot.minTakeMilli),
    quantityBasis: lot.quantityVerified ? 'verified' : 'estimated',
    massKg: lot.massG === null || lot.massEstimated ? '' : typedMilli(lot.massG),
    condition: String(lot.condition),
    hazards: lot.hazards.length === 0 ? [NO_HAZARD] : lot.hazards,
    availableFrom: lot.availableFrom,
    availableUntil: lot.availableUntil,
    unitPrice: lot.unitPriceCents === 0 ? '' : typedMilli(lot.unitPriceCents * 10),
    volumeM3: lot.volumeL === null ? '' : typedMilli(lot.volumeL),
    provenance: lot.provenance,
    ...stageAnswers(lot),
    ...siteAnswers(lot),
    storageUntil: lastStorageDay(lot),
  }
}

/**
 * The answers of another lot of the same kind, to be checked: what was declared or verified of the first one (no known
 * danger, a quantity checked on site, dates gone by) is asked again, and everyone sees it unless told otherwise.
 */
export function answersOfCopy(lot: LotView, today: IsoDay): PostingAnswers {
  const isAhead = lot.availableUntil > today
  return {
    ...answersOfLot(lot),
    hazards: lot.hazards,
    quantityBasis: 'estimated',
    availableFrom: lot.availableFrom > today ? lot.availableFrom : today,
    availableUntil: isAhead ? lot.availableUntil : '',
    storageUntil: isAhead ? lastStorageDay(lot) : '',
    visibility: 'public',
    territory: '',
    territoryFrom: '',
    publicFrom: '',
  }
}

/** What the next lot of a site most often says again: how it is loaded and removed, by what right it is ceded. */
type SiteTerms = Pick<
  LotView,
  'access' | 'packaging' | 'vehicle' | 'removal' | 'storageUntil' | 'cedingRight'
>

/** The answers that a site's last lot gives the next one; storage only while it outlasts the day it would leave. */
export function recalledAnswers(
  last: SiteTerms,
  { endsOn, today }: { endsOn: IsoDay; today: IsoDay },
): PostingAnswers {
  const leaves = endsOn > today ? endsOn : addDays(today, 1)
  const storageUntil = last.storageUntil !== null && last.storageUntil > leaves ? lastStorageDay(last) : ''
  return { ...siteAnswers(last), storageUntil }
}

/** The last day on which the giver stores the lot, as a person types it; the column holds the day after. */
function lastStorageDay({ storageUntil }: Pick<LotView, 'storageUntil'>): string {
  return storageUntil === null ? '' : addDays(storageUntil, -1)
}

function siteAnswers(lot: Omit<SiteTerms, 'storageUntil'>) {
  return {
    packaging: lot.packaging ?? '',
    vehicle: lot.vehicle ?? '',
    access: lot.access,
    removal: lot.removal ?? '',
    cedingRight: lot.cedingRight,
  }
}

function sheetAnswers(attributes: AttributeValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      `attributes.${key}`,
      typeof value === 'number' ? typedMilli(Math.round(value * MILLI)) : value === true ? 'on' : value,
    ]),
  )
}

/** A lot shown to everyone from its publication says so, whatever its day. */
function stageAnswers(lot: LotView) {
  const isStaged = lot.publicFrom > isoDayOf(lot.publishedAtMs)
  return {
    visibility: isStaged ? 'staged' : 'public',
    territory: (isStaged && lot.territory) || '',
    territoryFrom: (isStaged && lot.territoryFrom) || '',
    publicFrom: isStaged ? lot.publicFrom : '',
  }
}
