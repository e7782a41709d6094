import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { CarbonClaim } from '~/features/accounting/model/carbon-claim'
import type { CohortAccount } from '~/features/accounting/model/cohort'
import type { CohortFunnel } from '~/features/accounting/model/funnel-masses'
import { handoverQuery, SCOPE_KEYS, type HandoverScope } from '~/features/accounting/model/handover-filters'
import type { MonthlyMasses } from '~/features/accounting/model/monthly-masses'
import type { Rate } from '~/features/accounting/model/rates'
import type { ShownHandovers } from '~/features/accounting/model/shown-handover'
import { CarbonStat } from '~/features/accounting/ui/carbon-stat'
import { CohortTable, type CohortSite } from '~/features/accounting/ui/cohort-table'
import { FunnelChart } from '~/features/accounting/ui/funnel-chart'
import { LedgerTable } from '~/features/accounting/ui/ledger-table'
import { MonthsChart } from '~/features/accounting/ui/months-chart'
import { RateStat } from '~/features/accounting/ui/rate-stat'
import { YearForm } from '~/features/accounting/ui/year-form'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Stat, StatRow } from '~/ui/stat'
import { Next } from './next'

type PageProps = {
  commune: { code: string; name: string; departement: string; eptName: string | null }
  year: number
  years: number[]
  account: CohortAccount
  medianRate: number | null
  incomingG: number
  carbon: CarbonClaim
  factorSource: string
  sites: CohortSite[]
  effects: ShownHandovers<{ before: Rate; after: Rate }> & { threshold: number }
  outside: ShownHandovers<object> & { threshold: number }
  months: MonthlyMasses
  funnel: CohortFunnel
  /** Whether the reader invites the agents of communes. */
  managesAgents: boolean
}

/** The year of a commune: its rate with both masses, what makes it, and what stands beside it. */
export function CommunePage(page: PageProps) {
  const t = useT(communes)
  const { commune, year, years, account, carbon } = page
  const isEmpty =
    account.siteIds.length === 0 &&
    account.outside.handedOverG === 0 &&
    page.incomingG === 0 &&
    carbon.total === 0
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <PageHeader
        back={{ to: `${paths.communes()}?annee=${year}`, label: t('back') }}
        eyebrow={[commune.departement, commune.eptName].filter(Boolean).join(' · ')}
        title={commune.name}
        lead={t('one.lead')}
        actions={<YearForm action={paths.commune(commune.code)} year={year} years={years} />}
      />
      {isEmpty ? <Empty page={page} /> : <Account page={page} />}
      <Next commune={commune} managesAgents={page.managesAgents} />
    </div>
  )
}

function Account({ page }: { page: PageProps }) {
  const t = useT(communes)
  const { commune, year, months, effects, outside } = page
  const hasEffects = effects.shown.length + effects.hidden.count > 0
  const place = { commune: commune.name, year: String(year) }
  return (
    <>
      <Figures page={page} />
      <FunnelChart funnel={page.funnel} commune={commune} year={year} />
      <MonthsChart title={t('one.months', place)} months={months} communeCode={commune.code} year={year} />
      <section aria-labelledby="sites" className="flex min-w-0 flex-col gap-4">
        <h2 id="sites">{t('one.sites')}</h2>
        {page.sites.length === 0 ? (
          <p className="text-muted">{t('one.sitesNone', { year: String(year) })}</p>
        ) : (
          <CohortTable sites={page.sites} account={page.account} caption={t('one.sites')} />
        )}
      </section>
      <section aria-labelledby="effects" className="flex min-w-0 flex-col gap-4">
        <h2 id="effects">{t('one.effects')}</h2>
        <p className="prose-width text-muted">{t(hasEffects ? 'one.effectsLead' : 'one.effectsNone')}</p>
        {hasEffects && (
          <LedgerTable
            caption={t('one.effects')}
            entries={effects.shown}
            hidden={effects.hidden}
            threshold={effects.threshold}
          />
        )}
      </section>
      {outside.shown.length + outside.hidden.count > 0 && (
        <section aria-labelledby="outside" className="flex min-w-0 flex-col gap-4">
          <h2 id="outside">{t('one.others')}</h2>
          <LedgerTable
            caption={t('one.others')}
            entries={outside.shown}
            hidden={outside.hidden}
            threshold={outside.threshold}
          />
        </section>
      )}
      <CsvLink href={paths.communeLedgerCsv(commune.code, year)} />
    </>
  )
}

function Figures({ page }: { page: PageProps }) {
  const t = useT(communes)
  const format = useFormat()
  const { commune, year, account, medianRate, incomingG } = page
  return (
    <section aria-labelledby="figures" className="flex flex-col gap-6">
      <h2 id="figures">{t('one.headline', { commune: commune.name, year: String(year) })}</h2>
      <StatRow>
        <RateStat
          kind="local"
          rate={account.localReuse}
          more={<SeeHandovers page={page} scope="taux" />}
          note={
            medianRate === null
              ? t('one.againstNone')
              : t('one.against', { rate: format.percent(medianRate) })
          }
        />
        <RateStat kind="realisation" rate={account.realisation} />
        <CarbonStat claim={page.carbon} source={page.factorSource} />
      </StatRow>
      <StatRow>
        <Stat
          label={t('one.outside')}
          value={format.mass(account.outside.handedOverG)}
          more={<SeeHandovers page={page} scope="hors-taux" />}
          note={
            account.outside.siteCount === 0
              ? t('one.outsideNone')
              : t('one.outsideText', { count: account.outside.siteCount })
          }
        />
        <Stat
          label={t('one.incoming')}
          value={format.mass(incomingG)}
          note={t('one.incomingText')}
          more={<SeeHandovers page={page} scope="entrant" />}
        />
      </StatRow>
    </section>
  )
}

function SeeHandovers({ page: { commune, year }, scope }: { page: PageProps; scope: HandoverScope }) {
  const t = useT(communeFigures)
  const query = handoverQuery({ annee: year, perimetre: scope })
  return (
    <Link to={paths.communeHandovers(commune.code, query)} className="inline-flex min-h-11 items-center">
      {t('list.see')}
      <span className="sr-only">{t(`list.${SCOPE_KEYS[scope]}`)}</span>
    </Link>
  )
}

function Empty({ page: { commune, year } }: { page: PageProps }) {
  const t = useT(communes)
  return (
    <EmptyState
      title={t('one.emptyTitle', { year: String(year) })}
      actions={
        <>
          <ButtonLink to={paths.newLot()}>{t('next.publish')}</ButtonLink>
          <ButtonLink to={paths.commune(commune.code, year - 1)} look="secondary">
            {t('yearTitle', { year: String(year - 1) })}
          </ButtonLink>
        </>
      }
    >
      {t('one.emptyText')}
    </EmptyState>
  )
}
