import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { needSearchQuery } from '~/features/needs/model/need-search-query'
import { searchNeeds } from '~/features/needs/queries.server'
import { filtersOf, loosen, readSearch } from '~/features/needs/search.server'
import { usualNeedSearches } from '~/features/needs/suggest.server'
import { NeedCard } from '~/features/needs/ui/need-card'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { searchAnswers } from '~/http/search-answers.server'
import { alerts } from '~/messages/alerts'
import { baskets } from '~/messages/baskets'
import { myNeeds } from '~/messages/my-needs'
import { needs as needTexts } from '~/messages/needs'
import { tidyQuery } from '~/schema/search-fields'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { FeedLinks, feedMeta, type FeedKind } from '~/ui/feed-links'
import { useT } from '~/ui/i18n'
import { PlusIcon } from '~/ui/icons'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { SimplerSearch } from '~/ui/simpler-search'
import { WholeAnswers } from '~/ui/whole-answers'
import { NeedFiltersInForce } from './filters-in-force'
import { NeedFilters } from './need-filters'
import { NoNeeds } from './no-needs'

const PAGE_SIZE = 24

/** Fields whose answers the form shows again as they were typed; lists follow what was understood. */
const TYPED = ['q', 'du', 'au', 'quantite', 'unite'] as const

/** The ways to follow a search of needs. */
const FEEDS: readonly FeedKind[] = [
  { key: 'atom', type: 'application/atom+xml', pathOf: paths.needsAtom },
  { key: 'rss', type: 'application/rss+xml', pathOf: paths.needsRss },
  { key: 'geojson', type: 'application/geo+json', pathOf: paths.needsGeojson },
]

const titleOf = pageTitle(needTexts, 'title')
export const meta: MetaFunction<typeof loader> = (args) => [
  ...(titleOf(args) ?? []),
  ...(args.data ? feedMeta(FEEDS, needSearchQuery(args.data.search)) : []),
]

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const tidy = tidyQuery(params)
  if (tidy !== null) return redirect(paths.needs() + tidy)
  const { search, faults, place } = await readSearch(params)
  const [actor, { needs, total, whole, isSimpler }, answers, usual] = await Promise.all([
    optionalActor(request),
    searchNeeds(filtersOf(search, place), { size: PAGE_SIZE, number: search.page }),
    searchAnswers(request, TYPED, faults),
    usualNeedSearches(),
  ])
  const loosened = total === 0 ? await loosen(search, place) : []
  return {
    search,
    answers,
    total,
    whole,
    isSimpler,
    usual,
    pages: Math.ceil(total / PAGE_SIZE),
    centre: place.centre?.name ?? null,
    needs: needs.map((need) => ({ need, km: place.near?.get(need.communeCode) ?? null })),
    loosened: loosened.map(({ filter, count, search: looser }) => ({
      filter,
      count,
      query: needSearchQuery(looser),
      radiusKm: looser.rayon ?? null,
    })),
    communes: place.communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
    hasOwn: actor !== null && can(actor, 'need:manage'),
    mayState: !actor || can(actor, 'need:create'),
    mayPublish: !actor || can(actor, 'lot:create'),
    today: isoDayOf(nowMs()),
  }
}

export default function Needs() {
  const t = useT(needTexts)
  const tMine = useT(myNeeds)
  const tBaskets = useT(baskets)
  const tAlerts = useT(alerts)
  const { search, answers, communes, centre, hasOwn, usual } = useLoaderData<typeof loader>()
  const { stateLink, publishLink } = useActs()
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {stateLink}
            {hasOwn && (
              <ButtonLink to={paths.myNeeds()} look="secondary" wide>
                {tMine('link')}
              </ButtonLink>
            )}
            {hasOwn && (
              <ButtonLink to={paths.baskets()} look="secondary" wide>
                {tBaskets('title')}
              </ButtonLink>
            )}
            {publishLink}
            <ButtonLink to={paths.newAlert('needs', needSearchQuery(search))} look="secondary" wide>
              {tAlerts('link')}
            </ButtonLink>
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <NeedFilters search={search} answers={answers} communes={communes} usual={usual} />
        <NeedFiltersInForce search={search} centre={centre} errors={answers.errors} />
        <Results />
      </div>
    </>
  )
}

function Results() {
  const t = useT(needTexts)
  const { search, needs, total, whole, isSimpler, pages, centre, loosened, today } =
    useLoaderData<typeof loader>()
  const acts = useActs()
  return (
    <>
      <p role="status" className="font-semibold">
        {t('count', { count: total })}
      </p>
      <WholeAnswers total={total} whole={whole} of="needs" />
      <SimplerSearch isSimpler={isSimpler} />
      {needs.length === 0 && (
        <NoNeeds search={search} centre={centre} loosened={loosened} isPageBeyond={total > 0} {...acts} />
      )}
      <ul className="grid gap-4 empty:hidden sm:grid-cols-2 lg:grid-cols-3">
        {needs.map(({ need, km }) => (
          <li key={need.id}>
            <NeedCard
              need={need}
              today={today}
              near={km !== null && centre ? { km, from: centre } : undefined}
            />
          </li>
        ))}
      </ul>
      <Pagination
        page={search.page}
        pages={pages}
        hrefOf={(page) => paths.needs() + needSearchQuery(search, page)}
      />
      {total > 0 && <CsvLink href={paths.needsCsv(needSearchQuery(search))} />}
      <FeedLinks of="needs" kinds={FEEDS} query={needSearchQuery(search)} />
    </>
  )
}

/** What a reader can do from here, as their organisation may. */
function useActs() {
  const t = useT(needTexts)
  const { mayState, mayPublish } = useLoaderData<typeof loader>()
  return {
    stateLink: mayState && (
      <ButtonLink to={paths.newNeed()} wide>
        <PlusIcon />
        {t('state')}
      </ButtonLink>
    ),
    publishLink: mayPublish && (
      <ButtonLink to={paths.newLot()} look="secondary" wide>
        {t('publish')}
      </ButtonLink>
    ),
  }
}
