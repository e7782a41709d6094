import { Form, Link } from '@remix-run/react'
import { useRef, useState } from 'react'
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
import { AroundSites, type SiteNearby } from './around-sites'
import { LotMoreFilters } from './lot-more-filters'
import { TextSearchField } from '~/ui/text-search-field'
import { useLiveCounts, type LiveCounts } from './use-live-counts'

export type MaterialCount = { material: MaterialType; count: number }

type FormProps = {
  search: LotSearchState
  /** What is asked of the material's sheet, as typed. */
  sheet: Readonly<Record<string, WantedTexts>>
  answers: FilterAnswers
  counts: readonly MaterialCount[]
  communes: readonly Option[]
  /** How many lots each choice would find, by `name=value`. */
  facets: LiveCounts['facets']
  /** The sites of whoever searches, to search around. */
  sites: readonly SiteNearby[]
  /** Words that a browser without scripts suggests. */
  usual: readonly string[]
  /** The page that shows what is found: the list by default. */
  action?: string
}

/** The search of lots: a plain form whose answers are the page's address. */
export function LotSearchForm(props: FormProps) {
  const { search, answers, action = paths.lots() } = props
  const form = useRef<HTMLFormElement>(null)
  return (
    <Form
      ref={form}
      // A new key when the address changes, so that the fields follow the back button.
      key={lotSearchQuery(search) + JSON.stringify(answers)}
      action={action}
      role="search"
      aria-label={useT(lots)('search.form')}
      className="flex flex-col gap-4 rounded-lg border-2 border-edge bg-card p-4 lg:p-6"
    >
      <SearchFields {...props} live={useLiveCounts(form)} />
    </Form>
  )
}

function SearchFields({
  search,
  sheet,
  answers,
  counts,
  communes,
  facets,
  sites,
  usual,
  live,
  action = paths.lots(),
}: FormProps & { live: LiveCounts | null }) {
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
      <AroundSites page={action} search={search} sites={sites} />
      <LotMoreFilters
        search={search}
        material={material}
        sheet={sheet}
        answers={answers}
        facets={live?.facets ?? facets}
      />
      {search.tri && search.tri !== usualSorting(search) && (
        <input type="hidden" name="tri" value={search.tri} />
      )}
      <SubmitWithCount total={live?.total ?? null} />
    </>
  )
}

/** The button that searches; once an answer has changed it says how many lots it leads to. */
function SubmitWithCount({ total }: { total: number | null }) {
  const t = useT(lots)
  const counted = total === 0 ? t('search.showNone') : t('search.show', { count: total ?? 0 })
  return (
    <div>
      <Button wide>
        <SearchIcon />
        {total === null ? t('search.submit') : counted}
      </Button>
      <p role="status" className="sr-only">
        {total !== null && counted}
      </p>
    </div>
  )
}

function FirstFields({
  search,
  answers: { typed, errors },
  counts,
  communes,
  usual,
  onMaterial,
}: Pick<FormProps, 'search' | 'answers' | 'counts' | 'communes' | 'usual'> & {
  onMaterial: (value: string) => void
}) {
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
          of="lots"
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
