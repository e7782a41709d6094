import { getInputProps, getSelectProps, type FieldMetadata } from '@conform-to/react'
import { useState } from 'react'
import { estimateMassG } from '~/core/material-masses'
import { isMaterialType, MATERIAL_TYPES } from '~/core/material-types'
import { massGOf, parseMilli, UNITS } from '~/core/units'
import { common } from '~/messages/common'
import { inventory } from '~/messages/inventory'
import { materials } from '~/messages/materials'
import { sites } from '~/messages/sites'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, Select, TextInput } from '~/ui/inputs'

export type LineValues = {
  material: string
  product: string
  quantity: string
  unit: string
  massKg: string
  reusableKg: string
} & Record<(typeof MORE_FIELDS)[number], string>
/** What a survey may say besides, in its own words but for the condition. */
export const MORE_FIELDS = [
  'dimensions',
  'assembly',
  'condition',
  'location',
  'reusability',
  'precautions',
] as const
type LineField = FieldMetadata<string>
export type LineFieldset = Readonly<Record<keyof LineValues, LineField>>

/** A line that says no more than it has to. */
export const NOTHING_MORE = {
  dimensions: '',
  assembly: '',
  condition: '',
  location: '',
  reusability: '',
  precautions: '',
} as const

/** What a line of an inventory says; the mass that a source gives for the quantity is offered as it is typed. */
export function LineFields({ fields }: { fields: LineFieldset }) {
  const t = useT(sites)
  const tUnit = useT(common)
  const tMaterial = useT(materials)
  const { material, product, quantity, unit } = fields
  const [typed, setTyped] = useState({
    material: material.initialValue ?? '',
    quantity: quantity.initialValue ?? '',
    unit: unit.initialValue ?? 'u',
  })
  const mass = useMassHint(typed)
  const type = (name: keyof typeof typed) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setTyped((before) => ({ ...before, [name]: value }))
  }
  return (
    <>
      <TextInput
        {...getInputProps(product, { type: 'text' })}
        key="product"
        label={t('inventory.field.product')}
        hint={t('inventory.field.productHint')}
        error={product.errors}
      />
      <Select
        {...getSelectProps(material)}
        key="material"
        label={t('inventory.field.material')}
        error={material.errors}
        onChange={type('material')}
        options={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.name`) }))}
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <NumberInput
          {...getInputProps(quantity, { type: 'text' })}
          key="quantity"
          label={t('inventory.field.quantity')}
          error={quantity.errors}
          onChange={type('quantity')}
          width="w-full"
        />
        <Select
          {...getSelectProps(unit)}
          key="unit"
          label={t('inventory.field.unit')}
          error={unit.errors}
          placeholder={null}
          onChange={type('unit')}
          options={UNITS.map((value) => ({ value, label: tUnit(`unit.${value}`) }))}
        />
      </div>
      <MassFields fields={fields} massHint={mass.hint} isMassOptional={mass.isOptional} />
      <MoreFields fields={fields} />
    </>
  )
}

/** What else a survey may say of a line, folded away while there is nothing. */
function MoreFields({ fields }: { fields: LineFieldset }) {
  const t = useT(inventory)
  const tMaterial = useT(materials)
  const isFilled = MORE_FIELDS.some((name) => fields[name].initialValue || fields[name].errors)
  return (
    <details open={isFilled}>
      <summary className="min-h-11 py-2 font-semibold">{t('field.more')}</summary>
      <div className="grid gap-6 pt-4 sm:grid-cols-2">
        {MORE_FIELDS.map((name) =>
          name === 'condition' ? (
            <Select
              {...getSelectProps(fields[name])}
              key={name}
              label={t('field.condition')}
              error={fields[name].errors}
              optional
              placeholder={t('field.conditionNone')}
              options={(['5', '4', '3', '2', '1'] as const).map((value) => ({
                value,
                label: tMaterial(`condition.${value}.name`),
              }))}
            />
          ) : (
            <TextInput
              {...getInputProps(fields[name], { type: 'text' })}
              key={name}
              label={t(`field.${name}`)}
              error={fields[name].errors}
              optional
              maxLength={300}
            />
          ),
        )}
      </div>
    </details>
  )
}

/** The two masses of a line, in kilograms. */
export function MassFields({
  fields: { massKg, reusableKg },
  massHint,
  isMassOptional = false,
}: {
  fields: Pick<LineFieldset, 'massKg' | 'reusableKg'>
  massHint?: string
  isMassOptional?: boolean
}) {
  const t = useT(sites)
  const tInventory = useT(inventory)
  return (
    <>
      <NumberInput
        {...getInputProps(massKg, { type: 'text' })}
        key="massKg"
        label={t('inventory.field.mass')}
        hint={massHint}
        optional={isMassOptional}
        error={massKg.errors}
        suffix="kg"
      />
      <NumberInput
        {...getInputProps(reusableKg, { type: 'text' })}
        key="reusableKg"
        label={t('inventory.field.reusable')}
        hint={tInventory('reusableHint')}
        error={reusableKg.errors}
        suffix="kg"
      />
    </>
  )
}

/** What the field of the mass says for what is typed so far, and whether it may be left empty. */
function useMassHint({ material, quantity, unit }: { material: string; quantity: string; unit: string }) {
  const t = useT(inventory)
  const format = useFormat()
  const milli = parseMilli(quantity)
  const known = UNITS.find((one) => one === unit)
  if (!isMaterialType(material) || !known || !milli) return { hint: t('mass.hint'), isOptional: true }
  if (massGOf(milli, known) !== null) return { hint: t('mass.exact'), isOptional: true }
  const estimate = estimateMassG(material, milli, known)
  if (!estimate) return { hint: t('mass.none'), isOptional: false }
  const { massG, source } = estimate
  return { hint: t('mass.estimate', { mass: format.mass(massG), source }), isOptional: true }
}
