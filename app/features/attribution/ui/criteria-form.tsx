import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { attribution } from '~/messages/attribution'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { ATTRIBUTION_CRITERIA, MAX_CRITERIA, type AttributionCriterion } from '../model/attribution-criteria'

const PLACES = Array.from({ length: MAX_CRITERIA }, (_, index) => index + 1)

/** The criteria of an organisation or a lot, one list for each place in the order. */
export function CriteriaForm({
  criteria,
  title,
  lead,
  lastResult,
}: {
  criteria: readonly AttributionCriterion[]
  title: string
  lead: string
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(attribution)
  const [form] = useForm({ id: 'criteria', lastResult })
  const errors = Object.values(lastResult?.error ?? {}).flatMap((messages) => messages ?? [])
  const typed = lastResult?.initialValue?.['criteria']
  const valueAt = (index: number) => {
    const value: unknown = Array.isArray(typed) ? typed[index] : index === 0 ? typed : undefined
    return lastResult ? (typeof value === 'string' ? value : '') : (criteria[index] ?? '')
  }
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5">
      <h2>{title}</h2>
      <p className="prose-width">{lead}</p>
      <ErrorSummary
        id="criteria-errors"
        errors={errors.map((message) => ({ message, fieldId: 'criteria-1' }))}
      />
      <input type="hidden" name="intent" value="criteria" />
      {PLACES.map((place) => (
        <Select
          // The list shows what is kept once that changes.
          key={`${place} ${criteria.join(' ')}`}
          id={`criteria-${place}`}
          name="criteria"
          label={t('page.place', { place })}
          defaultValue={valueAt(place - 1)}
          error={place === 1 && errors.length > 0 ? errors : undefined}
          placeholder={t('page.noCriterion')}
          options={ATTRIBUTION_CRITERIA.map((value) => ({ value, label: t(`criterion.${value}`) }))}
        />
      ))}
      <div>
        <Button wide>{t('page.save')}</Button>
      </div>
    </Form>
  )
}
