import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { purchases } from '~/messages/purchases'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { FileInput, MoneyInput, NumberInput, TextInput } from '~/ui/inputs'
import { MOST_LABEL } from '../model/purchase'

const EMPTY = { label: '', amount: '', reused: '', recycled: '' }

/** A line of what a commune bought in a year. */
export function PurchaseForm({
  id,
  year,
  reply,
}: {
  /** Made for this page: sending twice adds once. */
  id: string
  year: number
  reply: SubmissionResult<string[]> | null | undefined
}) {
  const t = useT(purchases)
  const [form, fields] = useForm({ id: 'purchase', lastResult: reply, defaultValue: EMPTY })
  const { label, amount, reused, recycled } = fields
  return (
    <section aria-labelledby="add" className="flex max-w-3xl flex-col gap-4" data-screen-only>
      <h2 id="add">{t('add')}</h2>
      <Form method="post" key={id} {...getFormProps(form)} className="flex flex-col gap-6">
        <ErrorSummary id="purchase-errors" errors={summaryOf([form, label, amount, reused, recycled])} />
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="year" value={year} />
        <TextInput
          {...getInputProps(label, { type: 'text' })}
          key={label.key}
          label={t('label')}
          hint={t('labelHint')}
          error={label.errors}
          maxLength={MOST_LABEL}
          autoComplete="off"
        />
        <MoneyInput
          {...getInputProps(amount, { type: 'text' })}
          key={amount.key}
          label={t('amount')}
          error={amount.errors}
        />
        <div className="grid gap-6 sm:grid-cols-2">
          <NumberInput
            {...getInputProps(reused, { type: 'text' })}
            key={reused.key}
            label={t('reused')}
            error={reused.errors}
            suffix="%"
          />
          <NumberInput
            {...getInputProps(recycled, { type: 'text' })}
            key={recycled.key}
            label={t('recycled')}
            error={recycled.errors}
            suffix="%"
          />
        </div>
        <div>
          <Button wide>{t('submit')}</Button>
        </div>
      </Form>
    </section>
  )
}

/** A table that takes the place of the year's lines. */
export function PurchaseImport({ year, action, fault }: { year: number; action: string; fault?: string }) {
  const t = useT(purchases)
  return (
    <section aria-labelledby="import" className="flex max-w-3xl flex-col gap-4" data-screen-only>
      <h2 id="import">{t('import')}</h2>
      <Form
        method="post"
        action={action}
        encType="multipart/form-data"
        noValidate
        className="flex flex-col gap-6"
      >
        <ErrorSummary id="import-errors" errors={fault ? [{ fieldId: 'file', message: fault }] : []} />
        <FileInput
          id="file"
          name="file"
          label={t('file')}
          hint={t('fileHint', { year: String(year) })}
          accept=".csv,.txt,.tsv,text/csv"
          error={fault}
        />
        <div>
          <Button wide look="secondary">
            {t('importSubmit')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
