import {
  getFormProps,
  getInputProps,
  useForm,
  type FieldMetadata,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { inventory } from '~/messages/inventory'
import { sites } from '~/messages/sites'
import { Button } from '~/ui/button'
import { RadioCards } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { DateInput, TextInput } from '~/ui/inputs'
import { INVENTORY_KINDS } from '../model/site'

type SurveyValues = { kind: string; surveyedOn: string; surveyor: string }
export type SurveyFieldset = Readonly<Record<keyof SurveyValues, FieldMetadata<string>>>

/** Which survey an inventory is, of which day, and by whom. */
export function SurveyFields({
  fields: { kind, surveyedOn, surveyor },
  today,
}: {
  fields: SurveyFieldset
  today: string
}) {
  const t = useT(sites)
  const tInventory = useT(inventory)
  return (
    <>
      <RadioCards
        id={kind.id}
        name={kind.name}
        label={t('inventory.field.kind')}
        error={kind.errors}
        defaultValue={kind.initialValue}
        columns={2}
        choices={INVENTORY_KINDS.map((value) => ({
          value,
          label: t(`inventory.kind.${value}`),
          hint: t(`inventory.kindHint.${value}`),
        }))}
      />
      <DateInput
        {...getInputProps(surveyedOn, { type: 'date' })}
        key="surveyedOn"
        label={tInventory('survey.surveyedOn')}
        error={surveyedOn.errors}
        max={today}
      />
      <TextInput
        {...getInputProps(surveyor, { type: 'text' })}
        key="surveyor"
        label={tInventory('survey.surveyor')}
        hint={tInventory('survey.surveyorHint')}
        optional
        error={surveyor.errors}
        autoComplete="off"
      />
    </>
  )
}

/** The form that corrects what is said of a survey. */
export function SurveyForm({
  survey,
  today,
  reply,
}: {
  survey: SurveyValues
  today: string
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(inventory)
  const [form, fields] = useForm<SurveyValues>({ id: 'survey', lastResult: reply, defaultValue: survey })
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary
        id="survey-errors"
        errors={summaryOf([form, fields.kind, fields.surveyedOn, fields.surveyor])}
      />
      <input type="hidden" name="intent" value="survey" />
      <SurveyFields fields={fields} today={today} />
      <div>
        <Button look="secondary" wide>
          {t('survey.submit')}
        </Button>
      </div>
    </Form>
  )
}
