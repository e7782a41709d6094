import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useState } from 'react'
import type { WantedTexts } from '~/core/attributes/wanted'
import { isMaterialType } from '~/core/material-types'
import { attributes } from '~/messages/attributes'
import { WantedFields } from '~/ui/attributes/wanted-fields'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import type { Option } from '~/ui/inputs'
import { textsOfSubmission } from '../model/need-answers'
import { FittingCount } from './fitting-count'
import { NEED_FIELDS, NeedSentence, type NeedValues } from './need-sentence'
import { NeedTerms } from './need-terms'

/** The form that states a need or changes one: the sentence, what is asked of the sheet, the terms. */
export function NeedForm({
  id,
  values,
  wanted,
  communes,
  sites,
  result,
  submitLabel,
}: {
  /** The id of a need to be stated; null for one that is changed. */
  id: string | null
  values: NeedValues
  wanted: Readonly<Record<string, WantedTexts>>
  communes: readonly Option[]
  sites: readonly Option[]
  result: SubmissionResult<string[]> | undefined
  submitLabel: string
}) {
  const [form, fields] = useForm<NeedValues>({ id: 'need', lastResult: result, defaultValue: values })
  const [material, setMaterial] = useState(fields.material.initialValue ?? '')
  const errors = sheetErrors(result)
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-8">
      <ErrorSummary
        errors={[
          ...summaryOf([form, ...NEED_FIELDS.map((name) => fields[name])]),
          ...Object.entries(errors).flatMap(([key, sentences]) =>
            sentences.map((message) => ({ fieldId: `${form.id}-${key}`, message })),
          ),
        ]}
      />
      {id && <input type="hidden" name="id" value={id} />}
      <NeedSentence fields={fields} communes={communes} onMaterial={setMaterial} />
      <FittingCount formId={form.id} />
      <div className="flex max-w-2xl flex-col gap-6">
        <Sheet
          formId={form.id}
          material={material}
          initial={result ? textsOfSubmission(result.initialValue?.attributes) : wanted}
          errors={errors}
        />
        <NeedTerms fields={fields} sites={sites} />
      </div>
      <Button wide main name="intent" value="state" className="lg:self-start">
        {submitLabel}
      </Button>
    </Form>
  )
}

/** What is asked of the sheet, folded until something is asked; without JavaScript a button brings it. */
function Sheet({
  formId,
  material,
  initial,
  errors,
}: {
  formId: string
  material: string
  initial: Readonly<Record<string, WantedTexts>>
  errors: Readonly<Record<string, string[]>>
}) {
  const t = useT(attributes)
  const isAsked = Object.values(initial).some(({ value }) => [value ?? ''].flat().some(Boolean))
  return (
    <>
      {isMaterialType(material) && (
        <details open={isAsked || Object.keys(errors).length > 0}>
          <summary>{t('wantedTitle')}</summary>
          <div className="flex flex-col gap-5 pt-3">
            <p className="text-muted">{t('wantedHint')}</p>
            <WantedFields id={formId} material={material} initial={initial} errors={errors} />
          </div>
        </details>
      )}
      <noscript>
        <Button look="secondary" name="intent" value="sheet">
          {t('showSheet')}
        </Button>
      </noscript>
    </>
  )
}

const SHEET_FIELD = /^attributes\.(\w+)\./

/** The sentences at the fields of the sheet, by attribute key. */
function sheetErrors(result: SubmissionResult<string[]> | undefined): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const [name, sentences] of Object.entries(result?.error ?? {})) {
    const key = SHEET_FIELD.exec(name)?.[1]
    if (key && sentences) errors[key] = [...(errors[key] ?? []), ...sentences]
  }
  return errors
}
