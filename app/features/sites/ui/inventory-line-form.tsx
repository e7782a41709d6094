import {
  getFormProps,
  getInputProps,
  getSelectProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import { common } from '~/messages/common'
import { materials } from '~/messages/materials'
import { sites } from '~/messages/sites'
import { Button } from '~/ui/button'
import { RadioCards } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { NumberInput, Select, TextInput } from '~/ui/inputs'
import { INVENTORY_KINDS, type InventoryKind } from '../model/site'

export type InventoryLineValues = {
  kind: string
  material: string
  product: string
  quantity: string
  unit: string
  massKg: string
  reusableKg: string
}

/** One more line of a survey; the first one also says which survey it is. `lineId` makes sending twice harmless. */
export function InventoryLineForm({
  lineId,
  kind,
  reply,
}: {
  lineId: string
  /** Null while the site has no survey. */
  kind: InventoryKind | null
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(sites)
  const tUnit = useT(common)
  const tMaterial = useT(materials)
  const [form, fields] = useForm<InventoryLineValues>({
    id: `line-${lineId}`,
    lastResult: reply,
    defaultValue: { kind: kind ?? 'pemd', material: '', product: '', quantity: '', unit: 'u' },
  })
  const { material, product, quantity, unit, massKg, reusableKg } = fields
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary
        errors={summaryOf([form, fields.kind, material, product, quantity, unit, massKg, reusableKg])}
      />
      <input type="hidden" name="intent" value="line" />
      <input type="hidden" name="id" value={lineId} />
      {kind ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <RadioCards
          id={fields.kind.id}
          name={fields.kind.name}
          label={t('inventory.field.kind')}
          error={fields.kind.errors}
          defaultValue={fields.kind.initialValue}
          columns={2}
          choices={INVENTORY_KINDS.map((value) => ({
            value,
            label: t(`inventory.kind.${value}`),
            hint: t(`inventory.kindHint.${value}`),
          }))}
        />
      )}
      <TextInput
        {...getInputProps(product, { type: 'text' })}
        key={product.key}
        label={t('inventory.field.product')}
        hint={t('inventory.field.productHint')}
        error={product.errors}
      />
      <Select
        {...getSelectProps(material)}
        key={material.key}
        label={t('inventory.field.material')}
        error={material.errors}
        options={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.name`) }))}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <NumberInput
          {...getInputProps(quantity, { type: 'text' })}
          key={quantity.key}
          label={t('inventory.field.quantity')}
          error={quantity.errors}
          width="w-full"
        />
        <Select
          {...getSelectProps(unit)}
          key={unit.key}
          label={t('inventory.field.unit')}
          error={unit.errors}
          placeholder={null}
          options={UNITS.map((value) => ({ value, label: tUnit(`unit.${value}`) }))}
        />
        <NumberInput
          {...getInputProps(massKg, { type: 'text' })}
          key={massKg.key}
          label={t('inventory.field.mass')}
          error={massKg.errors}
          suffix="kg"
          width="w-full"
        />
        <NumberInput
          {...getInputProps(reusableKg, { type: 'text' })}
          key={reusableKg.key}
          label={t('inventory.field.reusable')}
          error={reusableKg.errors}
          suffix="kg"
          width="w-full"
        />
      </div>
      <div>
        <Button wide>{t('inventory.field.submit')}</Button>
      </div>
    </Form>
  )
}
