import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { joinWaiting } from '~/features/lots/commands/join-waiting.server'
import { leaveWaiting } from '~/features/lots/commands/leave-waiting.server'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { PRIORITY_HOURS } from '~/features/lots/model/waiting-line'
import { findVisibleLot } from '~/features/lots/queries.server'
import { findPlaceInLine, listLine } from '~/features/lots/queries/waiting.server'
import { waitingActionSchema, waitingDoneSchema } from '~/features/lots/schema'
import { JoinForm } from '~/features/lots/ui/join-waiting'
import { WaitingLine } from '~/features/lots/ui/waiting-line'
import { WaitingPlace } from '~/features/lots/ui/waiting-place'
import { can } from '~/features/organisations/model/permissions'
import { requireActor } from '~/http/actor.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { forbidden, orNotFound } from '~/http/replies.server'
import { waiting } from '~/messages/waiting'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(waiting, 'title')

// What is free is read again after a refusal too: that is when it has changed.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, lot, isOwner } = await waitingLot(request, params.lotId)
  const state = lotStateOf(lot, isoDayOf(nowMs()))
  return {
    newId: newId(),
    lot,
    isOpen: state === 'open' || state === 'full',
    line: isOwner ? await listLine(lot.id) : null,
    place: isOwner ? null : await findPlaceInLine(lot.id, actor.organisationId),
    done: parseSearch(request, waitingDoneSchema).fait,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, lot, isTaker } = await waitingLot(request, params.lotId)
  orNotFound(isTaker || null)
  const form = await parseForm(request, waitingActionSchema)
  if (!form.ok) return form.reply
  const { value } = form
  const done =
    value.intent === 'join'
      ? await joinWaiting({ actor, lotId: lot.id, id: value.id, quantity: value.quantity })
      : await leaveWaiting({ actor, waiterId: value.waiterId })
  if (!done.ok) return form.refuse(done.error)
  return redirect(`${paths.lotWaiting(lot.id)}?fait=${value.intent === 'join' ? 'joined' : 'left'}`)
}

/** The lot, for its own giver or for someone who may take of it. */
async function waitingLot(request: Request, lotId = '') {
  const actor = await requireActor(request)
  const isTaker = can(actor, 'reservation:create')
  if (!isTaker && !can(actor, 'lot:manage')) throw forbidden()
  const lot = orNotFound(await findVisibleLot(lotId, await lotViewerOf(request)))
  const isOwner = can(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })
  orNotFound(isOwner || isTaker || null)
  return { actor, lot, isOwner, isTaker }
}

export default function LotWaiting() {
  const t = useT(waiting)
  const { newId: id, lot, isOpen, line, place, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader
        back={{ to: paths.lot(lot.id), label: t('back') }}
        eyebrow={`${lot.reference} · ${lot.title}`}
        title={t('title')}
        lead={t('lead', { hours: PRIORITY_HOURS })}
      />
      {done && <Notice tone="success" live title={t(`done.${done}`)} />}
      {line ? (
        <WaitingLine lot={lot} line={line} />
      ) : place ? (
        <WaitingPlace lot={lot} place={place} />
      ) : isOpen ? (
        <JoinForm key={lot.id} lot={lot} id={id} lastResult={reply?.result} />
      ) : (
        <Notice>{t('join.closed')}</Notice>
      )}
    </div>
  )
}
