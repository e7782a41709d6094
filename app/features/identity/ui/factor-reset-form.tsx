import { getFormProps, getTextareaProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { factorReset } from '~/messages/factor-reset'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'

/** For the Métropole's team: whether someone has a second factor, and its reset for one who lost it. */
export function FactorResetForm({
  hasFactor,
  lastResult,
}: {
  hasFactor: boolean
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(factorReset)
  const [form, { factorReason }] = useForm<{ factorReason: string }>({ id: 'factor-reset', lastResult })
  return (
    <section aria-labelledby="factor-reset-title" className="flex max-w-2xl flex-col gap-4">
      <h2 id="factor-reset-title" className="text-2xl">
        {t('title')}
      </h2>
      <p>{t(hasFactor ? 'on' : 'off')}</p>
      {hasFactor && (
        <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
          <p>{t('text')}</p>
          <ErrorSummary id="factor-reset-errors" errors={summaryOf([form, factorReason])} />
          <Textarea
            {...getTextareaProps(factorReason)}
            key="factorReason"
            label={t('reason')}
            error={factorReason.errors}
            rows={3}
            maxLength={500}
          />
          <div>
            <Button look="danger" name="intent" value="reset-factors" wide>
              {t('submit')}
            </Button>
          </div>
        </Form>
      )}
    </section>
  )
}
