import { Form } from '@remix-run/react'
import { reservations } from '~/messages/reservations'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

/** Says that the agreed day has gone by with nothing signed, and lets either side free the quantity in one act. */
export function OverdueNotice() {
  const t = useT(reservations)
  return (
    <Notice
      tone="warning"
      title={t('overdue.title')}
      action={
        <Form method="post">
          <input type="hidden" name="intent" value="cancel" />
          <input type="hidden" name="reason" value={t('overdue.reason')} />
          <Button look="secondary">{t('overdue.release')}</Button>
        </Form>
      }
    >
      {t('overdue.text')}
    </Notice>
  )
}
