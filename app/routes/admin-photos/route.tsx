import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { paths } from '~/core/paths'
import { queryOf } from '~/features/administration/model/page-of'
import { ListFilters } from '~/features/administration/ui/list-filters'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { EXAMPLE_LABELS, ORIGINS, STATES } from '~/features/examples/model/example'
import { LabelProgress } from '~/features/examples/ui/label-progress'
import { useLabelKeys } from '~/features/examples/ui/use-label-keys'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { administration } from '~/messages/administration'
import { administrationPhotos } from '~/messages/administration-photos'
import { photoLabels } from '~/messages/photo-labels'
import { ButtonLink } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { actOnPhoto } from './act-on-photo.server'
import { loadPhotos } from './load-photos.server'
import { LastDecision, OnePhoto } from './one-photo'

export const meta: MetaFunction = pageTitle(administrationPhotos, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'example:label')
  return loadPhotos(request)
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'example:label')
  const acted = await actOnPhoto(request, actor)
  return acted.ok ? redirect(paths.photosToLabel(acted.query)) : acted.reply
}

export default function PhotosToLabel() {
  const t = useT(administrationPhotos)
  const tAdmin = useT(administration)
  const { filter, rank, total, example, last, byState, progress } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.result.error ?? {}
  const root = useRef<HTMLDivElement>(null)
  const [keysOn, setKeysOn] = useLabelKeys(root)
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.administration(), label: tAdmin('back') }}
        title={t('title')}
        lead={t('lead')}
      />
      <AdministrationSections />
      <div ref={root} className="flex min-w-0 flex-col gap-6">
        {last && <LastDecision last={last} filter={filter} />}
        {example ? (
          <OnePhoto example={example} place={{ rank, total, filter }} errors={errors} />
        ) : (
          <NoPhoto />
        )}
      </div>
      {keysOn !== null && example && (
        <Checkbox
          label={t('keys')}
          hint={t('keysHint')}
          checked={keysOn}
          onChange={(event) => setKeysOn(event.currentTarget.checked)}
        />
      )}
      <Filters />
      {example && <CsvLink href={paths.photosToLabelCsv(queryOf(filter))} />}
      <LabelProgress rows={progress} byState={byState} />
    </div>
  )
}

function Filters() {
  const t = useT(administrationPhotos)
  const tLabel = useT(photoLabels)
  const { filter } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  const all = t('all')
  return (
    <ListFilters
      state={query}
      clearTo={filter.etat !== 'waiting' || filter.origine || filter.etiquette ? paths.photosToLabel() : null}
    >
      <Select
        name="etat"
        label={t('state')}
        defaultValue={filter.etat}
        placeholder={null}
        options={STATES.map((value) => ({ value, label: t(`stateOf.${value}`) }))}
      />
      <Select
        name="origine"
        label={t('origin')}
        defaultValue={filter.origine ?? ''}
        placeholder={all}
        options={ORIGINS.map((value) => ({ value, label: t(`originOf.${value}`) }))}
      />
      <Select
        name="etiquette"
        label={t('label')}
        defaultValue={filter.etiquette ?? ''}
        placeholder={all}
        options={EXAMPLE_LABELS.map((value) => ({ value, label: tLabel(`label.${value}`) }))}
      />
    </ListFilters>
  )
}

function NoPhoto() {
  const t = useT(administrationPhotos)
  const { filter, byState } = useLoaderData<typeof loader>()
  const isFiltered = filter.etat !== 'waiting' || filter.origine || filter.etiquette
  return (
    <EmptyState
      title={t('none')}
      actions={
        isFiltered || byState.accepted === 0 ? (
          <ButtonLink to={paths.photosToLabel()}>{t('seeWaiting')}</ButtonLink>
        ) : (
          <ButtonLink to={paths.photosToLabel('?etat=accepted')}>{t('seeAccepted')}</ButtonLink>
        )
      }
    >
      {t('noneText')}
    </EmptyState>
  )
}
