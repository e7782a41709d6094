import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import type { WantedTexts } from '~/core/attributes/wanted'
import { isMaterialType, type MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { Button } from '~/ui/button'
import { CommuneField, RadiusField, type FilterAnswers } from '~/ui/filter-fields'
import { useT } from '~/ui/i18n'
import { SearchIcon } from '~/ui/icons'
import { Select, type Option } from '~/ui/inputs'
import { lotSearchQuery, usualSorting, type LotSearchState } from '../model/lot-search-query'
import { LotMoreFilters } from './lot-more-filters'
import { TextSearchField } from './text-search-field'

export type MaterialCount = { material: MaterialType; count: number }

/** The search of lots: a plain form whose answers are the page's address. */
export function LotSearchForm({
  search,
  sheet,
  answers,
  counts,
  communes,
  usual,
}: {
  search: LotSearchState
  /** What is asked of the material's sheet, as typed. */
  sheet: Readonly<Record<string, WantedTexts>>
  answers: FilterAnswers
  counts: readonly MaterialCount[]
  communes: readonly Option[]
  /** Words that a browser without scripts suggests. */
  usual: readonly string[]
}) {
  return (
    <Form
      // A new key when the address changes, so that the fields follow the back button.
      key={lotSearchQuery(search) + JSON.stringify(answers)}
      action={paths.lots()}
      role="search"
      aria-label={useT(lots)('search.form')}
      className="flex flex-col gap-4 rounded-lg border-2 border-edge bg-card p-4 lg:p-6"
    >
      <SearchFields {...{ search, sheet, answers, counts, communes, usual }} />
    </Form>
  )
}

function SearchFields({
  search,
  sheet,
  answers,
  counts,
  communes,
  usual,
}: Parameters<typeof LotSearchForm>[0]) {
  const t = useT(lots)
  const [material, setMaterial] = useState<MaterialType | null>(search.materiau ?? null)
  return (
    <>
      <FirstFields
        search={search}
        answers={answers}
        counts={counts}
        communes={communes}
        usual={usual}
        onMaterial={(value) => setMaterial(isMaterialType(value) ? value : null)}
      />
      <LotMoreFilters search={search} material={material} sheet={sheet} answers={answers} />
      {search.tri && search.tri !== usualSorting(search) && (
        <input type="hidden" name="tri" value={search.tri} />
      )}
      <div>
        <Button wide>
          <SearchIcon />
          {t('search.submit')}
        </Button>
      </div>
    </>
  )
}

function FirstFields({
  search,
  answers: { typed, errors },
  counts,
  communes,
  usual,
  onMaterial,
}: Omit<Parameters<typeof LotSearchForm>[0], 'sheet'> & { onMaterial: (value: string) => void }) {
  const t = useT(lots)
  const tMaterial = useT(materials)
  return (
    <div className="grid gap-4 lg:grid-cols-12">
      <div className="lg:col-span-12">
        <TextSearchField
          label={t('search.text')}
          hint={t('search.textHint')}
          defaultValue={typed.q}
          error={errors.q}
          usual={usual}
        />
      </div>
      <div className="lg:col-span-5">
        <Select
          name="materiau"
          label={t('search.material')}
          defaultValue={search.materiau ?? ''}
          error={errors.materiau}
          onChange={({ currentTarget }) => onMaterial(currentTarget.value)}
          placeholder={t('search.anyMaterial')}
          options={counts.map(({ material, count }) => ({
            value: material,
            label: t('search.materialCount', { name: tMaterial(`type.${material}.name`), count }),
          }))}
        />
      </div>
      <div className="lg:col-span-4">
        <CommuneField chosen={search.commune} error={errors.commune} communes={communes} />
      </div>
      <div className="lg:col-span-3">
        <RadiusField chosen={search.rayon} error={errors.rayon} />
      </div>
    </div>
  )
}

/** Materials that have lots, one tap each, most offered first. */
export function MaterialChips({
  search,
  counts,
}: {
  search: LotSearchState
  counts: readonly MaterialCount[]
}) {
  const t = useT(lots)
  const tMaterial = useT(materials)
  const offered = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  if (offered.length === 0) return null
  return (
    <nav aria-label={t('search.families')}>
      <ul className="flex gap-2 overflow-x-auto p-1.5 lg:flex-wrap">
        {offered.slice(0, SHOWN_CHIPS).map(({ material, count }) => {
          const isChosen = material === search.materiau
          return (
            <li key={material} className="flex-none">
              <Link
                className="chip"
                aria-current={isChosen ? 'true' : undefined}
                to={paths.lots() + lotSearchQuery(search, { materiau: isChosen ? undefined : material })}
              >
                {tMaterial(`type.${material}.short`)}
                <span className="figure opacity-80">{count}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const SHOWN_CHIPS = 10
