import { Form } from '@remix-run/react'
import { FACTOR_COLUMNS } from '~/features/carbon/model/factor-table'
import { factors as texts } from '~/messages/factors'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { DateInput, FileInput, Textarea, TextInput } from '~/ui/inputs'
import type { FactorReply } from './factor-acts.server'

/** The table to be published, as text or as a file, with its first day and its reason. */
export function FactorForm({
  answers,
  fault,
}: {
  answers: FactorReply['kept']
  fault: FactorReply['fault']
}) {
  const t = useT(texts)
  const errorOf = (field: 'table' | 'validFrom' | 'reason') =>
    fault?.field === field ? fault.message : undefined
  return (
    <section aria-labelledby="edit" className="flex min-w-0 flex-col gap-4">
      <h2 id="edit">{t('edit.title')}</h2>
      <p className="prose-width text-muted">{t('edit.lead')}</p>
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        className="flex max-w-4xl min-w-0 flex-col gap-6"
      >
        <ErrorSummary errors={fault ? [{ fieldId: fault.field ?? undefined, message: fault.message }] : []} />
        <Textarea
          id="table"
          name="table"
          key={answers.table}
          label={t('edit.table')}
          hint={t('edit.tableHint', { columns: FACTOR_COLUMNS.join(' ; ') })}
          defaultValue={answers.table}
          error={errorOf('table')}
          rows={10}
          spellCheck={false}
        />
        <FileInput
          id="file"
          name="file"
          label={t('edit.file')}
          hint={t('edit.fileHint')}
          accept=".csv,text/csv"
          optional
        />
        <DateInput
          id="validFrom"
          name="validFrom"
          label={t('edit.validFrom')}
          defaultValue={answers.validFrom}
          error={errorOf('validFrom')}
        />
        <TextInput
          id="reason"
          name="reason"
          label={t('edit.reason')}
          hint={t('edit.reasonHint')}
          defaultValue={answers.reason}
          error={errorOf('reason')}
          maxLength={300}
        />
        <Button wide name="intent" value="preview">
          {t('edit.preview')}
        </Button>
      </Form>
    </section>
  )
}
