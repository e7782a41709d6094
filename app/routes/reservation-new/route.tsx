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
import { MILLI, parseMilli } from '~/core/units'
import { leastTakeMilli } from '~/features/lots/model/least-take'
import { asksUndertaking, rulesInForce } from '~/features/attribution/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import { findVisibleLot } from '~/features/lots/queries.server'
import { findPlaceInLine } from '~/features/lots/queries/waiting.server'
import { LotTag } from '~/features/lots/ui/lot-tag'
import { materialFit } from '~/features/matching/model/substitutions'
import { scoreLotForNeed } from '~/features/matching/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { findNeed, listOpenNeedsOf } from '~/features/needs/queries.server'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { REQUEST_DAYS } from '~/features/reservations/model/machine'
import { pickupDays } from '~/features/reservations/model/pickup'
import { requestReservationSchema } from '~/features/reservations/schema'
import { RequestForm, type NeedChoice } from '~/features/reservations/ui/request-form'
import { requireActor } from '~/http/actor.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { reservations } from '~/messages/reservations'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(reservations, 'new.title')

// The free quantity is read again after a refusal too: that is when it has changed.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'reservation:create')
  const found = orNotFound(await findVisibleLot(params.lotId ?? '', await lotViewerOf(request)))
  const place = await findPlaceInLine(found.id, actor.organisationId)
  // What the waiting list keeps for the taker is free for them alone.
  const keptMilli = place?.status === 'offered' ? place.quantityMilli : 0
  const lot = { ...found, availableMilli: found.availableMilli + keptMilli }
  const today = isoDayOf(nowMs())
  const needs = await needChoices(lot, await listOpenNeedsOf(actor.organisationId))
  const asked = new URL(request.url).searchParams
  const need = needs.find(({ id }) => id === asked.get('besoin')) ?? null
  const wantedMilli = parseMilli(asked.get('quantite') ?? '') || (need?.openMilli ?? MILLI)
  return {
    id: newId(),
    today,
    lot,
    photo: (await listPhotosOfLots([lot.id])).get(lot.id)?.[0] ?? null,
    needs,
    needId: need?.id ?? null,
    quantityMilli: Math.max(leastTakeMilli(lot), Math.min(wantedMilli, lot.availableMilli)),
    days: pickupDays(lot, today),
    promiseSource: (await asksUndertaking(lot, today))
      ? (await rulesInForce(today)).rules.resaleSource
      : null,
    isOwn: lot.organisationId === actor.organisationId,
    isOpen: lot.status === 'published' && lot.availableMilli > 0 && lot.availableUntil > today,
  }
}

/** Needs that the lot could serve, the best match first, each with its score or none outside its criteria. */
async function needChoices(lot: LotView, needs: readonly NeedView[]): Promise<NeedChoice[]> {
  const usable = needs.filter(
    (need) => need.unit === lot.unit && materialFit(lot.material, need.material) > 0,
  )
  const scored = await Promise.all(
    usable.map(async ({ id, title, openMilli, unit }, index) => {
      const pair = await scoreLotForNeed(lot, usable[index]!)
      return { id, title, openMilli, unit, score: pair && Math.round(pair.score) }
    }),
  )
  return scored.sort((a, b) => (b.score ?? -1) - (a.score ?? -1))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'reservation:create')
  const lot = orNotFound(await findVisibleLot(params.lotId ?? '', await lotViewerOf(request)))
  const form = await parseForm(request, requestReservationSchema)
  if (!form.ok) return form.reply
  const need = form.value.needId ? await findNeed(form.value.needId) : null
  const pair = need && (await scoreLotForNeed(lot, need))
  const requested = await requestReservation({
    ...form.value,
    actor,
    lotId: lot.id,
    matchScore: pair?.score,
  })
  if (!requested.ok) return form.refuse(requested.error)
  return redirect(`${paths.reservation(requested.value.id)}?fait=requested`)
}

export default function ReservationNew() {
  const t = useT(reservations)
  const { lot, photo, today, isOwn, isOpen, ...form } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        back={{ to: paths.lot(lot.id), label: t('new.back') }}
        title={t('new.title')}
        lead={t('new.lead', { days: REQUEST_DAYS })}
      />
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-label={t('new.lot')} className="max-w-md lg:order-last">
          <LotTag lot={lot} photo={photo} today={today} level="h2" priority />
        </section>
        {isOwn || !isOpen ? (
          <EmptyState
            title={t(isOwn ? 'new.ownTitle' : 'new.closedTitle')}
            actions={
              <>
                <ButtonLink to={paths.lots()}>{t('new.similar')}</ButtonLink>
                <ButtonLink to={isOwn ? paths.lot(lot.id) : paths.newNeed()} look="secondary">
                  {t(isOwn ? 'new.back' : 'new.stateNeed')}
                </ButtonLink>
              </>
            }
          >
            {t(isOwn ? 'new.ownText' : 'new.closedText')}
          </EmptyState>
        ) : (
          <RequestForm {...form} lot={lot} lastResult={reply?.result} />
        )}
      </div>
    </>
  )
}
