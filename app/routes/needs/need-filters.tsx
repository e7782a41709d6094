import { Form, Link } from '@remix-run/react'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import { materials } from '~/messages/materials'
import { needs } from '~/messages/needs'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select, type Option } from '~/ui/inputs'

/** Material and commune, as a form whose answers are the page's address. */
export function NeedFilters({
  filters,
  communes,
}: {
  filters: { material: MaterialType | null; commune: string | null }
  communes: readonly Option[]
}) {
  const t = useT(needs)
  const tMaterial = useT(materials)
  return (
    <Form
      method="get"
      role="search"
      aria-label={t('filter.title')}
      key={`${filters.material}-${filters.commune}`}
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_auto]"
    >
      <Select
        name="materiau"
        label={t('filter.material')}
        defaultValue={filters.material ?? ''}
        placeholder={t('filter.all')}
        options={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.name`) }))}
      />
      <Select
        name="commune"
        label={t('filter.commune')}
        defaultValue={filters.commune ?? ''}
        placeholder={t('filter.all')}
        options={communes}
      />
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2 lg:col-span-1">
        <Button look="secondary" wide>
          {t('filter.submit')}
        </Button>
        {(filters.material ?? filters.commune) && (
          <Link to={paths.needs()} className="inline-flex min-h-11 items-center">
            {t('filter.clear')}
          </Link>
        )}
      </div>
    </Form>
  )
}
