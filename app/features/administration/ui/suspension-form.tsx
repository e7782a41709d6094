import { getFormProps, getTextareaProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { administration } from '~/messages/administration'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'
import { Notice } from '~/ui/notice'

/** Suspends or restores a record, with a reason that its people are told. */
export function SuspensionForm({
  what,
  suspendedAtMs,
  lastResult,
}: {
  what: 'account' | 'organisation'
  suspendedAtMs: number | null
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(administration)
  const format = useFormat()
  const [form, { reason }] = useForm<{ reason: string }>({ id: 'suspension', lastResult })
  const isSuspended = suspendedAtMs !== null
  const texts = {
    account: { suspend: t('suspend.account'), restore: t('suspend.restoreAccount') },
    organisation: { suspend: t('suspend.organisation'), restore: t('suspend.restoreOrganisation') },
  }[what]
  return (
    <section aria-labelledby="suspend-title" className="flex max-w-2xl flex-col gap-4">
      <h2 id="suspend-title" className="text-2xl">
        {t(isSuspended ? 'suspend.restoreTitle' : 'suspend.title')}
      </h2>
      {isSuspended && (
        <Notice tone="warning" title={t('suspend.suspendedTitle', { when: format.instant(suspendedAtMs) })} />
      )}
      <p>{isSuspended ? texts.restore : texts.suspend}</p>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <ErrorSummary errors={summaryOf([form, reason])} />
        <Textarea
          {...getTextareaProps(reason)}
          key="reason"
          label={t('suspend.reason')}
          hint={t('suspend.reasonHint')}
          error={reason.errors}
          rows={3}
          maxLength={500}
        />
        <div>
          <Button
            look={isSuspended ? 'action' : 'danger'}
            name="intent"
            value={isSuspended ? 'restore' : 'suspend'}
            wide
          >
            {isSuspended
              ? t('suspend.submitRestore')
              : t(what === 'account' ? 'suspend.submitAccount' : 'suspend.submitOrganisation')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
