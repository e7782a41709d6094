import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import { bill } from '~/messages/bill'
import type { MessagesOf, Translate } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { Checkbox } from '~/ui/choices'
import { useFormat, useT } from '~/ui/i18n'
import { MoneyInput, NumberInput, Select, TextInput } from '~/ui/inputs'
import type { LineFault, LineTexts, ReadLine } from '../model/bill'
import { readUnit } from '~/features/wording/model/read-cells'

/**
 * The fields of one line, each named `<prefix>.<field>`. With `leave`, a box that leaves the line out or takes it out;
 * without, an empty line is no line.
 */
export function LineFields({
  prefix,
  number,
  texts,
  faults = {},
  leave,
}: {
  prefix: string
  /** As its reader counts it: the row of the file, or its place. */
  number: number
  texts: LineTexts
  faults?: ReadLine['faults']
  leave?: string
}) {
  const t = useT(bill)
  const format = useFormat()
  const common = (field: keyof LineTexts) => ({
    ...{ id: idOf(prefix, field), name: `${prefix}.${field}`, defaultValue: texts[field] },
    error: sentence(faults[field]),
  })
  const unit = readUnit(texts.unit)
  return (
    <fieldset className="min-w-0 border-t-2 border-edge pt-3">
      <legend className="float-left mb-2 w-full font-semibold">{t('line.number', { number })}</legend>
      <div className="clear-both grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <div className="sm:col-span-2 lg:col-span-4">
          <TextInput {...common('label')} label={t('line.label')} maxLength={200} />
        </div>
        <NumberInput {...common('quantity')} label={t('line.quantity')} width="" />
        <Select
          {...common('unit')}
          defaultValue={unit.ok ? unit.value : ''}
          label={t('line.unit')}
          options={UNITS.map((value) => ({ value, label: format.unit(value) }))}
        />
        <MoneyInput {...common('price')} label={t('line.price')} width="" optional />
        <MaterialSelect prefix={prefix} value={texts.material} />
      </div>
      {leave && (
        <Checkbox
          id={idOf(prefix, 'leave')}
          name={`${prefix}.leave`}
          defaultChecked={texts.leave !== ''}
          label={leave}
        />
      )}
    </fieldset>
  )

  function sentence(fault: LineFault | undefined) {
    return fault && t(`fault.${fault}`)
  }
}

/** Which material a line is; nothing chosen lets its wording decide. */
export function MaterialSelect({
  prefix,
  value,
  label,
}: {
  prefix: string
  value: string
  /** Of which line, when the field stands alone. */
  label?: string
}) {
  const t = useT(bill)
  const tMaterial = useT(materials)
  return (
    <Select
      id={idOf(prefix, 'material')}
      name={`${prefix}.material`}
      defaultValue={value}
      label={label ?? t('line.material')}
      placeholder={t('line.recognised')}
      options={[
        ...MATERIAL_TYPES.filter((type) => type !== 'other').map((type) => ({
          value: type,
          label: tMaterial(`type.${type}.name`),
        })),
        { value: 'none', label: t('line.noMaterial') },
      ]}
    />
  )
}

/** What is wrong with a line, for the summary of its form. */
export function lineFaults(
  t: Translate<MessagesOf<typeof bill>>,
  prefix: string,
  number: number,
  faults: ReadLine['faults'],
): { fieldId: string; message: string }[] {
  return Object.entries(faults).map(([field, fault]) => ({
    fieldId: idOf(prefix, field as keyof LineTexts),
    message: t('line.inLine', { what: t(`fault.${fault}`), number }),
  }))
}

function idOf(prefix: string, field: keyof LineTexts): string {
  return `${prefix.replaceAll('.', '-')}-${field}`
}
