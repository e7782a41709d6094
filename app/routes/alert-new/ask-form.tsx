import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { PaceChoice } from '~/features/alerts/ui/pace-choice'
import { alerts } from '~/messages/alerts'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

/** Asks for alerts of the page's search at an address, without an account. */
export function AskForm({
  id,
  signInPath,
  lastResult,
}: {
  id: string
  signInPath: string
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(alerts)
  const [form, { email, pace }] = useForm<{ email: string; pace: string }>({
    id: 'ask-for-alerts',
    lastResult,
    defaultValue: { pace: 'daily' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, email, pace])} />
      <input type="hidden" name="id" value={id} />
      <TextInput
        {...getInputProps(email, { type: 'email' })}
        key="email"
        label={t('new.email')}
        hint={t('new.emailHint')}
        error={email.errors}
        autoComplete="email"
      />
      <PaceChoice id={pace.id} chosen={pace.initialValue} error={pace.errors} />
      <div hidden>
        <label>
          {t('new.website')}
          <input type="text" name="website" defaultValue="" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <div className="prose-width flex flex-col gap-2 text-muted">
        <p>{t('new.privacy')}</p>
        <p>{t('new.publicOnly')}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button wide>{t('new.ask')}</Button>
        <ButtonLink to={signInPath} look="secondary" wide>
          {t('new.signIn')}
        </ButtonLink>
      </div>
    </Form>
  )
}
