import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useId } from 'react'
import { formatter } from '~/core/format'
import { programmeDossier } from '~/messages/programme-dossier'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { FieldGroup } from '~/ui/field'
import { useT } from '~/ui/i18n'
import { NumberInput, Textarea, TextInput } from '~/ui/inputs'
import type { DossierAnswers } from '../model/dossier'

export type DossierValues = {
  aim: string
  sites: string
  referent: string
  referentEmail: string
  elected: string
  startMonth: string
  months: string
  asked: string
  targetMassKg: string
  targetRatePercent: string
  targetSurveys: string
  otherTarget: string
}

/** The answers of a dossier as its form shows them. */
export function valuesOf(answers: DossierAnswers): DossierValues {
  const { number } = formatter('fr')
  const typed = (value: number | null) => (value === null ? '' : number(value, 3))
  const { aim, sites, referent, referentEmail, elected, otherTarget } = answers
  return {
    ...{ aim, sites, referent, referentEmail, elected, otherTarget },
    startMonth: answers.startMonth ?? '',
    months: typed(answers.months),
    asked: answers.askedCents === null ? '' : number(answers.askedCents / 100, 2),
    targetMassKg: answers.targetMassG === null ? '' : number(answers.targetMassG / 1000, 3),
    targetRatePercent: typed(answers.targetRatePercent),
    targetSurveys: typed(answers.targetSurveys),
  }
}

type Props = {
  id: string
  defaultValue?: DossierValues
  reply: SubmissionResult<string[]> | undefined
}

/** The form of a dossier: kept as a draft with one button, submitted with the other. */
export function DossierForm({ id, defaultValue, reply }: Props) {
  const t = useT(programmeDossier)
  const [form, fields] = useForm<DossierValues>({ id: 'dossier', lastResult: reply, defaultValue })
  const { aim, sites, referent, referentEmail, elected, startMonth, months, asked, ...targets } = fields
  const all = [aim, sites, referent, referentEmail, elected, startMonth, months, asked]
  const aimed = [targets.targetMassKg, targets.targetRatePercent, targets.targetSurveys, targets.otherTarget]
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, ...all, ...aimed])} />
      <input type="hidden" name="id" value={id} />
      {([aim, sites] as const).map((field, index) => {
        const part = index === 0 ? 'aim' : 'sites'
        return (
          <Textarea
            {...getTextareaProps(field)}
            key={part}
            label={t(part)}
            hint={t(`${part}Hint`)}
            error={field.errors}
            rows={5}
          />
        )
      })}
      <TextInput
        {...getInputProps(referent, { type: 'text' })}
        key={referent.key}
        label={t('referent')}
        hint={t('referentHint')}
        error={referent.errors}
      />
      <TextInput
        {...getInputProps(referentEmail, { type: 'email' })}
        key={referentEmail.key}
        label={t('referentEmail')}
        error={referentEmail.errors}
      />
      <TextInput
        {...getInputProps(elected, { type: 'text' })}
        key={elected.key}
        label={t('elected')}
        hint={t('electedHint')}
        error={elected.errors}
      />
      <TextInput
        {...getInputProps(startMonth, { type: 'month' })}
        key={startMonth.key}
        label={t('startMonth')}
        hint={t('startMonthHint')}
        error={startMonth.errors}
        width="max-w-56"
      />
      <NumberInput
        {...getInputProps(months, { type: 'text' })}
        key={months.key}
        label={t('months')}
        hint={t('monthsHint')}
        error={months.errors}
      />
      <NumberInput
        {...getInputProps(asked, { type: 'text' })}
        key={asked.key}
        label={t('asked')}
        suffix="€"
        error={asked.errors}
      />
      <TargetFields {...targets} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="submit" wide main>
          {t('submit')}
        </Button>
        <Button name="intent" value="save" look="secondary" wide>
          {t('save')}
        </Button>
      </div>
    </Form>
  )
}

type Fields = ReturnType<typeof useForm<DossierValues>>[1]

/** What the experiment aims at; the first three are read in the ledger afterwards. */
function TargetFields({
  targetMassKg,
  targetRatePercent,
  targetSurveys,
  otherTarget,
}: Pick<Fields, 'targetMassKg' | 'targetRatePercent' | 'targetSurveys' | 'otherTarget'>) {
  const t = useT(programmeDossier)
  const group = useId()
  const figures = [
    { field: targetMassKg, part: 'targetMassKg', suffix: 'kg' },
    { field: targetRatePercent, part: 'targetRatePercent', suffix: '%' },
    { field: targetSurveys, part: 'targetSurveys', suffix: undefined },
  ] as const
  return (
    <FieldGroup id={group} label={t('targets')} hint={t('targetsHint')}>
      <div className="flex flex-col gap-4">
        {figures.map(({ field, part, suffix }) => (
          <NumberInput
            {...getInputProps(field, { type: 'text' })}
            key={field.key}
            label={t(part)}
            suffix={suffix}
            error={field.errors}
            optional
          />
        ))}
        <Textarea
          {...getTextareaProps(otherTarget)}
          key={otherTarget.key}
          label={t('otherTarget')}
          error={otherTarget.errors}
          optional
          rows={2}
        />
      </div>
    </FieldGroup>
  )
}
