import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { isCheckDue, isOpenToProposer, publicPart } from '~/features/directory/model/place'
import { PlaceFacts } from '~/features/directory/ui/place-facts'
import { localised } from '~/http/page-title'
import { seenPlace } from '~/http/seen-place.server'
import { directory } from '~/messages/directory'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

const DONE = ['propose', 'publie', 'modifie'] as const

export const meta: MetaFunction<typeof loader> = (args) => [
  { title: `${args.data?.place.name ?? localised(args, directory)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { place, isManager, isProposer } = await seenPlace(request, params.placeId)
  const done = new URL(request.url).searchParams.get('fait')
  const isPublic = place.state === 'published'
  return {
    place: publicPart(place),
    isPublic,
    reason: isPublic ? '' : place.reason,
    isDue: isPublic && isCheckDue(place.checkedOn, isoDayOf(nowMs())),
    canEdit: isManager || (isProposer && isOpenToProposer(place.state)),
    isManager,
    done: DONE.find((known) => known === done) ?? null,
  }
}

export default function PlacePage() {
  const t = useT(directory)
  const format = useFormat()
  const { place, isPublic, reason, isDue, canEdit, isManager, done } = useLoaderData<typeof loader>()
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={place.name}
        eyebrow={t(`kind.${place.kind}`)}
        back={{ to: paths.places(), label: t('back') }}
        lead={place.checkedOn && isPublic ? t('checked', { day: format.day(place.checkedOn) }) : undefined}
      />
      {done && <Notice tone="success" live title={t(`done.${done}`)} />}
      {!isPublic && (
        <Notice tone="warning" title={t('hidden')}>
          {reason && t('hiddenReason', { reason })}
        </Notice>
      )}
      {isDue && <Notice tone="warning" title={t('checkDue')} />}
      <PlaceFacts place={place} />
      <p className="flex flex-wrap gap-3" data-screen-only>
        {isManager && <ButtonLink to={paths.onePlaceToCheck(place.id)}>{t('manage')}</ButtonLink>}
        {canEdit && (
          <ButtonLink to={paths.editPlace(place.id)} look="secondary">
            {t('edit')}
          </ButtonLink>
        )}
        <ButtonLink to={`${paths.lots()}?commune=${place.communeCode}&rayon=10`} look="secondary">
          {t('lotsNear', { commune: place.communeName })}
        </ButtonLink>
      </p>
      <p>
        <Link
          to={paths.contact(`?page=${encodeURIComponent(paths.place(place.id))}`)}
          className="inline-flex min-h-11 items-center"
        >
          {t('report')}
        </Link>
      </p>
    </div>
  )
}
