import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import { WASTE_FAMILIES } from '~/core/waste-terms'
import type { MessagesOf, Translate } from '~/messages/catalogue'
import { importRows } from '~/messages/import-rows'
import { imports } from '~/messages/imports'
import { materials } from '~/messages/materials'
import { Checkbox } from '~/ui/choices'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, Select, TextInput } from '~/ui/inputs'
import type { Corrected } from '../model/fields'
import { knownUnit, type RowFault } from '../model/read-row'
import type { ShownRow } from '../model/row-views'

/** The fields of one row, each named `r<row>.<field>`, with what is wrong at its place. */
export function RowFields({ shown }: { shown: ShownRow }) {
  const t = useT(importRows)
  const tImports = useT(imports)
  const { row, kind, texts, faults, waste } = shown
  const isWaste = kind === 'waste'
  const common = (field: Corrected) => ({
    ...{ id: rowFieldId(row, field), name: `r${row}.${field}` },
    error: faultText(t, faults[field]),
  })
  return (
    <fieldset className="min-w-0 border-t-2 border-edge pt-3">
      <legend className="float-left mb-2 w-full font-semibold">{t('number', { row })}</legend>
      <div className="clear-both grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <input type="hidden" name={`r${row}.shown`} value={kind} />
        <div className="sm:col-span-2 lg:col-span-4">
          <TextInput
            {...common('product')}
            label={tImports('field.product.name')}
            hint={texts.written && t('written', { text: texts.written })}
            defaultValue={texts.product}
            maxLength={300}
          />
        </div>
        {isWaste ? (
          <Select
            {...common('wasteFamily')}
            label={t('family')}
            defaultValue={waste?.family ?? texts.wasteFamily}
            options={WASTE_FAMILIES.map((value) => ({ value, label: t(`families.${value}`) }))}
          />
        ) : (
          <LineMeasures shown={shown} common={common} />
        )}
        <TextInput
          {...common('mass')}
          label={t('mass')}
          hint={t('massHint')}
          defaultValue={texts.mass}
          optional={!isWaste}
        />
        {!isWaste && (
          <TextInput
            {...common('reusable')}
            label={t('reusable')}
            hint={t('reusableHint')}
            defaultValue={texts.reusable}
            optional
          />
        )}
        <Select
          {...common('kind')}
          label={t('kind')}
          placeholder={null}
          defaultValue={isWaste ? 'waste' : 'line'}
          options={[
            { value: 'line', label: t('kinds.line') },
            { value: 'waste', label: t('kinds.waste') },
          ]}
        />
      </div>
      <Checkbox
        id={rowFieldId(row, 'leave')}
        name={`r${row}.leave`}
        defaultChecked={kind === 'left'}
        label={t('leave')}
      />
    </fieldset>
  )
}

type Common = (field: Corrected) => { id: string; name: string; error: string | undefined }

function LineMeasures({ shown: { texts, material }, common }: { shown: ShownRow; common: Common }) {
  const t = useT(importRows)
  const format = useFormat()
  return (
    <>
      <NumberInput {...common('quantity')} label={t('quantity')} defaultValue={texts.quantity} width="" />
      <Select
        {...common('unit')}
        label={t('unit')}
        defaultValue={knownUnit(texts.unit)}
        options={UNITS.map((value) => ({ value, label: format.unit(value) }))}
      />
      <MaterialChoice
        {...common('material')}
        label={t('material')}
        value={texts.material || (material ?? '')}
      />
    </>
  )
}

/** Every material, the last for what fits none. */
export function MaterialChoice({
  value,
  ...field
}: {
  id: string
  name: string
  label: string
  value: string
  error?: string
}) {
  const tMaterial = useT(materials)
  return (
    <Select
      {...field}
      defaultValue={value}
      options={MATERIAL_TYPES.map((type) => ({ value: type, label: tMaterial(`type.${type}.name`) }))}
    />
  )
}

type RowTexts = Translate<MessagesOf<typeof importRows>>

function faultText(t: RowTexts, fault: RowFault | undefined): string | undefined {
  return fault && t(`fault.${fault}`)
}

export function rowFieldId(row: number, field: Corrected): string {
  return `r${row}-${field}`
}
