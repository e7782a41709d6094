import { Form } from '@remix-run/react'
import { account } from '~/messages/account'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

type OpenSession = { id: string; device: string; lastSeenAtMs: number; isCurrent: boolean }

/** A person's open sessions, each of which they can close. */
export function SessionList({ sessions }: { sessions: readonly OpenSession[] }) {
  const t = useT(account)
  const format = useFormat()
  return (
    <section className="flex flex-col gap-4">
      <h2 id="sessions" className="text-2xl">
        {t('sessions.title')}
      </h2>
      <p>{t('sessions.text')}</p>
      <DataTable
        caption={t('sessions.title')}
        hideCaption
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            header: t('sessions.device'),
            rowHeader: true,
            cell: ({ device }) => device || t('sessions.unknown'),
          },
          {
            key: 'lastSeen',
            header: t('sessions.lastSeen'),
            cell: ({ lastSeenAtMs }) => format.instant(lastSeenAtMs),
          },
          {
            key: 'action',
            acts: true,
            header: t('sessions.action'),
            cell: ({ id, device, isCurrent }) =>
              isCurrent ? (
                <Badge tone="info">{t('sessions.current')}</Badge>
              ) : (
                <Form method="post">
                  <input type="hidden" name="intent" value="session" />
                  <input type="hidden" name="session" value={id} />
                  <Button
                    look="secondary"
                    small
                    aria-label={t('sessions.endThis', { device: device || t('sessions.unknown') })}
                  >
                    {t('sessions.end')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </section>
  )
}
