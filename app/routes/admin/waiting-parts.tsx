import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import type { Waiting } from '~/features/administration/queries/waiting.server'
import { FailedJobs } from '~/features/health/ui/failed-jobs'
import { administrationWaiting } from '~/messages/administration-waiting'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'

type Counts = Record<'accounts' | 'unconfirmed' | 'messages' | 'reports' | 'failedMails', number>
type FailedMailsShown = { shown: ComponentProps<typeof FailedJobs>['jobs']; total: number }

/** How much waits, each with the way to it. */
export function WaitingCounts({ accounts, unconfirmed, messages, reports, failedMails }: Counts) {
  const t = useT(administrationWaiting)
  const format = useFormat()
  const see = (to: string, what: string) => (
    <Link
      to={to}
      className="inline-flex min-h-11 items-center font-semibold"
      aria-label={`${t('see')} : ${what}`}
    >
      {t('see')}
    </Link>
  )
  return (
    <section aria-labelledby="waiting-title" className="flex flex-col gap-6">
      <h2 id="waiting-title">{t('title')}</h2>
      <StatRow>
        <Stat
          label={t('messages')}
          value={format.number(messages)}
          more={see(paths.messages('?etat=ouvert'), t('messages'))}
        />
        <Stat label={t('reports')} value={format.number(reports)} more={see(paths.reports(), t('reports'))} />
        <Stat
          label={t('accounts')}
          value={format.number(accounts)}
          more={see(paths.accounts('?etat=nouveau'), t('accounts'))}
        />
        <Stat
          label={t('unconfirmed')}
          value={format.number(unconfirmed)}
          more={see(paths.organisations('?etat=a-confirmer'), t('unconfirmed'))}
        />
        <Stat
          label={t('failedMails')}
          value={format.number(failedMails)}
          more={failedMails > 0 && see('#failed-mails', t('failedMails'))}
        />
      </StatRow>
    </section>
  )
}

function More({ shown, total }: { shown: readonly unknown[]; total: number }) {
  const t = useT(administrationWaiting)
  if (shown.length === total) return null
  return <p className="text-muted">{t('more', { shown: String(shown.length), total: String(total) })}</p>
}

/** E-mails that failed as often as they are tried, with why and a way to try again. */
export function FailedMails({ shown, total }: FailedMailsShown) {
  const t = useT(administrationWaiting)
  return (
    <div id="failed-mails" className="flex flex-col gap-2">
      <FailedJobs
        caption={t('failedMailsTitle')}
        jobs={shown}
        csvHref={paths.teamListCsv('courriels-en-echec')}
      />
      <p className="text-muted">{t('failedMailsText')}</p>
      <More shown={shown} total={total} />
    </div>
  )
}

/** Lots with a part still free whose last day is near. */
export function LeavingTable({ shown, total }: Waiting['leaving']) {
  const t = useT(administrationWaiting)
  const format = useFormat()
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        dense
        caption={t('leavingTitle')}
        rows={shown}
        rowKey={({ id }) => id}
        csvHref={paths.teamListCsv('departs')}
        columns={[
          {
            key: 'lot',
            header: t('lot'),
            rowHeader: true,
            cell: ({ id, title, reference }) => <Link to={paths.lot(id)}>{`${title} (${reference})`}</Link>,
          },
          {
            key: 'giver',
            header: t('giver'),
            cell: ({ organisationId, organisationName }) => (
              <Link to={paths.oneOrganisation(organisationId)}>{organisationName}</Link>
            ),
          },
          {
            key: 'until',
            header: t('until'),
            cell: ({ availableUntil }) => format.day(availableUntil),
            figure: true,
          },
        ]}
      />
      <More shown={shown} total={total} />
    </div>
  )
}

/** Requests that their giver leaves without an answer, the oldest first. */
export function SilentTable({ shown, total }: Waiting['silent']) {
  const t = useT(administrationWaiting)
  const format = useFormat()
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        dense
        caption={t('silentTitle')}
        rows={shown}
        rowKey={({ id }) => id}
        csvHref={paths.teamListCsv('silences')}
        columns={[
          {
            key: 'request',
            header: t('request'),
            rowHeader: true,
            cell: ({ id, lotTitle }) => <Link to={paths.reservation(id)}>{lotTitle}</Link>,
          },
          {
            key: 'giver',
            header: t('giver'),
            cell: ({ giverOrganisationId, giverName }) => (
              <Link to={paths.oneOrganisation(giverOrganisationId)}>{giverName}</Link>
            ),
          },
          {
            key: 'since',
            header: t('since'),
            cell: ({ createdAtMs }) => format.day(isoDayOf(createdAtMs)),
            figure: true,
          },
        ]}
      />
      <More shown={shown} total={total} />
    </div>
  )
}
