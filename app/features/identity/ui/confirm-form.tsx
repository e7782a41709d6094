import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { security } from '~/messages/security'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { PasswordInput } from './password-input'

/** The password, and a code where there is a second factor: who is here is who signed in. */
export function ConfirmForm({
  hasPassword,
  hasFactor,
  lastResult,
}: {
  hasPassword: boolean
  hasFactor: boolean
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(security)
  const [form, { password, code }] = useForm<{ password: string; code: string }>({
    id: 'confirm-identity',
    lastResult,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, password, code])} />
      <input type="hidden" name="intent" value="confirm" />
      {hasPassword && (
        <PasswordInput
          {...getInputProps(password, { type: 'password' })}
          key="password"
          label={t('confirm.password')}
          error={password.errors}
          autoComplete="current-password"
        />
      )}
      {hasFactor && (
        <TextInput
          {...getInputProps(code, { type: 'text', value: false })}
          key="code"
          label={t('confirm.code')}
          error={code.errors}
          autoComplete="one-time-code"
          spellCheck={false}
          width="max-w-64"
        />
      )}
      <div>
        <Button wide>{t('confirm.submit')}</Button>
      </div>
    </Form>
  )
}
