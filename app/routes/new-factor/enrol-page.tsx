import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { PasskeyForm } from '~/features/identity/ui/passkey-form'
import { TotpSetupForm } from '~/features/identity/ui/totp-setup-form'
import type { QrPath } from '~/features/labels/model/qr-path'
import { QrCode } from '~/features/labels/ui/qr-code'
import { security } from '~/messages/security'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

type Props = {
  email: string
  /** Nothing else can be done before, since a role requires it. */
  isOwed: boolean
  hasTotp: boolean
  /** The public address allows passkeys. */
  hasSite: boolean
  setup: { secret: string; uri: string; sealed: string; qr: QrPath }
  result?: SubmissionResult<string[]>
}

/** The two means, side by side in one page. */
export function EnrolPage({ email, isOwed, hasTotp, hasSite, setup, result }: Props) {
  const t = useT(security)
  const isTotp = result?.initialValue?.intent === 'totp'
  return (
    <div className="flex max-w-2xl flex-col gap-10">
      <div className="flex flex-col gap-4">
        <PageHeader
          title={t('enrol.title')}
          lead={t('enrol.lead')}
          back={isOwed ? undefined : { to: paths.security(), label: t('title') }}
        />
        {isOwed && (
          <Notice
            tone="warning"
            title={t('enrol.requiredTitle')}
            action={
              <Form method="post" action={paths.signOut()}>
                <Button look="secondary" small>
                  {t('enrol.cancel')}
                </Button>
              </Form>
            }
          >
            {t('enrol.required')} {t('enrol.signedInAs', { email })}
          </Notice>
        )}
      </div>
      <section aria-labelledby="cle" className="flex flex-col gap-4">
        <h2 id="cle" className="text-2xl">
          {t('enrol.passkeyTitle')}
        </h2>
        <p>{t('enrol.passkeyText')}</p>
        {result && !isTotp && (
          <ErrorSummary
            id="passkey-errors"
            errors={Object.values(result.error ?? {})
              .flatMap((messages) => messages ?? [])
              .map((message) => ({ message }))}
          />
        )}
        {hasSite ? (
          <PasskeyForm
            purpose="register"
            label={t('enrol.passkeySubmit')}
            noScript={t('passkey.noScriptEnrol')}
          >
            <TextInput
              id="passkey-name"
              name="name"
              label={t('enrol.passkeyName')}
              hint={t('enrol.passkeyNameHint')}
              required
              maxLength={60}
              autoComplete="off"
            />
          </PasskeyForm>
        ) : (
          <p>{t('passkey.unavailable')}</p>
        )}
      </section>
      <section aria-labelledby="application" className="flex flex-col gap-4 border-t-2 border-edge pt-6">
        <h2 id="application" className="text-2xl">
          {t('enrol.totpTitle')}
        </h2>
        {hasTotp ? (
          <p>{t('enrol.totpKept')}</p>
        ) : (
          <TotpSetupForm
            setup={setup}
            qr={<QrCode qr={setup.qr} title={t('enrol.qr')} className="w-52" />}
            lastResult={isTotp ? result : undefined}
          />
        )}
      </section>
    </div>
  )
}
