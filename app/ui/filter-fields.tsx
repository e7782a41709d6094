import { RADII_KM } from '~/core/shared-search'
import { UNITS } from '~/core/units'
import { search } from '~/messages/search'
import { useFormat, useT } from './i18n'
import { DateInput, NumberInput, Select, type Option } from './inputs'
import { FieldGroup } from './field'
import { useId, type ReactNode } from 'react'

/** What was typed and what is wrong with it, by the parameter of the address. */
export type FilterAnswers = {
  typed: Readonly<Partial<Record<string, string>>>
  errors: Readonly<Partial<Record<string, string>>>
}

/** The parameter `commune`: the whole Métropole when left empty. */
export function CommuneField({
  chosen,
  error,
  communes,
}: {
  chosen: string | undefined
  error: string | undefined
  communes: readonly Option[]
}) {
  const t = useT(search)
  return (
    <Select
      name="commune"
      label={t('field.commune')}
      defaultValue={chosen ?? ''}
      error={error}
      placeholder={t('field.anyCommune')}
      options={communes}
    />
  )
}

/** The parameter `rayon`, around the commune: the commune alone when left empty. */
export function RadiusField({ chosen, error }: { chosen: number | undefined; error: string | undefined }) {
  const t = useT(search)
  return (
    <Select
      name="rayon"
      label={t('field.radius')}
      title={t('field.radiusHint')}
      defaultValue={chosen ?? ''}
      error={error}
      placeholder={t('field.onlyCommune')}
      options={radiusOptions(chosen).map((km) => ({ value: String(km), label: `${km} km` }))}
    />
  )
}

function radiusOptions(chosen: number | undefined): number[] {
  const all: number[] = [...RADII_KM]
  if (chosen !== undefined && !all.includes(chosen)) all.push(chosen)
  return all.sort((a, b) => a - b)
}

/** The parameters `du` and `au`: days of which one must be shared. */
export function PeriodFields({ typed, errors, label }: FilterAnswers & { label: string }) {
  const t = useT(search)
  const id = useId()
  return (
    <FieldGroup id={id} label={label} hint={t('field.datesHint')}>
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
        <DateInput name="du" label={t('field.from')} defaultValue={typed.du} error={errors.du} width="" />
        <DateInput name="au" label={t('field.until')} defaultValue={typed.au} error={errors.au} width="" />
      </div>
    </FieldGroup>
  )
}

/** The parameters `quantite` and `unite`. */
export function QuantityFields({ typed, errors, hint }: FilterAnswers & { hint?: string }) {
  const t = useT(search)
  const format = useFormat()
  const id = useId()
  return (
    <FieldGroup id={id} label={t('field.quantity')} hint={hint ?? t('field.quantityHint')}>
      <div className="grid grid-cols-2 items-end gap-3">
        <NumberInput
          name="quantite"
          label={t('field.amount')}
          defaultValue={typed.quantite}
          error={errors.quantite}
          width=""
        />
        <Select
          name="unite"
          label={t('field.unit')}
          defaultValue={typed.unite}
          error={errors.unite}
          options={UNITS.map((unit) => ({ value: unit, label: format.unit(unit) }))}
        />
      </div>
    </FieldGroup>
  )
}

/** Filters beyond the first ones: folded, open when one of them is active or wrong, with how many are. */
export function MoreFilters({
  active,
  open,
  children,
}: {
  active: number
  open: boolean
  children: ReactNode
}) {
  const t = useT(search)
  return (
    <details open={open} className="rounded-md border-2 border-field bg-card px-4">
      <summary className="min-h-12 content-center">
        {t('more')}
        {active > 0 && (
          <span className="ml-2 rounded-full bg-ink px-2.5 py-0.5 text-page">
            {t('moreActive', { count: active })}
          </span>
        )}
      </summary>
      <div className="flex flex-col gap-6 pt-3 pb-5">{children}</div>
    </details>
  )
}
