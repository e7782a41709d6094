import { attributeParam } from '~/core/attributes/params'
import { sheetOf } from '~/core/attributes/sheets'
import type { WantedTexts } from '~/core/attributes/wanted'
import type { MaterialType } from '~/core/material-types'
import { materials } from '~/messages/materials'
import { search as searchTexts } from '~/messages/search'
import { WantedFields } from '~/ui/attributes/wanted-fields'
import { MoreFilters, PeriodFields, QuantityFields, type FilterAnswers } from '~/ui/filter-fields'
import { useT } from '~/ui/i18n'
import { activeFilters, type LotFilter, type LotSearchState } from '../model/lot-search-query'
import { LotBoxFilters, LotHandlingFilters, LotStateFilters } from './lot-term-filters'

const FIRST_FILTERS: readonly LotFilter[] = ['text', 'material', 'place']
const MORE_PARAMS = [
  'du',
  'au',
  'quantite',
  'unite',
  'famille',
  'etat',
  'prix',
  'trajet',
  'dangers',
  'dispo',
  'don',
  'photo',
] as const

/** Dates, quantity, terms of the lot, and what the sheet of the chosen material can tell. */
export function LotMoreFilters({
  search,
  material,
  sheet,
  answers,
  facets,
}: {
  search: LotSearchState
  /** The material chosen in the form, which the address may not hold yet. */
  material: MaterialType | null
  sheet: Readonly<Record<string, WantedTexts>>
  answers: FilterAnswers
  /** How many lots each choice would find, by `name=value`. */
  facets: Readonly<Record<string, number>>
}) {
  const t = useT(searchTexts)
  const tMaterial = useT(materials)
  const active = activeFilters(search).filter((filter) => !FIRST_FILTERS.includes(filter)).length
  const sheetErrors = material ? errorsOfSheet(material, answers.errors) : {}
  const isWrong =
    Object.keys(sheetErrors).length > 0 || MORE_PARAMS.some((name) => answers.errors[name] !== undefined)
  return (
    <MoreFilters active={active} open={active > 0 || isWrong}>
      <div className="grid gap-6 md:grid-cols-2 lg:grid-cols-3">
        <div className="flex flex-col gap-6">
          <PeriodFields {...answers} label={t('field.dates')} />
          <QuantityFields {...answers} hint={t('field.freeQuantityHint')} />
        </div>
        <LotStateFilters search={search} answers={answers} facets={facets} />
        <LotHandlingFilters search={search} answers={answers} facets={facets} />
      </div>
      <LotBoxFilters search={search} answers={answers} facets={facets} />
      {material ? (
        <details
          open={Object.keys(search.attributs).length > 0 || Object.keys(sheetErrors).length > 0}
          className="border-t-2 border-edge pt-2"
        >
          <summary>{t('field.sheet', { material: tMaterial(`type.${material}.name`) })}</summary>
          <p className="pb-4 text-muted">{t('field.sheetHint')}</p>
          <WantedFields
            id="sheet"
            material={material}
            initial={sheet}
            errors={sheetErrors}
            nameOf={attributeParam}
          />
        </details>
      ) : (
        <p className="text-muted">{t('field.sheetLater')}</p>
      )}
    </MoreFilters>
  )
}

function errorsOfSheet(material: MaterialType, errors: FilterAnswers['errors']): Record<string, string[]> {
  return Object.fromEntries(
    sheetOf(material).flatMap((key) => {
      const sentence = errors[attributeParam(key)]
      return sentence === undefined ? [] : [[key, [sentence]]]
    }),
  )
}
