import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { cellZone, gridOf } from '~/core/zone'
import { dismissSightings } from '~/features/faces/commands/dismiss-sightings.server'
import { spottingOf } from '~/features/faces/queries.server'
import { blurPhoto } from '~/features/photos/commands/blur-photo.server'
import { blurRightOf } from '~/features/photos/model/blur-right'
import { findBlursOf, findPhotoToBlur } from '~/features/photos/queries/blurs.server'
import { blurSchema, nothingToBlurSchema } from '~/features/photos/schema'
import { BlurForm } from '~/features/photos/ui/blur-form'
import { SpottingNotice } from '~/features/photos/ui/spotting-notice'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { photoBlur } from '~/messages/photo-blur'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(photoBlur, 'title')

/** A photo that this person may blur, with their right; others' are not there. */
async function photoFor({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>) {
  const actor = await requireActor(request)
  const photo = orNotFound(await findPhotoToBlur(params.photoId ?? ''))
  const right = blurRightOf(actor, photo)
  if (!right) throw notFound()
  return { actor, photo, right }
}

export async function loader(args: LoaderFunctionArgs) {
  const { photo, right } = await photoFor(args)
  const { id, storageKey, width, height, isSynthetic, hasAvif, lotId, handoverFileId, reservationId } = photo
  const done = new URL(args.request.url).searchParams.get('fait')
  return {
    // A page of its own for each state of the photo: what was marked on the former picture is not kept.
    id: newId(),
    photo: { id, storageKey, width, height, isSynthetic, hasAvif },
    lotId,
    deal: reservationId === null ? null : { reservationId, isStory: handoverFileId !== null },
    right,
    grid: gridOf(photo),
    blurs: await findBlursOf(photo.id),
    spotting: await spottingOf(photo),
    done: done === 'floute' || done === 'rien' ? done : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, photo } = await photoFor(args)
  const formData = await readForm(args.request)
  if (formData.get('intent') === 'nothing') {
    const form = await parseForm(args.request, nothingToBlurSchema, formData)
    if (!form.ok) return form.reply
    const dismissed = await dismissSightings({ actor, photoId: photo.id })
    return dismissed.ok ? redirect(paths.photoBlur(photo.id, 'rien')) : form.refuse(dismissed.error)
  }
  const form = await parseForm(args.request, blurSchema, formData)
  if (!form.ok) return form.reply
  const { id, zones, cells } = form.value
  const grid = gridOf(photo)
  const all = [...zones, ...cells.map((cell) => cellZone(grid, cell))]
  const blurred = await blurPhoto({ actor, id, photoId: photo.id, zones: all })
  return blurred.ok ? redirect(paths.photoBlur(photo.id, 'floute')) : form.refuse(blurred.error)
}

export default function PhotoBlur() {
  const t = useT(photoBlur)
  const { id, photo, grid, spotting, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = useBack()
  return (
    <div className="flex max-w-3xl min-w-0 flex-col gap-8">
      <PageHeader back={back} title={t('title')} lead={t('lead')} />
      {done && !reply && (
        <Notice
          tone="success"
          live
          title={t(done === 'floute' ? 'done.floute' : 'done.rien')}
          action={
            <ButtonLink to={back.to} wide>
              {back.label}
            </ButtonLink>
          }
        >
          {done === 'floute' && t('done.flouteText')}
        </Notice>
      )}
      {photo.isSynthetic && <p className="prose-width text-muted">{t('synthetic')}</p>}
      {!done && !photo.isSynthetic && <SpottingNotice spotting={spotting} canDismiss />}
      <BlurForm
        key={photo.storageKey}
        id={id}
        photo={photo}
        grid={grid}
        spotted={spotting.status === 'done' ? spotting.sightings : []}
        lastResult={reply?.result}
      />
      <BlurHistory />
    </div>
  )
}

/** The way back to where the photo is shown. */
function useBack(): { to: string; label: string } {
  const t = useT(photoBlur)
  const { lotId, deal, right } = useLoaderData<typeof loader>()
  if (deal?.isStory) return { to: paths.reinstall(deal.reservationId), label: t('backToStory') }
  if (deal) return { to: paths.reservationMessages(deal.reservationId), label: t('backToThread') }
  if (lotId === null) return { to: paths.myLots(), label: t('backToLots') }
  return right === 'team'
    ? { to: paths.reportedSubject('lot', lotId), label: t('backToCase') }
    : { to: paths.lot(lotId), label: t('backToLot') }
}

function BlurHistory() {
  const t = useT(photoBlur)
  const format = useFormat()
  const { blurs } = useLoaderData<typeof loader>()
  if (!blurs) return null
  const who = t(blurs.isByTeam ? 'byTeam' : 'byOwner')
  return (
    <p className="text-muted">
      {t('history', { count: blurs.times, when: format.instant(blurs.lastAtMs), who })}
    </p>
  )
}
