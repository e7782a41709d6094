import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { findHandover } from '~/features/reservations/queries.server'
import { findConsents, findReinstallation } from '~/features/stories/queries.server'
import { communeChoices } from '~/http/basket-choices.server'
import { requireRight } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { requireParty } from '~/http/reservation-party.server'
import { stories } from '~/messages/stories'
import { pictureToBlur } from './picture-to-blur.server'
import { changeStory } from './change-story.server'
import { ReinstallPage } from './reinstall-page'

export const meta: MetaFunction = pageTitle(stories, 'tell.title')

// A refusal for conflict means that the page has moved on: show where to.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view, side } = await requireParty(request, params.reservationId)
  const [{ handover }, told, consents] = await Promise.all([
    findHandover(view.id),
    findReinstallation(view.id),
    findConsents(view.id),
  ])
  const isAsked = side === 'taker' && handover !== null && told === null
  const isTellers = side === 'taker' && told !== null && !told.isSynthetic
  return {
    view,
    side,
    told,
    toBlur: isTellers ? await pictureToBlur(told.fileId) : null,
    consents,
    isHandedOver: handover !== null,
    asked: isAsked
      ? {
          id: newId(),
          fileId: newId(),
          today: isoDayOf(nowMs()),
          handedOverOn: handover.handedOverOn,
          communeCode: view.takerCommuneCode ?? '',
          communes: await communeChoices(),
        }
      : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, view } = await requireParty(request, params.reservationId)
  requireRight(actor, 'story:consent', {
    ownerOrganisationIds: [view.giverOrganisationId, view.takerOrganisationId],
  })
  const done = await changeStory(request, actor, view)
  if (!done.ok) return done.reply
  return redirect(
    done.kind === 'reinstalled'
      ? `${paths.reinstall(view.id)}?fait=reinstalled`
      : `${paths.reinstall(view.id)}?fait=consented`,
  )
}

export default function Reinstall() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <ReinstallPage {...page} lastResult={reply?.result} />
}
