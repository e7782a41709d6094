import { Form, Link } from '@remix-run/react'
import type { MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { SearchIcon } from '~/ui/icons'
import { Select, TextInput } from '~/ui/inputs'
import { lotSearchQuery, RADII_KM, type LotSearchState } from '../model/lot-search-query'

export type MaterialCount = { material: MaterialType; count: number }

/** The search of lots: a plain form whose answers are the page's address. */
export function LotSearchForm({
  search,
  counts,
  communes,
}: {
  search: LotSearchState
  counts: readonly MaterialCount[]
  communes: readonly { code: string; label: string }[]
}) {
  const t = useT(lots)
  const tMaterial = useT(materials)
  const isFiltered = lotSearchQuery(search) !== ''
  return (
    <Form
      // A new key when the address changes, so that the fields follow the back button.
      key={lotSearchQuery(search)}
      action={paths.lots()}
      role="search"
      aria-label={t('search.form')}
      className="grid gap-4 rounded-lg border-2 border-edge bg-card p-4 lg:grid-cols-12 lg:p-6"
    >
      <div className="lg:col-span-12">
        <TextInput
          type="search"
          name="q"
          label={t('search.text')}
          hint={t('search.textHint')}
          defaultValue={search.q}
          maxLength={100}
          autoComplete="off"
        />
      </div>
      <div className="lg:col-span-4">
        <Select
          name="materiau"
          label={t('search.material')}
          defaultValue={search.materiau ?? ''}
          placeholder={t('search.anyMaterial')}
          options={counts.map(({ material, count }) => ({
            value: material,
            label: t('search.materialCount', { name: tMaterial(`type.${material}.name`), count }),
          }))}
        />
      </div>
      <div className="lg:col-span-3">
        <Select
          name="commune"
          label={t('search.commune')}
          defaultValue={search.commune ?? ''}
          placeholder={t('search.anyCommune')}
          options={communes.map(({ code, label }) => ({ value: code, label }))}
        />
      </div>
      <div className="lg:col-span-3">
        <Select
          name="rayon"
          label={t('search.radius')}
          title={t('search.radiusHint')}
          defaultValue={search.rayon ?? ''}
          placeholder={t('search.onlyCommune')}
          options={radiusOptions(search.rayon).map((km) => ({ value: String(km), label: `${km} km` }))}
        />
      </div>
      <div className="flex flex-col justify-end lg:col-span-2">
        <Button>
          <SearchIcon />
          {t('search.submit')}
        </Button>
      </div>
      {isFiltered && (
        <p className="lg:col-span-12">
          <Link to={paths.lots()} className="inline-flex min-h-11 items-center font-semibold">
            {t('search.clear')}
          </Link>
        </p>
      )}
    </Form>
  )
}

function radiusOptions(chosen: number | undefined): number[] {
  const all: number[] = [...RADII_KM]
  if (chosen !== undefined && !all.includes(chosen)) all.push(chosen)
  return all.sort((a, b) => a - b)
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
