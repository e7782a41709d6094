import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { lotShares } from '~/messages/lot-shares'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { SHARE_DAYS, type ShareView } from '../model/share'

/** Makes a link, for as long as is chosen. `newId` is made once for the form, so that sending it twice makes one link. */
export function ShareForm({ lotId, newId, error }: { lotId: string; newId: string; error?: string[] }) {
  const t = useT(lotShares)
  return (
    <Form
      method="post"
      action={paths.lotShares(lotId)}
      key={newId}
      className="flex flex-col items-start gap-4"
    >
      <input type="hidden" name="intent" value="create" />
      <input type="hidden" name="id" value={newId} />
      <Select
        id="share-days"
        name="days"
        label={t('days')}
        placeholder={null}
        defaultValue="30"
        error={error}
        options={SHARE_DAYS.map((count) => ({ value: String(count), label: t('daysOf', { count }) }))}
      />
      <Button look="secondary" wide>
        {t('create')}
      </Button>
    </Form>
  )
}

/** Ends a link for good. */
export function RevokeForm({ lotId, share, day }: { lotId: string; share: ShareView; day: string }) {
  const t = useT(lotShares)
  return (
    <Form method="post" action={paths.lotShares(lotId)}>
      <input type="hidden" name="intent" value="revoke" />
      <input type="hidden" name="id" value={share.id} />
      <Button small look="quiet" aria-label={t('revokeOf', { from: day })}>
        {t('revoke')}
      </Button>
    </Form>
  )
}
