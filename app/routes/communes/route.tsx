import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { orderLines } from '~/features/accounting/model/commune-line'
import { offeredYears } from '~/features/accounting/model/years'
import { territorySearchSchema } from '~/features/accounting/schema'
import { readTerritory } from '~/features/accounting/territory.server'
import { CarbonStat } from '~/features/accounting/ui/carbon-stat'
import { CommuneTable } from '~/features/accounting/ui/commune-table'
import { RateStat } from '~/features/accounting/ui/rate-stat'
import { YearForm } from '~/features/accounting/ui/year-form'
import { METROPOLE_SLUG } from '~/features/board/model/perimeter'
import { factorSetOn } from '~/features/carbon/queries.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { seenCommunes } from '~/http/seen-communes.server'
import { accounting } from '~/messages/accounting'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Stat, StatRow } from '~/ui/stat'
import { TileMap } from '~/ui/tile-map'

export const meta: MetaFunction = pageTitle(communes, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { annee, tri } = parseSearch(request, territorySearchSchema)
  const today = isoDayOf(nowMs())
  const year = annee ?? Number(today.slice(0, 4))
  const [territory, factors] = await Promise.all([
    readTerritory(year, await seenCommunes(request)),
    factorSetOn(),
  ])
  return {
    ...territory,
    lines: orderLines(territory.lines, tri),
    order: tri,
    factorSource: factors.source,
    year,
    years: offeredYears(today, year),
  }
}

export default function Communes() {
  const t = useT(communes)
  const { lines, metropole, year, years, order } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<YearForm action={paths.communes()} year={year} years={years} keep={{ tri: order }} />}
      />
      <Figures />
      <RateMap />
      <section id="communes" aria-labelledby="communes-title" className="flex min-w-0 flex-col gap-4">
        <h2 id="communes-title">{t('table', { count: lines.length, year: String(year) })}</h2>
        <CommuneTable lines={lines} metropole={metropole} year={year} order={order} />
      </section>
      <nav aria-labelledby="next" className="flex flex-col gap-4" data-screen-only>
        <h2 id="next">{t('next.title')}</h2>
        <p className="flex flex-wrap gap-3">
          <ButtonLink to={paths.lots()}>{t('next.allLots')}</ButtonLink>
          <ButtonLink to={paths.newLot()} look="secondary">
            {t('next.publish')}
          </ButtonLink>
          <ButtonLink to={paths.method()} look="secondary">
            {t('next.method')}
          </ButtonLink>
          <ButtonLink to={paths.ledger()} look="secondary">
            {t('next.ledger')}
          </ButtonLink>
        </p>
      </nav>
    </div>
  )
}

function Figures() {
  const t = useT(communes)
  const tAccounting = useT(accounting)
  const format = useFormat()
  const { metropole, handedOverG, isPartial, isClaimsPartial, carbon } = useLoaderData<typeof loader>()
  const { medianRate, ratedCount, year, factorSource, threshold } = useLoaderData<typeof loader>()
  const left = t('partial', { threshold })
  const { telling } = metropole
  return (
    <section aria-labelledby="figures" className="flex flex-col gap-6">
      <h2 id="figures">{t('figures', { year: String(year) })}</h2>
      <StatRow>
        <RateStat
          kind="local"
          rate={metropole.localReuse}
          telling={telling.rate}
          note={telling.rate !== 'whole' && left}
          more={<SeeHandovers year={year} of="taux" />}
        />
        <RateStat
          kind="realisation"
          rate={metropole.realisation}
          telling={telling.rate}
          note={telling.rate !== 'whole' && left}
          more={<SeeHandovers year={year} of="realisation" />}
        />
        <Stat
          label={t('median')}
          value={
            medianRate === null ? (
              <span className="text-[0.6em]">{tAccounting('rate.none')}</span>
            ) : (
              format.percent(medianRate)
            )
          }
          note={t('medianText', { count: ratedCount })}
        />
      </StatRow>
      <StatRow>
        <Stat
          label={t('handedOver')}
          value={format.mass(handedOverG)}
          note={isPartial ? left : t('handedOverText')}
          more={<SeeHandovers year={year} of="annee" />}
        />
        <CarbonStat
          claim={carbon}
          source={factorSource}
          left={isClaimsPartial ? left : null}
          more={<SeeHandovers year={year} of="carbone" />}
        />
      </StatRow>
    </section>
  )
}

/** The way to the handovers of the Métropole that a figure counts; `of` names the figure. */
function SeeHandovers({ year, of }: { year: number; of: 'taux' | 'realisation' | 'annee' | 'carbone' }) {
  const t = useT(communeFigures)
  const scope = of === 'taux' || of === 'realisation' ? '&perimetre=taux' : ''
  return (
    <Link
      to={paths.boardHandovers(METROPOLE_SLUG, `?annee=${year}${scope}`)}
      className="inline-flex min-h-11 items-center"
    >
      {t('list.see')}
      <span className="sr-only"> – {t(`list.${of}`)}</span>
    </Link>
  )
}

function RateMap() {
  const t = useT(communes)
  const format = useFormat()
  const { lines, year } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-2">
      <TileMap
        title={t('map', { year: String(year) })}
        valueHeading={t('rate')}
        tiles={lines.map(({ code, name, tileColumn, tileRow, account }) => ({
          code,
          name,
          column: tileColumn,
          row: tileRow,
          // A rate that is only a lower bound is shaded as none: the map would rank it.
          value: account.telling.rate === 'whole' ? account.localReuse.rate : null,
        }))}
        format={(rate) => format.percent(rate)}
        hrefOf={(code) => paths.commune(code, year)}
        source={t('source')}
      />
      <p className="text-muted">{t('mapNote')}</p>
    </div>
  )
}
