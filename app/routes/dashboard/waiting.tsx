import { Link } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { acts as texts } from '~/messages/acts'
import { ActList } from '~/root/act-list'
import type { Act } from '~/root/acts'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'

type Next = { role: 'giver' | 'taker' | 'agent' | 'admin'; to: string }

/** What waits for the reader, first; or that nothing does, with the next useful act. */
export function Waiting({
  acts,
  total,
  today,
  next,
}: {
  acts: readonly Act[]
  total: number
  today: IsoDay
  next: Next
}) {
  const t = useT(texts)
  if (total === 0) {
    return (
      <EmptyState
        title={t('none.title')}
        actions={<ButtonLink to={next.to}>{t(`next.${next.role}`)}</ButtonLink>}
      >
        {t('none.text')}
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-4">
      <h2 id="waiting">{t('title')}</h2>
      <ActList acts={acts} today={today} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {acts.length < total && (
          <Link to={`${paths.dashboard()}?vue=tout`} className="inline-flex min-h-11 items-center">
            {t('all', { count: total })}
          </Link>
        )}
        <CsvLink href={paths.dashboardCsv()} />
      </div>
    </section>
  )
}
