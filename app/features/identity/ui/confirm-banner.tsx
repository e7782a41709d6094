import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { confirmBanner } from '~/messages/confirm-banner'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

/** What every page tells a person whose address is not confirmed, with the way to get the e-mail again. */
export function ConfirmBanner({ email }: { email: string }) {
  const t = useT(confirmBanner)
  return (
    <div className="wrap pt-4">
      <Notice
        tone="warning"
        title={t('title')}
        action={
          <Form method="post" action={paths.resendConfirmation()}>
            <Button look="secondary" small>
              {t('resend')}
            </Button>
          </Form>
        }
      >
        {t('text', { email })}
      </Notice>
    </div>
  )
}
