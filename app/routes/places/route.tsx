import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { isCheckDue, placeStateOf } from '~/features/directory/model/place'
import { placeQuery } from '~/features/directory/model/place-search'
import { listProposalsOf } from '~/features/directory/queries.server'
import { searchDirectory } from '~/features/directory/search.server'
import { PlaceCard } from '~/features/directory/ui/place-card'
import { PlaceFilters } from '~/features/directory/ui/place-filters'
import { InteractiveMap } from '~/features/map/ui/interactive-map'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from '~/http/actor.server'
import { mapOf } from '~/http/map-page.server'
import { pageTitle } from '~/http/page-title'
import { searchAnswers } from '~/http/search-answers.server'
import { directory } from '~/messages/directory'
import { tidyQuery } from '~/schema/search-fields'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { TileMap } from '~/ui/tile-map'

export const meta: MetaFunction = pageTitle(directory, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const tidy = tidyQuery(params)
  if (tidy !== null) return redirect(paths.places(tidy))
  const [{ search, faults, communes, centre, places }, actor] = await Promise.all([
    searchDirectory(params),
    optionalActor(request),
  ])
  const [answers, map, mine] = await Promise.all([
    searchAnswers(request, ['q'], faults),
    mapOf(communes),
    actor ? listProposalsOf(actor.organisationId) : [],
  ])
  const today = isoDayOf(nowMs())
  return {
    search,
    answers,
    map,
    centre: centre?.name ?? null,
    places: places.map((place) => ({ place, isDue: isCheckDue(place.checkedOn, today) })),
    mine: mine.map((place) => ({ id: place.id, name: place.name, state: placeStateOf(place, today) })),
    isManager: actor !== null && can(actor, 'place:manage'),
    communes: communes.map(({ code, name, departement, tileColumn, tileRow }) => ({
      value: code,
      name,
      label: communeLabel({ name, department: departement }),
      column: tileColumn,
      row: tileRow,
    })),
  }
}

export default function Places() {
  const t = useT(directory)
  const { search, answers, communes, isManager } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink to={paths.newPlace()}>{t(isManager ? 'enter' : 'propose')}</ButtonLink>}
      />
      <PlaceFilters search={search} answers={answers} communes={communes} />
      <Mine />
      <Found />
      <PlacesMap />
    </div>
  )
}

function Found() {
  const t = useT(directory)
  const { search, places, centre } = useLoaderData<typeof loader>()
  const query = placeQuery(search)
  const where =
    centre &&
    (search.rayon ? t('near', { km: search.rayon, commune: centre }) : t('inCommune', { commune: centre }))
  return (
    <section aria-labelledby="results" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <h2 id="results" tabIndex={-1}>
          {[t('count', { count: places.length }), where].filter(Boolean).join(' ')}
        </h2>
        {places.length > 0 && (
          <div className="flex flex-wrap gap-x-6">
            <CsvLink href={paths.placesCsv(query)} />
            <a
              href={paths.placesGeoJson(query)}
              download
              className="inline-flex min-h-11 items-center font-semibold"
              data-screen-only
            >
              {t('geojson')}
            </a>
          </div>
        )}
      </div>
      {places.length === 0 && (
        <EmptyState
          title={t('none')}
          actions={
            <>
              {query && <ButtonLink to={paths.places()}>{t('filter.clear')}</ButtonLink>}
              <ButtonLink to={paths.newPlace()} look="secondary">
                {t('propose')}
              </ButtonLink>
            </>
          }
        >
          {t('noneText')}
        </EmptyState>
      )}
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {places.map(({ place, isDue }) => (
          <li key={place.id}>
            <PlaceCard place={place} isDue={isDue} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the reader's organisation proposed that is not public. */
function Mine() {
  const t = useT(directory)
  const { mine } = useLoaderData<typeof loader>()
  if (mine.length === 0) return null
  return (
    <section aria-labelledby="mine" className="flex flex-col gap-3">
      <h2 id="mine" className="text-2xl">
        {t('mine')}
      </h2>
      <p className="text-muted">{t('mineText')}</p>
      <ul className="flex flex-col gap-1">
        {mine.map(({ id, name, state }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <Link to={paths.place(id)} className="inline-flex min-h-11 items-center">
              {name}
            </Link>
            <Badge tone={state === 'refuse' ? 'danger' : 'warning'}>{t(`stateOf.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the entries found are, one cell a commune. */
function PlacesMap() {
  const t = useT(directory)
  const format = useFormat()
  const { search, places, communes, map } = useLoaderData<typeof loader>()
  if (places.length === 0) return null
  const counts = new Map<string, number>()
  for (const { place } of places) counts.set(place.communeCode, (counts.get(place.communeCode) ?? 0) + 1)
  return (
    <InteractiveMap
      ground={map.ground}
      bounds={map.bounds}
      dataUrl={paths.placesMapData()}
      query={placeQuery(search)}
      listId="results"
    >
      <TileMap
        title={t('mapTitle')}
        valueHeading={t('mapHeading')}
        bounds={[0, 1, 2]}
        isCount
        tiles={communes.map(({ value, name, column, row }) => ({
          code: value,
          name,
          column,
          row,
          value: counts.get(value) ?? 0,
        }))}
        format={(count) => format.number(count)}
        hrefOf={(code) => paths.places(placeQuery(search, { commune: code, rayon: undefined }))}
      />
    </InteractiveMap>
  )
}
