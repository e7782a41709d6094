import { Form } from '@remix-run/react'
import { proconnect } from '~/messages/proconnect'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

type Asking = { userId: string; name: string; email: string; askedAtMs: number }

/** Who asks to be a member, with the two answers; nothing while nobody asks. */
export function MembershipRequests({ requests }: { requests: readonly Asking[] }) {
  const t = useT(proconnect)
  const format = useFormat()
  if (requests.length === 0) return null
  return (
    <section className="flex flex-col gap-3">
      <DataTable
        caption={t('requests.title')}
        rows={requests}
        rowKey={({ userId }) => userId}
        columns={[
          {
            key: 'person',
            header: t('requests.person'),
            rowHeader: true,
            cell: ({ name, email }) => `${name}, ${email}`,
          },
          { key: 'asked', header: t('requests.asked'), cell: ({ askedAtMs }) => format.instant(askedAtMs) },
          {
            key: 'action',
            header: t('requests.action'),
            cell: (asking) => <Answers {...asking} />,
          },
        ]}
      />
      <p className="prose-width text-muted">{t('requests.text')}</p>
    </section>
  )
}

function Answers({ userId, name }: Asking) {
  const t = useT(proconnect)
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="intent" value="membership" />
      <input type="hidden" name="userId" value={userId} />
      <Button small name="decision" value="accepted" aria-label={t('requests.acceptOf', { name })}>
        {t('requests.accept')}
      </Button>
      <Button
        look="secondary"
        small
        name="decision"
        value="refused"
        aria-label={t('requests.refuseOf', { name })}
      >
        {t('requests.refuse')}
      </Button>
    </Form>
  )
}
