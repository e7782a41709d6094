import { getInputProps, getSelectProps, type useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import { materials } from '~/messages/materials'
import { needs } from '~/messages/needs'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, NumberInput, Select, TextInput, type Option } from '~/ui/inputs'

/** The questions of a need, in the order of the page. */
export const NEED_FIELDS = [
  'quantity',
  'unit',
  'material',
  'neededFrom',
  'neededUntil',
  'radiusKm',
  'communeCode',
  'title',
  'description',
  'minCondition',
  'budget',
  'siteId',
] as const
export type NeedValues = Record<(typeof NEED_FIELDS)[number], string>
export type NeedFields = ReturnType<typeof useForm<NeedValues>>[1]

/** The need as a sentence with gaps: «Je cherche 40 m² de parquet, à partir du… et avant le…, à moins de 15 km de…». */
export function NeedSentence({
  fields,
  communes,
  onMaterial,
}: {
  fields: NeedFields
  communes: readonly Option[]
  onMaterial: (material: string) => void
}) {
  const t = useT(needs)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { quantity, unit, material, neededFrom, neededUntil, radiusKm, communeCode } = fields
  return (
    <fieldset className="tag p-4 lg:p-6">
      <legend className="sr-only">{t('sentence.legend')}</legend>
      <div className="flex flex-wrap items-end gap-x-2 gap-y-4 sm:gap-x-3">
        <Gap before={t('sentence.seek')} width="w-20 sm:w-28">
          <NumberInput
            {...getInputProps(quantity, { type: 'text' })}
            key={quantity.key}
            label={t('field.quantity')}
            hideLabel
            error={quantity.errors}
          />
        </Gap>
        <Gap width="w-22">
          <Select
            {...getSelectProps(unit)}
            key={unit.key}
            label={t('field.unit')}
            hideLabel
            error={unit.errors}
            placeholder={null}
            options={UNITS.map((value) => ({ value, label: format.unit(value) }))}
          />
        </Gap>
        <Gap before={t('sentence.of')} width="grow sm:w-72" long>
          <Select
            {...getSelectProps(material)}
            key={material.key}
            onChange={({ currentTarget }) => onMaterial(currentTarget.value)}
            label={t('field.material')}
            hideLabel
            error={material.errors}
            options={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.name`) }))}
          />
        </Gap>
        <Gap before={t('sentence.from')} width="w-44">
          <DateInput
            {...getInputProps(neededFrom, { type: 'date' })}
            key={neededFrom.key}
            label={t('field.neededFrom')}
            hideLabel
            error={neededFrom.errors}
          />
        </Gap>
        <Gap before={t('sentence.before')} width="w-44">
          <DateInput
            {...getInputProps(neededUntil, { type: 'date' })}
            key={neededUntil.key}
            label={t('field.neededUntil')}
            hideLabel
            error={neededUntil.errors}
          />
        </Gap>
        <Gap before={t('sentence.within')} width="w-32">
          <TextInput
            {...getInputProps(radiusKm, { type: 'number' })}
            key={radiusKm.key}
            min={1}
            max={60}
            label={t('field.radius')}
            hideLabel
            error={radiusKm.errors}
            suffix={t('sentence.km')}
          />
        </Gap>
        <Gap before={t('sentence.around')} width="grow sm:w-72" long>
          <Select
            {...getSelectProps(communeCode)}
            key={communeCode.key}
            label={t('field.commune')}
            hideLabel
            error={communeCode.errors}
            options={communes}
          />
        </Gap>
      </div>
    </fieldset>
  )
}

/** A gap of the sentence with the words before it on its line; a `long` one takes the rest of a phone's line. */
function Gap({
  before,
  width,
  long = false,
  children,
}: {
  before?: string
  width: string
  long?: boolean
  children: ReactNode
}) {
  return (
    <div className={`flex max-w-full items-end gap-x-3 ${long ? 'basis-full sm:basis-auto' : 'flex-wrap'}`}>
      {before && (
        <span aria-hidden className="pb-2 font-display text-xl font-bold whitespace-nowrap">
          {before}
        </span>
      )}
      <div className={`min-w-0 ${width}`}>{children}</div>
    </div>
  )
}
