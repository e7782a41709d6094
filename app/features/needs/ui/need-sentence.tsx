import { getInputProps, getSelectProps, type useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import { materials } from '~/messages/materials'
import { needs } from '~/messages/needs'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, NumberInput, Select, TextInput, type Option } from '~/ui/inputs'

export type NeedValues = {
  title: string
  quantity: string
  unit: string
  material: string
  neededFrom: string
  neededUntil: string
  radiusKm: string
  communeCode: string
  minCondition: string
  budget: string
  siteId: string
}
export type NeedFields = ReturnType<typeof useForm<NeedValues>>[1]

/** The need as a sentence with gaps: «Je cherche 40 m² de parquet, à partir du… et avant le…, à moins de 15 km de…». */
export function NeedSentence({ fields, communes }: { fields: NeedFields; communes: readonly Option[] }) {
  const t = useT(needs)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { quantity, unit, material, neededFrom, neededUntil, radiusKm, communeCode } = fields
  return (
    <fieldset className="tag p-4 lg:p-6">
      <legend className="sr-only">{t('sentence.legend')}</legend>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-4">
        <Gap before={t('sentence.seek')} width="w-28">
          <NumberInput
            {...getInputProps(quantity, { type: 'text' })}
            key={quantity.key}
            label={t('field.quantity')}
            hideLabel
            error={quantity.errors}
          />
        </Gap>
        <Gap width="w-24">
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
        <Gap before={t('sentence.of')} width="w-full sm:w-72">
          <Select
            {...getSelectProps(material)}
            key={material.key}
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
        <Gap before={t('sentence.around')} width="w-full sm:w-72">
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

/** A gap of the sentence with the words before it, kept together when lines wrap. */
function Gap({ before, width, children }: { before?: string; width: string; children: ReactNode }) {
  return (
    <div className="flex max-w-full flex-wrap items-end gap-x-3 gap-y-1">
      {before && (
        <span aria-hidden className="pb-2 font-display text-xl font-bold">
          {before}
        </span>
      )}
      <div className={`max-w-full ${width}`}>{children}</div>
    </div>
  )
}
