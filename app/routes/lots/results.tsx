import type { ComponentProps } from 'react'
import { paths } from '~/core/paths'
import { KeepButton } from '~/features/keep/ui/keep-button'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { LoosenedLots } from '~/features/lots/ui/loosened-lots'
import { LotSortingLinks } from '~/features/lots/ui/lot-sorting'
import { LotTag } from '~/features/lots/ui/lot-tag'
import { LotViews } from '~/features/lots/ui/lot-views'
import { NoLots } from '~/features/lots/ui/no-lots'
import { alerts } from '~/messages/alerts'
import { common } from '~/messages/common'
import { keep } from '~/messages/keep'
import { lots as lotTexts } from '~/messages/lots'
import { ButtonLink } from '~/ui/button'
import { CsvLink, XlsxLink } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import { Pagination } from '~/ui/pagination'
import { SimplerSearch } from '~/ui/simpler-search'
import { WholeAnswers } from '~/ui/whole-answers'
import { FeedLinks } from '~/ui/feed-links'
import { LOT_FEEDS } from './feed-kinds'

type Tag = ComponentProps<typeof LotTag>

export type Found = Pick<ComponentProps<typeof NoLots>, 'search' | 'centre' | 'loosened'> & {
  today: string
  total: number
  /** How many of them say all of the text. */
  whole: number
  /** The database answered the text while the index of words is not there. */
  isSimpler: boolean
  pages: number
  /** `km` from the commune searched around, where there is one. */
  lots: readonly { lot: Tag['lot']; photo: Tag['photo']; km: number | null; isKept: boolean }[]
}

/** What a search of lots finds, in its order, page by page, with its exports and feeds. */
export function Results({ search, today, total, whole, isSimpler, pages, centre, lots, loosened }: Found) {
  const tAlerts = useT(alerts)
  const tKeep = useT(keep)
  return (
    <section aria-labelledby="results" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <Summary total={total} search={search} centre={centre} />
          <WholeAnswers total={total} whole={whole} />
          <SimplerSearch isSimpler={isSimpler} />
          {total > 1 && <LotSortingLinks search={search} />}
        </div>
        <LotViews search={search} view="list" />
        <div className="flex flex-wrap gap-3" data-screen-only>
          <ButtonLink to={paths.newAlert('lots', lotSearchQuery(search))} look="secondary" small>
            {tAlerts('link')}
          </ButtonLink>
          <ButtonLink to={paths.kept()} look="quiet" small>
            {tKeep('see')}
          </ButtonLink>
        </div>
        {total > 0 && (
          <div className="flex flex-wrap gap-x-6">
            <CsvLink href={paths.lotsCsv(lotSearchQuery(search))} />
            <XlsxLink href={paths.lotsXlsx(lotSearchQuery(search))} />
          </div>
        )}
      </div>
      {lots.length > 0 && loosened.length > 0 && (
        <LoosenedLots search={search} centre={centre} loosened={loosened} />
      )}
      {lots.length === 0 && (
        <NoLots search={search} centre={centre} loosened={loosened} isPageBeyond={total > 0} />
      )}
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {lots.map(({ lot, photo, km, isKept }, index) => (
          <li key={lot.id}>
            <LotTag
              lot={lot}
              photo={photo}
              today={today}
              near={km !== null && centre ? { km, from: centre } : undefined}
              priority={index < 2}
              acts={<KeepButton lot={lot} isKept={isKept} small />}
            />
          </li>
        ))}
      </ul>
      <Pagination
        page={search.page}
        pages={pages}
        hrefOf={(page) => paths.lots() + lotSearchQuery(search, { page })}
      />
      <FeedLinks of="lots" kinds={LOT_FEEDS} query={lotSearchQuery(search)} />
    </section>
  )
}

function Summary({
  total,
  search,
  centre,
}: {
  total: number
  search: { q: string; rayon?: number }
  centre: string | null
}) {
  const t = useT(lotTexts)
  const tCommon = useT(common)
  const where =
    centre &&
    (search.rayon
      ? t('search.near', { km: search.rayon, commune: centre })
      : t('search.inCommune', { commune: centre }))
  const what = search.q && t('search.matching', { text: search.q })
  return (
    <h2 id="results" tabIndex={-1}>
      {[tCommon('count.lots', { count: total }), what, where].filter(Boolean).join(' ')}
    </h2>
  )
}
