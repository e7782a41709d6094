import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { PLACE_KINDS } from '~/core/place-terms'
import { pageOf, queryOf } from '~/features/administration/model/page-of'
import { FilterSelect, TeamList } from '~/features/administration/ui/team-list'
import { PLACE_STATES, placeStateOf, type Place, type PlaceState } from '~/features/directory/model/place'
import { filterPlaces } from '~/features/directory/model/place-filter'
import { listPlaces } from '~/features/directory/queries.server'
import { placeListSearchSchema } from '~/features/directory/schema'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { directory } from '~/messages/directory'
import { directoryForm } from '~/messages/directory-form'
import { Badge, type BadgeTone } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

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
  const { filter, rows, ...found } = useLoaderData<typeof loader>()
  return (
    <TeamList
      title={t('title')}
      lead={tForm('admin.lead')}
      actions={<ButtonLink to={paths.newPlace()}>{t('enter')}</ButtonLink>}
      filter={filter}
      found={found}
      hrefOf={paths.placesToCheck}
      fields={
        <>
          <TextInput name="q" type="search" label={t('filter.q')} defaultValue={filter.q} maxLength={100} />
          <FilterSelect
            name="nature"
            label={t('filter.kind')}
            chosen={filter.nature}
            values={PLACE_KINDS}
            labelOf={(value) => t(`kind.${value}`)}
          />
          <FilterSelect
            name="etat"
            label={t('state')}
            chosen={filter.etat}
            values={PLACE_STATES}
            labelOf={(value) => t(`stateOf.${value}`)}
          />
        </>
      }
      none={{
        title: tForm('admin.none'),
        text: tForm('admin.noneText'),
        way: <ButtonLink to={paths.places()}>{t('back')}</ButtonLink>,
      }}
    >
      <PlaceTable
        rows={rows}
        caption={t('count', { count: found.total })}
        csvHref={paths.placesToCheckCsv(queryOf(filter))}
      />
    </TeamList>
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
