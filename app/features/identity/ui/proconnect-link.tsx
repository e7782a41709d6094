import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { proconnect } from '~/messages/proconnect'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { ProConnectFault } from './proconnect'
import { PasswordInput } from './password-input'

type Link = { email: string; createdAtMs: number } | null
type Posted = { link: Link; fault: ProConnectFault | null; lastResult?: SubmissionResult<string[]> }

/** Ties the account to ProConnect, the password given; or says since when it is, and unties it. */
export function ProConnectLink({ link, fault, lastResult }: Posted) {
  const t = useT(proconnect)
  const format = useFormat()
  const [form, { currentPassword }] = useForm<{ currentPassword: string }>({ id: 'proconnect', lastResult })
  return (
    <Form method="post" {...getFormProps(form)} reloadDocument className="flex flex-col gap-6">
      <h2 className="text-2xl">{t('link.title')}</h2>
      <p>
        {link
          ? t('link.since', { day: format.instant(link.createdAtMs), email: link.email })
          : t('link.none')}
      </p>
      {fault && !lastResult && <Notice tone="warning" live title={t(`fault.${fault}`)} />}
      <ErrorSummary id="proconnect-errors" errors={summaryOf([form, currentPassword])} />
      <input type="hidden" name="intent" value={link ? 'proconnect-unlink' : 'proconnect-link'} />
      <PasswordInput
        {...getInputProps(currentPassword, { type: 'password' })}
        key="currentPassword"
        label={t('link.password')}
        error={currentPassword.errors}
        autoComplete="current-password"
      />
      <div>
        <Button look="secondary" wide>
          {t(link ? 'link.unlink' : 'link.submit')}
        </Button>
      </div>
    </Form>
  )
}
