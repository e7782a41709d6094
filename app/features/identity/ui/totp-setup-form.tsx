import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { security } from '~/messages/security'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

/** Scan, or type the key, then prove it with a first code. */
export function TotpSetupForm({
  setup,
  qr,
  lastResult,
}: {
  setup: { secret: string; uri: string; sealed: string }
  /** The code as it is drawn. */
  qr: ReactNode
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(security)
  const [form, { code }] = useForm<{ code: string }>({ id: 'totp', lastResult })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary id="totp-errors" errors={summaryOf([form, code])} />
      <p>{t('enrol.totpText')}</p>
      <div className="flex flex-wrap items-center gap-6">
        {qr}
        <div className="flex min-w-0 flex-col gap-2">
          <p>{t('enrol.manual')}</p>
          <p className="text-lg font-semibold tracking-wider wrap-anywhere">{groupsOf(setup.secret)}</p>
          <p>
            <a href={setup.uri} className="inline-flex min-h-11 items-center">
              {t('enrol.open')}
            </a>
          </p>
        </div>
      </div>
      <input type="hidden" name="intent" value="totp" />
      <input type="hidden" name="setup" value={setup.sealed} />
      <TextInput
        {...getInputProps(code, { type: 'text', value: false })}
        key="code"
        label={t('enrol.code')}
        hint={t('enrol.codeHint')}
        error={code.errors}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="max-w-40"
      />
      <div>
        <Button wide>{t('enrol.totpSubmit')}</Button>
      </div>
    </Form>
  )
}

/** A key in groups of four, as it is read aloud and typed. */
function groupsOf(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
