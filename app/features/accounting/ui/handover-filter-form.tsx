import { Form } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { HANDOVER_SCOPES, handoverQuery, SCOPE_KEYS, type HandoverFilters } from '../model/handover-filters'

/** The filters of a list of handovers: a plain form whose answers are the page's address. */
export function HandoverFilterForm({
  communeCode,
  filters,
  years,
}: {
  communeCode: string
  filters: HandoverFilters
  years: readonly number[]
}) {
  const t = useT(communeFigures)
  const tCommunes = useT(communes)
  const tMaterial = useT(materials)
  const format = useFormat()
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  return (
    <Form
      // A new key when the address changes, so that the fields follow the back button.
      key={handoverQuery(filters)}
      action={paths.communeHandovers(communeCode)}
      aria-label={t('list.filters')}
      className="grid gap-4 rounded-lg border-2 border-edge bg-card p-4 sm:grid-cols-2 lg:grid-cols-5 lg:items-end"
      data-screen-only
    >
      <Select
        name="annee"
        label={tCommunes('year')}
        placeholder={null}
        defaultValue={String(filters.annee)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="perimetre"
        label={t('list.scope')}
        placeholder={null}
        defaultValue={filters.perimetre}
        options={HANDOVER_SCOPES.map((scope) => ({ value: scope, label: t(`list.${SCOPE_KEYS[scope]}`) }))}
      />
      <Select
        name="mois"
        label={t('list.month')}
        placeholder={t('list.anyMonth')}
        defaultValue={filters.mois ? String(filters.mois) : ''}
        options={months.map((month) => ({
          value: String(month),
          label: format.monthLong(`${filters.annee}-${String(month).padStart(2, '0')}-01`),
        }))}
      />
      <Select
        name="famille"
        label={t('list.family')}
        placeholder={t('list.anyFamily')}
        defaultValue={filters.famille ?? ''}
        options={MATERIAL_TYPES.map((type) => ({ value: type, label: tMaterial(`type.${type}.name`) }))}
      />
      <Button look="secondary">{tCommunes('show')}</Button>
    </Form>
  )
}
