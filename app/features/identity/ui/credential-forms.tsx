import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { account } from '~/messages/account'
import { accountAccess } from '~/messages/account-access'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { PasswordInput } from './password-input'

type Posted = { lastResult?: SubmissionResult<string[]> }

/** Asks for another address; the password proves who asks. */
export function EmailForm({ email: current, lastResult }: Posted & { email: string }) {
  const t = useT(account)
  const [form, { email, currentPassword }] = useForm<{ email: string; currentPassword: string }>({
    id: 'email-change',
    lastResult,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <h2 className="text-2xl">{t('email.title')}</h2>
      <p>{t('email.current', { email: current })}</p>
      <ErrorSummary id="email-errors" errors={summaryOf([form, email, currentPassword])} />
      <input type="hidden" name="intent" value="email" />
      <TextInput
        {...getInputProps(email, { type: 'email' })}
        key="email"
        label={t('email.field')}
        error={email.errors}
        autoComplete="email"
      />
      <PasswordInput
        {...getInputProps(currentPassword, { type: 'password' })}
        key="currentPassword"
        label={t('password.current')}
        error={currentPassword.errors}
        autoComplete="current-password"
      />
      <div>
        <Button look="secondary" wide>
          {t('email.submit')}
        </Button>
      </div>
    </Form>
  )
}

/** Changes the password, the current one given. */
export function PasswordForm({ lastResult }: Posted) {
  const t = useT(account)
  const tAccess = useT(accountAccess)
  const [form, { currentPassword, password }] = useForm<{ currentPassword: string; password: string }>({
    id: 'password-change',
    lastResult,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <h2 id="mot-de-passe" className="text-2xl">
        {t('password.title')}
      </h2>
      <p>{t('password.text')}</p>
      <ErrorSummary id="password-errors" errors={summaryOf([form, currentPassword, password])} />
      <input type="hidden" name="intent" value="password" />
      <PasswordInput
        {...getInputProps(currentPassword, { type: 'password' })}
        key="currentPassword"
        label={t('password.current')}
        error={currentPassword.errors}
        autoComplete="current-password"
      />
      <PasswordInput
        {...getInputProps(password, { type: 'password' })}
        key="password"
        label={tAccess('password.newLabel')}
        hint={tAccess('password.hint')}
        error={password.errors}
        autoComplete="new-password"
      />
      <div>
        <Button look="secondary" wide>
          {t('password.submit')}
        </Button>
      </div>
    </Form>
  )
}
