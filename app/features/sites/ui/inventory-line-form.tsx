import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { sites } from '~/messages/sites'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import type { InventoryKind } from '../model/site'
import { LineFields, MORE_FIELDS, NOTHING_MORE, type LineValues } from './line-fields'
import { SurveyFields } from './survey-fields'

type NewLineValues = LineValues & { kind: string; surveyedOn: string; surveyor: string }

/** One more line of a survey; the first one also says which survey it is. `lineId` makes sending twice harmless. */
export function InventoryLineForm({
  lineId,
  kind,
  today,
  reply,
}: {
  lineId: string
  /** Null while the site has no survey. */
  kind: InventoryKind | null
  today: string
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(sites)
  const [form, fields] = useForm<NewLineValues>({
    id: `line-${lineId}`,
    lastResult: reply,
    defaultValue: { ...EMPTY, kind: kind ?? 'pemd', surveyedOn: today },
  })
  const { material, product, quantity, unit, massKg, reusableKg } = fields
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary
        errors={summaryOf([
          ...[form, fields.kind, fields.surveyedOn, fields.surveyor],
          ...[product, material, quantity, unit, massKg, reusableKg],
          ...MORE_FIELDS.map((name) => fields[name]),
        ])}
      />
      <input type="hidden" name="intent" value="line" />
      <input type="hidden" name="id" value={lineId} />
      {kind ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <SurveyFields fields={fields} today={today} />
      )}
      <LineFields fields={fields} />
      <div>
        <Button wide>{t('inventory.field.submit')}</Button>
      </div>
    </Form>
  )
}
const EMPTY = {
  ...NOTHING_MORE,
  material: '',
  product: '',
  quantity: '',
  unit: 'u',
  massKg: '',
  reusableKg: '',
  surveyor: '',
}
