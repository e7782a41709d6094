import type { WantedAttributes, WantedTexts } from '~/core/attributes/wanted'
import { MILLI } from '~/core/units'
import type { NeedView } from './need'

/** The answers of the form of a need, as texts. */
export type NeedAnswers = {
  quantity: string
  unit: string
  material: string
  neededFrom: string
  neededUntil: string
  radiusKm: string
  communeCode: string
  title: string
  description: string
  minCondition: string
  budget: string
  siteId: string
}

/** A need as its form shows it, decimals with a comma. */
export function answersOfNeed(need: NeedView): NeedAnswers {
  return {
    quantity: decimal(need.quantityMilli / MILLI),
    unit: need.unit,
    material: need.material,
    neededFrom: need.neededFrom,
    neededUntil: need.neededUntil,
    radiusKm: String(need.radiusKm),
    communeCode: need.communeCode,
    title: need.title,
    description: need.description,
    minCondition: String(need.minCondition),
    budget: need.budgetUnitCents === null ? '' : decimal(need.budgetUnitCents / 100),
    siteId: need.siteId ?? '',
  }
}

/** What is asked of a sheet as the texts of its fields. */
export function textsOfWanted(wanted: WantedAttributes): Record<string, WantedTexts> {
  return Object.fromEntries(
    Object.entries(wanted).map(([key, want]): [string, WantedTexts] => {
      if (want.kind === 'flag') return [key, { value: 'on' }]
      if (want.kind === 'choice') return [key, { value: want.anyOf }]
      return [key, { value: decimal(want.value), tolerance: decimal(want.tolerance) }]
    }),
  )
}

/** What came back of a form for its sheet, whatever its shape: texts by attribute key. */
export function textsOfSubmission(submitted: unknown): Record<string, WantedTexts> {
  if (typeof submitted !== 'object' || submitted === null) return {}
  return Object.fromEntries(
    Object.entries(submitted).flatMap(([key, texts]: [string, unknown]) =>
      typeof texts === 'object' && texts !== null ? [[key, texts as WantedTexts]] : [],
    ),
  )
}

function decimal(value: number): string {
  return String(value).replace('.', ',')
}
