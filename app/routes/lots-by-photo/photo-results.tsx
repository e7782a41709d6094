import { Form, Link } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { asQuery } from '~/core/shared-search'
import type { LotSearchState } from '~/features/lots/model/lot-search-query'
import { SimilarLotList, type SimilarLotView } from '~/features/lots/ui/similar-lots'
import { materials } from '~/messages/materials'
import { photoSearch } from '~/messages/photo-search'
import { lots as lotTexts } from '~/messages/lots'
import { Button, ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { CommuneField, RadiusField } from '~/ui/filter-fields'
import { useT } from '~/ui/i18n'
import { Select, type Option } from '~/ui/inputs'

type Results = {
  /** The lot compared with; null for a photo. */
  lot: { id: string } | null
  lots: readonly SimilarLotView[]
  /** There may be more, less alike. */
  isCut: boolean
  /** The commune that distances are counted from. */
  from: string | null
  /** The parameters that name the photo or the lot. */
  asked: readonly [name: string, text: string][]
  search: Pick<LotSearchState, 'materiau' | 'commune' | 'rayon'>
  errors: Readonly<Record<string, string>>
  communes: readonly Option[]
  dimensions: number
  today: string
}

/** The filters, and the lots most like what was asked. */
export function PhotoResults(results: Results) {
  const t = useT(photoSearch)
  const { lot, lots, isCut, from, asked, search, dimensions, today } = results
  const query = queryOf(asked, search)
  return (
    <>
      <Filters {...results} />
      <section aria-labelledby="results" className="flex flex-col gap-6">
        {lots.length === 0 ? (
          <NoResults {...results} />
        ) : (
          <>
            <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
              <h2 id="results">{t(isCut ? 'most' : 'found', { count: lots.length })}</h2>
              <CsvLink href={paths.lotsByPhotoCsv(query)} />
            </div>
            <p className="prose-width text-muted">
              {t('basis')} <Link to={paths.algorithms()}>{t('how')}</Link>
            </p>
            <SimilarLotList lots={lots} from={from} today={today} />
          </>
        )}
        {!lot && <p className="prose-width text-sm text-muted">{t('address', { count: dimensions })}</p>}
      </section>
    </>
  )
}

function Filters({ asked, search, errors, communes }: Results) {
  const t = useT(photoSearch)
  const tLots = useT(lotTexts)
  const tMaterial = useT(materials)
  return (
    <Form
      key={queryOf(asked, search)}
      action={paths.lotsByPhoto()}
      role="search"
      aria-label={t('filters')}
      className="grid items-end gap-4 lg:grid-cols-12"
    >
      {asked.map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <div className="lg:col-span-4">
        <Select
          name="materiau"
          label={tLots('search.material')}
          defaultValue={search.materiau ?? ''}
          error={errors.materiau}
          placeholder={tLots('search.anyMaterial')}
          options={MATERIAL_TYPES.map((material) => ({
            value: material,
            label: tMaterial(`type.${material}.name`),
          }))}
        />
      </div>
      <div className="lg:col-span-4">
        <CommuneField chosen={search.commune} error={errors.commune} communes={communes} />
      </div>
      <div className="lg:col-span-2">
        <RadiusField chosen={search.rayon} error={errors.rayon} />
      </div>
      <div className="lg:col-span-2">
        <Button look="secondary" wide>
          {t('filter')}
        </Button>
      </div>
    </Form>
  )
}

function NoResults({ lot, asked, search }: Results) {
  const t = useT(photoSearch)
  const isFiltered = search.materiau !== undefined || search.commune !== undefined
  const title = lot ? t('noneLikeLot') : t('noneTitle')
  return (
    <div id="results">
      <EmptyState
        title={isFiltered ? t('noneFiltered') : title}
        actions={
          <>
            {isFiltered && (
              <ButtonLink to={paths.lotsByPhoto(queryOf(asked, {}))}>{t('withoutFilters')}</ButtonLink>
            )}
            <ButtonLink to={paths.newNeed()} look="secondary">
              {t('stateNeed')}
            </ButtonLink>
            <ButtonLink to={paths.lots()} look="secondary">
              {t('byWords')}
            </ButtonLink>
          </>
        }
      >
        {!lot && t('noneText')}
      </EmptyState>
    </div>
  )
}

/** The query of this page with its filters. */
function queryOf(
  asked: readonly [string, string][],
  { materiau, commune, rayon }: Results['search'],
): string {
  const params = new URLSearchParams([...asked])
  if (materiau) params.set('materiau', materiau)
  if (commune) params.set('commune', commune)
  if (commune && rayon) params.set('rayon', String(rayon))
  return asQuery(params)
}
