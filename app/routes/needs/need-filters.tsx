import { Form } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import {
  activeNeedFilters,
  NEED_BUDGETS,
  needSearchQuery,
  type NeedFilter,
  type NeedSearchState,
} from '~/features/needs/model/need-search-query'
import { materials } from '~/messages/materials'
import { needs } from '~/messages/needs'
import { Button } from '~/ui/button'
import {
  CommuneField,
  MoreFilters,
  PeriodFields,
  QuantityFields,
  RadiusField,
  type FilterAnswers,
} from '~/ui/filter-fields'
import { useT } from '~/ui/i18n'
import { SearchIcon } from '~/ui/icons'
import { Select, type Option } from '~/ui/inputs'
import { TextSearchField } from '~/ui/text-search-field'

type Props = {
  search: NeedSearchState
  answers: FilterAnswers
  communes: readonly Option[]
  usual: readonly string[]
}

/** The search of needs: a plain form whose answers are the page's address. */
export function NeedFilters({ search, answers, communes, usual }: Props) {
  const t = useT(needs)
  return (
    <Form
      // A new key when the address changes, so that the fields follow the back button.
      key={needSearchQuery(search) + JSON.stringify(answers)}
      action={paths.needs()}
      role="search"
      aria-label={t('filter.title')}
      className="flex flex-col gap-4 rounded-lg border-2 border-edge bg-card p-4 lg:p-6"
    >
      <FirstFields search={search} answers={answers} communes={communes} usual={usual} />
      <OtherFields search={search} answers={answers} />
      <div>
        <Button wide>
          <SearchIcon />
          {t('filter.submit')}
        </Button>
      </div>
    </Form>
  )
}

function FirstFields({ search, answers: { typed, errors }, communes, usual }: Props) {
  const t = useT(needs)
  const tMaterial = useT(materials)
  return (
    <div className="grid gap-4 lg:grid-cols-12">
      <div className="lg:col-span-12">
        <TextSearchField
          label={t('filter.text')}
          hint={t('filter.textHint')}
          defaultValue={typed.q}
          error={errors.q}
          usual={usual}
          of="needs"
        />
      </div>
      <div className="lg:col-span-5">
        <Select
          name="materiau"
          label={t('filter.material')}
          defaultValue={search.materiau ?? ''}
          error={errors.materiau}
          placeholder={t('filter.all')}
          options={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.name`) }))}
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

const FIRST_FILTERS: readonly NeedFilter[] = ['text', 'material', 'place']
const OTHER_PARAMS = ['du', 'au', 'quantite', 'unite', 'budget'] as const

function OtherFields({ search, answers }: Omit<Props, 'communes' | 'usual'>) {
  const t = useT(needs)
  const active = activeNeedFilters(search).filter((filter) => !FIRST_FILTERS.includes(filter)).length
  const isWrong = OTHER_PARAMS.some((name) => answers.errors[name] !== undefined)
  return (
    <MoreFilters active={active} open={active > 0 || isWrong}>
      <div className="grid gap-6 lg:grid-cols-3">
        <PeriodFields {...answers} label={t('filter.dates')} />
        <QuantityFields {...answers} />
        <Select
          name="budget"
          label={t('filter.budget')}
          defaultValue={search.budget ?? ''}
          error={answers.errors.budget}
          placeholder={t('filter.anyBudget')}
          options={NEED_BUDGETS.map((value) => ({ value, label: t(`filter.budgetChoice.${value}`) }))}
        />
      </div>
    </MoreFilters>
  )
}
