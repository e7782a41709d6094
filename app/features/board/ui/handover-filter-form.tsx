import { Form, Link } from '@remix-run/react'
import { addDays } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import type { BoardPeriod } from '../model/board-period'
import { HANDOVER_SCOPES, handoverQuery, SCOPE_KEYS, type HandoverFilters } from '../model/handover-list'

/**
 * The filters of a list of handovers: a plain form whose answers are the page's address. A period that is no year stays
 * as it is, with a way to the whole year.
 */
export function HandoverFilterForm({
  slug,
  period,
  filters,
  years,
}: {
  slug: string
  period: BoardPeriod
  filters: HandoverFilters
  years: readonly number[]
}) {
  const t = useT(communeFigures)
  const tCommunes = useT(communes)
  const tMaterial = useT(materials)
  return (
    <Form
      // A new key when the address changes, so that the fields follow the back button.
      key={handoverQuery(period, filters)}
      action={paths.boardHandovers(slug)}
      aria-label={t('list.filters')}
      className="grid gap-4 rounded-lg border-2 border-edge bg-card p-4 sm:grid-cols-2 lg:grid-cols-5 lg:items-end"
      data-screen-only
    >
      <KeptParts filters={filters} />
      {period.kind === 'year' ? (
        <YearFields period={period} filters={filters} years={years} />
      ) : (
        <KeptPeriod period={period} />
      )}
      <Select
        name="perimetre"
        label={t('list.scope')}
        placeholder={null}
        defaultValue={filters.perimetre}
        options={HANDOVER_SCOPES.map((scope) => ({ value: scope, label: t(`list.${SCOPE_KEYS[scope]}`) }))}
      />
      <Select
        name="famille"
        label={t('list.family')}
        placeholder={t('list.anyFamily')}
        defaultValue={filters.famille ?? ''}
        options={MATERIAL_TYPES.map((type) => ({ value: type, label: tMaterial(`type.${type}.name`) }))}
      />
      <Button look="secondary">{tCommunes('show')}</Button>
      {period.kind !== 'year' && (
        <p>
          <Link
            to={paths.boardHandovers(slug, `?annee=${period.year}`)}
            className="inline-flex min-h-11 items-center"
          >
            {t('list.wholeYear', { year: String(period.year) })}
          </Link>
        </p>
      )}
    </Form>
  )
}

function YearFields({
  period,
  filters,
  years,
}: {
  period: BoardPeriod
  filters: HandoverFilters
  years: readonly number[]
}) {
  const t = useT(communeFigures)
  const tCommunes = useT(communes)
  const format = useFormat()
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  return (
    <>
      <Select
        name="annee"
        label={tCommunes('year')}
        placeholder={null}
        defaultValue={String(period.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="mois"
        label={t('list.month')}
        placeholder={t('list.anyMonth')}
        defaultValue={filters.mois ? String(filters.mois) : ''}
        options={months.map((month) => ({
          value: String(month),
          label: format.monthLong(`${period.year}-${String(month).padStart(2, '0')}-01`),
        }))}
      />
    </>
  )
}

/** A flow, and the families left out, stay while other filters change; their end is a link of the page. */
function KeptParts({ filters: { hors, de, vers } }: { filters: HandoverFilters }) {
  const kept = { hors: hors?.join('.'), de, vers }
  return Object.entries(kept).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  )
}

function KeptPeriod({ period: { kind, year, quarter, interval } }: { period: BoardPeriod }) {
  if (kind === 'free') {
    return (
      <>
        <input type="hidden" name="du" value={interval.from} />
        <input type="hidden" name="au" value={addDays(interval.until, -1)} />
      </>
    )
  }
  return (
    <>
      <input type="hidden" name="annee" value={year} />
      <input type="hidden" name="trimestre" value={quarter ?? ''} />
    </>
  )
}
