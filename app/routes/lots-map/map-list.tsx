import { Link } from '@remix-run/react'
import { addDays } from '~/core/days'
import { paths } from '~/core/paths'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { common } from '~/messages/common'
import { lots as lotTexts } from '~/messages/lots'
import { map as texts } from '~/messages/map'
import { materials } from '~/messages/materials'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Pagination } from '~/ui/pagination'
import { WholeAnswers } from '~/ui/whole-answers'
import type { MapPage } from './map-page.server'

/** The same lots as the map, line by line: what the map says to whoever does not see or use it. */
export function MapList({ page: { search, total, whole, pages, lots } }: { page: MapPage }) {
  const t = useT(texts)
  const tLots = useT(lotTexts)
  const tCommon = useT(common)
  const query = lotSearchQuery(search)
  return (
    <section aria-labelledby="results" className="flex min-w-0 flex-col gap-4">
      <h2 id="results" tabIndex={-1} className="text-2xl">
        {tCommon('count.lots', { count: total })}
      </h2>
      <WholeAnswers total={total} whole={whole} />
      {total === 0 && (
        <EmptyState
          level="h3"
          title={tLots('search.noneTitle')}
          actions={<ButtonLink to={paths.lots() + query}>{t('list')}</ButtonLink>}
        />
      )}
      <ul className="flex flex-col divide-y-2 divide-line">
        {lots.map((lot) => (
          <LotLine key={lot.id} lot={lot} />
        ))}
      </ul>
      <Pagination
        page={search.page}
        pages={pages}
        hrefOf={(page) => paths.lotsMap(lotSearchQuery(search, { page }))}
      />
      {total > 0 && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <ButtonLink to={paths.lots() + query} look="secondary">
            {t('allOnList', { count: total })}
          </ButtonLink>
          <CsvLink href={paths.lotsCsv(query)} />
        </div>
      )}
    </section>
  )
}

type Line = MapPage['lots'][number]

function LotLine({ lot }: { lot: Line }) {
  const t = useT(lotTexts)
  const tMaterial = useT(materials)
  const format = useFormat()
  const facts = [
    tMaterial(`type.${lot.material}.short`),
    format.quantity(lot.availableMilli, lot.unit),
    lot.communeName,
    t('page.until', { day: format.dayLong(addDays(lot.availableUntil, -1)) }),
  ]
  return (
    <li className="flex flex-col py-2">
      <Link to={paths.lot(lot.id)} className="inline-flex min-h-11 items-center font-semibold">
        {lot.title}
      </Link>
      <span className="text-muted">{facts.join(' · ')}</span>
    </li>
  )
}
