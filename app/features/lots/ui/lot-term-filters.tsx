import { MATERIAL_FAMILIES } from '~/core/material-families'
import { HAZARD_LIMITS, TRIP_NAMES, TRIPS } from '~/core/trips'
import { materials } from '~/messages/materials'
import { search as searchTexts } from '~/messages/search'
import { Checkbox } from '~/ui/choices'
import type { FilterAnswers } from '~/ui/filter-fields'
import { useFormat, useT } from '~/ui/i18n'
import { MoneyInput, Select } from '~/ui/inputs'
import type { LotSearchState } from '../model/lot-search-query'

type Props = {
  search: LotSearchState
  answers: FilterAnswers
  /** How many lots each choice would find, by `name=value`. */
  facets: Readonly<Record<string, number>>
}

/** A choice with what it would find. */
function useCounted(facets: Props['facets']) {
  const t = useT(searchTexts)
  return (name: string, value: string, label: string): string => {
    const count = facets[`${name}=${value}`]
    return count === undefined ? label : t('counted', { label, count })
  }
}

/** Family, state and price of a lot. */
export function LotStateFilters({ search, answers, facets }: Props) {
  const t = useT(searchTexts)
  const tMaterial = useT(materials)
  const counted = useCounted(facets)
  return (
    <div className="flex flex-col gap-3">
      <Select
        name="famille"
        label={t('field.family')}
        defaultValue={search.famille ?? ''}
        error={answers.errors.famille}
        placeholder={t('field.anyFamily')}
        options={MATERIAL_FAMILIES.map((family) => ({
          value: family,
          label: counted('famille', family, t(`family.${family}`)),
        }))}
      />
      <Select
        name="etat"
        label={t('field.condition')}
        defaultValue={answers.typed.etat}
        error={answers.errors.etat}
        placeholder={t('field.anyCondition')}
        options={(['5', '4', '3', '2'] as const).map((value) => ({
          value,
          label: counted('etat', value, tMaterial(`condition.${value}.name`)),
        }))}
      />
      <MoneyInput
        name="prix"
        label={t('field.price')}
        defaultValue={answers.typed.prix}
        error={answers.errors.prix}
        width=""
      />
    </div>
  )
}

/** How a lot is fetched, and what of it may harm. */
export function LotHandlingFilters({ search, answers, facets }: Props) {
  const t = useT(searchTexts)
  const format = useFormat()
  const counted = useCounted(facets)
  const tripName = (trip: keyof typeof TRIPS): string =>
    t(`trip.${trip}`, {
      mass: format.mass(TRIPS[trip].massG),
      volume: format.number(TRIPS[trip].volumeL / 1000),
    })
  return (
    <div className="flex flex-col gap-3">
      <Select
        name="trajet"
        label={t('field.trip')}
        hint={t('field.tripHint')}
        defaultValue={search.trajet ?? ''}
        error={answers.errors.trajet}
        placeholder={t('field.anyTrip')}
        options={TRIP_NAMES.map((trip) => ({ value: trip, label: counted('trajet', trip, tripName(trip)) }))}
      />
      <Select
        name="dangers"
        label={t('field.hazards')}
        defaultValue={search.dangers ?? ''}
        error={answers.errors.dangers}
        placeholder={t('field.anyHazard')}
        options={HAZARD_LIMITS.map((limit) => ({
          value: limit,
          label: counted('dangers', limit, t(`hazards.${limit}`)),
        }))}
      />
    </div>
  )
}

const BOXES = [
  ['dispo', 'now'],
  ['don', 'gift'],
  ['photo', 'photo'],
] as const

/** What is asked by ticking a box. */
export function LotBoxFilters({ search, answers, facets }: Props) {
  const t = useT(searchTexts)
  const counted = useCounted(facets)
  return (
    <div className="flex flex-col gap-1 sm:flex-row sm:flex-wrap sm:gap-x-8">
      {BOXES.map(([name, key]) => (
        <Checkbox
          key={name}
          name={name}
          value="oui"
          label={counted(name, 'oui', t(`field.${key}`))}
          defaultChecked={search[name] === true}
          error={answers.errors[name]}
        />
      ))}
    </div>
  )
}
