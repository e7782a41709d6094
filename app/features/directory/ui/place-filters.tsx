import { Form, Link } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { PLACE_KINDS, PLACE_SERVICES } from '~/core/place-terms'
import { directory } from '~/messages/directory'
import { materials } from '~/messages/materials'
import { Button } from '~/ui/button'
import { CommuneField, RadiusField, type FilterAnswers } from '~/ui/filter-fields'
import { useT } from '~/ui/i18n'
import { Select, TextInput, type Option } from '~/ui/inputs'
import { placeQuery, type PlaceSearch } from '../model/place-search'

/** The filters of the directory: a plain form whose answers are the page's address. */
export function PlaceFilters({
  search,
  answers: { typed, errors },
  communes,
}: {
  search: PlaceSearch
  answers: FilterAnswers
  communes: readonly Option[]
}) {
  const t = useT(directory)
  const tMaterial = useT(materials)
  const query = placeQuery(search)
  return (
    <Form
      // A new key when the address changes, so that the fields follow the back button.
      key={query + JSON.stringify(errors)}
      action={paths.places()}
      role="search"
      aria-label={t('filter.title')}
      className="grid items-end gap-4 rounded-lg border-2 border-edge bg-card p-4 sm:grid-cols-2 lg:grid-cols-3 lg:p-6"
      data-screen-only
    >
      <TextInput
        type="search"
        name="q"
        label={t('filter.q')}
        defaultValue={typed.q}
        error={errors.q}
        maxLength={100}
      />
      <Select
        name="nature"
        label={t('filter.kind')}
        defaultValue={search.nature ?? ''}
        error={errors.nature}
        placeholder={t('filter.any')}
        options={PLACE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Select
        name="service"
        label={t('filter.service')}
        defaultValue={search.service ?? ''}
        error={errors.service}
        placeholder={t('filter.anyService')}
        options={PLACE_SERVICES.map((value) => ({ value, label: t(`service.${value}`) }))}
      />
      <Select
        name="materiau"
        label={t('filter.material')}
        defaultValue={search.materiau ?? ''}
        error={errors.materiau}
        placeholder={t('filter.any')}
        options={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.name`) }))}
      />
      <CommuneField chosen={search.commune} error={errors.commune} communes={communes} />
      <RadiusField chosen={search.rayon} error={errors.rayon} />
      <div className="flex flex-wrap items-center gap-4">
        <Button wide>{t('filter.submit')}</Button>
        {query && (
          <Link to={paths.places()} className="inline-flex min-h-11 items-center">
            {t('filter.clear')}
          </Link>
        )}
      </div>
    </Form>
  )
}
