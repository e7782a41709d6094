import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { PLACE_KINDS } from '~/core/place-terms'
import { pageOf, queryOf } from '~/features/administration/model/page-of'
import { ListFilters } from '~/features/administration/ui/list-filters'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { PLACE_STATES, placeStateOf, type Place, type PlaceState } from '~/features/directory/model/place'
import { filterPlaces } from '~/features/directory/model/place-filter'
import { listPlaces } from '~/features/directory/queries.server'
import { placeListSearchSchema } from '~/features/directory/schema'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { administration } from '~/messages/administration'
import { directory } from '~/messages/directory'
import { directoryForm } from '~/messages/directory-form'
import { Badge, type BadgeTone } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Select, TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'

export const meta: MetaFunction = pageTitle(directory, 'title')

const TONES: Record<PlaceState, BadgeTone> = {
  propose: 'warning',
  publie: 'success',
  'a-revoir': 'warning',
  refuse: 'danger',
  retire: 'plain',
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { page, ...filter } = parseSearch(request, placeListSearchSchema)
  const today = isoDayOf(nowMs())
  const found = pageOf(filterPlaces(await listPlaces(), filter, today), page)
  const rows = found.shown.map((place) => ({ place, state: placeStateOf(place, today) }))
  return { filter, rows, page: found.page, pages: found.pages, total: found.total }
}

export default function PlacesToCheck() {
  const t = useT(directory)
  const tForm = useT(directoryForm)
  const tAdmin = useT(administration)
  const { filter, rows, page, pages, total } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.administration(), label: tAdmin('back') }}
        title={t('title')}
        lead={tForm('admin.lead')}
        actions={<ButtonLink to={paths.newPlace()}>{t('enter')}</ButtonLink>}
      />
      <AdministrationSections />
      <ListFilters state={query} clearTo={query ? paths.placesToCheck() : null}>
        <TextInput name="q" type="search" label={t('filter.q')} defaultValue={filter.q} maxLength={100} />
        <Select
          name="nature"
          label={t('filter.kind')}
          defaultValue={filter.nature ?? ''}
          placeholder={tAdmin('filter.all')}
          options={PLACE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          name="etat"
          label={t('state')}
          defaultValue={filter.etat ?? ''}
          placeholder={tAdmin('filter.all')}
          options={PLACE_STATES.map((value) => ({ value, label: t(`stateOf.${value}`) }))}
        />
      </ListFilters>
      {rows.length === 0 ? (
        <EmptyState
          title={tForm('admin.none')}
          actions={<ButtonLink to={paths.places()}>{t('back')}</ButtonLink>}
        >
          {tForm('admin.noneText')}
        </EmptyState>
      ) : (
        <>
          <PlaceTable
            rows={rows}
            caption={t('count', { count: total })}
            csvHref={paths.placesToCheckCsv(query)}
          />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => paths.placesToCheck(queryOf(filter, number))}
          />
        </>
      )}
    </div>
  )
}

function PlaceTable(props: {
  rows: readonly { place: Place; state: PlaceState }[]
  caption: string
  csvHref: string
}) {
  const t = useT(directory)
  const tForm = useT(directoryForm)
  const format = useFormat()
  return (
    <DataTable
      dense
      caption={props.caption}
      rows={props.rows}
      rowKey={({ place }) => place.id}
      csvHref={props.csvHref}
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: ({ place }) => <Link to={paths.onePlaceToCheck(place.id)}>{place.name}</Link>,
        },
        { key: 'kind', header: t('kindHeader'), cell: ({ place }) => t(`kind.${place.kind}`) },
        { key: 'commune', header: t('commune'), cell: ({ place }) => place.communeName },
        { key: 'by', header: tForm('admin.proposedBy'), cell: ({ place }) => place.proposedByName },
        {
          key: 'checked',
          header: t('checkedOn'),
          cell: ({ place }) => (place.checkedOn ? format.day(place.checkedOn) : '–'),
        },
        {
          key: 'state',
          header: t('state'),
          cell: ({ state }) => <Badge tone={TONES[state]}>{t(`stateOf.${state}`)}</Badge>,
        },
      ]}
    />
  )
}
