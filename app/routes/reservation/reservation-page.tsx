import { isoDayOf, type IsoDay } from '~/core/days'
import type { TruckName } from '~/core/ledger-terms'
import { paths } from '~/core/paths'
import { HaulForm } from '~/features/accounting/ui/haul-form'
import type { PaperAddress } from '~/features/labels/paper-address.server'
import { PaperFoot } from '~/features/labels/ui/paper-address'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import type { CountSummary } from '~/features/reservations/model/counts'
import type { ReservationAction, Side } from '~/features/reservations/model/machine'
import type {
  HandoverView,
  PickupPlace,
  ReservationView,
  TimelineEntry,
} from '~/features/reservations/model/reservation-view'
import type { PaperKind } from '~/features/reservations/model/paper-facts'
import type { PickupDays } from '~/features/reservations/model/pickup'
import type { Done } from '~/features/reservations/model/done'
import { CountsTable } from '~/features/reservations/ui/counts-table'
import { DecisionForms, type FormResult } from '~/features/reservations/ui/decision-forms'
import { HandoverPanel, StateNotice } from '~/features/reservations/ui/handover-panel'
import { PapersPanel } from '~/features/reservations/ui/papers-panel'
import { PickupPanel } from '~/features/reservations/ui/pickup-panel'
import { PickupPlaceCard } from '~/features/reservations/ui/pickup-place'
import { Receipt } from '~/features/reservations/ui/receipt'
import { ReservationFacts } from '~/features/reservations/ui/reservation-facts'
import { ReservationTimeline } from '~/features/reservations/ui/reservation-timeline'
import { StatusBadge } from '~/features/reservations/ui/status-badge'
import type { AnswerPanel } from '~/http/answer-grounds.server'
import { pickups } from '~/messages/pickups'
import { reservations } from '~/messages/reservations'
import { scanner } from '~/messages/scanner'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Photo } from '~/ui/photo'
import { AnswerPanels } from './answer-panels'
import { HandoverEffect, type EffectProps } from './handover-effect'
import { NextLinks } from './next-links'

type PageProps = EffectProps & {
  view: ReservationView
  side: Side | null
  handover: HandoverView
  timeline: TimelineEntry[]
  place: PickupPlace | null
  days: PickupDays
  photo: PhotoView | null
  haul: { truck: TruckName; emptyReturnPct: number } | null
  expectedMassG: number | null
  /** Whether the reader may open the lot. */
  isLotReadable: boolean
  /** Whether the pieces of the lot have labels to be scanned. */
  hasLabels: boolean
  /** The documents of a signed handover. */
  papers: { number: string; kind: PaperKind }[]
  /** Made for the forms of this page. */
  ids: { check: string }
  today: IsoDay
  /** What each side counted at the collection. */
  counts: CountSummary
  actions: ReservationAction[]
  canPublish: boolean
  answer: AnswerPanel
  paper: PaperAddress
  done: Done | null
  lastResult: FormResult
}

/** One reservation for one of its readers: where it stands, what is to be done, what was done. */
export function ReservationPage(page: PageProps) {
  const t = useT(reservations)
  const format = useFormat()
  const { view, side, done, handover, photo } = page
  const headline = t(`headline.${view.status}.${side ?? 'reader'}`, {
    giver: view.giverName,
    taker: view.takerName,
    quantity: format.quantity(view.quantityMilli, view.lotUnit),
    day: view.expiresAtMs === null ? '' : format.dayLong(isoDayOf(view.expiresAtMs)),
  })
  return (
    <>
      <PageHeader
        back={{ to: paths.reservations(), label: t('back') }}
        eyebrow={
          <span className="flex flex-wrap items-center gap-3">
            {t(`side.${side ?? 'reader'}`)} <StatusBadge status={view.status} />
          </span>
        }
        title={view.lotTitle}
        lead={headline}
      />
      <div className="grid grid-cols-1 items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <DoneNotice done={done} />
          {handover.handover && (
            <Receipt view={view} handover={handover.handover} confirmations={handover.confirmations} />
          )}
          {handover.handover && <PapersPanel reservationId={view.id} papers={page.papers} />}
          {handover.handover && <HandoverEffect {...page} handoverId={handover.handover.id} />}
          <PickupPanel view={view} side={side} days={page.days} lastResult={page.lastResult} />
          {page.place && <PickupPlaceCard place={page.place} />}
          <CountsTable view={view} summary={page.counts} />
          <AnswerPanels {...page} />
          <NextForms page={page} />
          <NextLinks view={view} side={side} canPublish={page.canPublish} />
        </div>
        <aside className="flex flex-col gap-8">
          <div className="tag">
            <div className="tag-head">
              <span className="hole" aria-hidden />
              <p className="reference text-2xl">{view.lotReference}</p>
            </div>
            <Photo photo={photo && photoSourceOf(photo, '')} sizes="(min-width: 64rem) 22rem, 100vw" />
            <div className="p-4">
              <ReservationFacts
                view={view}
                expectedMassG={page.expectedMassG}
                isLotReadable={page.isLotReadable}
              />
            </div>
          </div>
          <ReservationTimeline
            entries={page.timeline}
            status={view.status}
            hasPickup={view.pickupAgreedAtMs !== null}
          />
        </aside>
      </div>
      <PaperFoot {...page.paper} />
    </>
  )
}

function NextForms({
  page: { view, side, handover, expectedMassG, actions, lastResult, hasLabels, ids, today, answer, haul },
}: {
  page: PageProps
}) {
  const format = useFormat()
  const names = { giver: view.giverName, taker: view.takerName }
  const reserved = format.quantity(view.quantityMilli, view.lotUnit)
  const form = { names, expectedMassG, reserved, checkId: ids.check, today, lastResult }
  if (side === null) return <StateNotice state={handover.state} side={null} names={names} />
  return (
    <>
      {view.status === 'accepted' && hasLabels && <ScanLabels id={view.id} />}
      {view.status === 'accepted' && <HandoverPanel state={handover.state} side={side} {...form} />}
      {view.status === 'accepted' && <HaulForm reservationId={view.id} haul={haul} />}
      {actions.length > 0 && (
        <DecisionForms actions={actions} mustExplain={answer.grounds?.isAgainst} lastResult={lastResult} />
      )}
    </>
  )
}

function ScanLabels({ id }: { id: string }) {
  const t = useT(scanner)
  const to = paths.scanner(`?reservation=${id}&acte=handed-over`)
  return (
    <Notice
      action={
        <ButtonLink to={to} look="secondary">
          {t('count.link')}
        </ButtonLink>
      }
    >
      {t('count.linkText')}
    </Notice>
  )
}

function DoneNotice({ done }: { done: Done | null }) {
  const t = useT(reservations)
  const tPickup = useT(pickups)
  if (done === null) return null
  const title = done === 'proposed' || done === 'agreed' ? tPickup(`done.${done}`) : t(`done.${done}`)
  return <Notice tone="success" live title={title} />
}
