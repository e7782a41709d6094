import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { PaperFoot } from '~/features/labels/ui/paper-address'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { CountsTable } from '~/features/reservations/ui/counts-table'
import { DisputePanel } from '~/features/reservations/ui/dispute-panel'
import { OverdueNotice } from '~/features/reservations/ui/overdue-notice'
import { PapersPanel } from '~/features/reservations/ui/papers-panel'
import { PickupPanel } from '~/features/reservations/ui/pickup-panel'
import { ThreadLink } from '~/features/reservations/ui/thread-link'
import { WithdrawnSlot } from '~/features/reservations/ui/withdrawn-slot'
import { PickupPlaceCard } from '~/features/reservations/ui/pickup-place'
import { Receipt } from '~/features/reservations/ui/receipt'
import { ReservationFacts } from '~/features/reservations/ui/reservation-facts'
import { ReservationTimeline } from '~/features/reservations/ui/reservation-timeline'
import { StatusBadge } from '~/features/reservations/ui/status-badge'
import { reservationHeadlines } from '~/messages/reservation-headlines'
import { reservations } from '~/messages/reservations'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Photo } from '~/ui/photo'
import { AnswerPanels } from './answer-panels'
import { HandoverEffect } from './handover-effect'
import { NextLinks } from './next-links'
import { DoneNotice, NextForms } from './next-steps'
import type { PageProps } from './page-props'

/** One reservation for one of its readers: where it stands, what is to be done, what was done. */
export function ReservationPage(page: PageProps) {
  const t = useT(reservations)
  const tHeadline = useT(reservationHeadlines)
  const format = useFormat()
  const { view, side, done, handover, photo } = page
  const headline = tHeadline(`${view.status}.${side ?? 'reader'}`, {
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
          {page.isOverdue && <OverdueNotice />}
          {page.dispute && (
            <DisputePanel
              dispute={page.dispute}
              side={side}
              mayArbitrate={page.mayArbitrate}
              names={{ giver: view.giverName, taker: view.takerName }}
              lastResult={page.lastResult}
            />
          )}
          {page.withdrawn && <WithdrawnSlot id={view.id} slot={page.withdrawn} />}
          <PickupPanel
            view={view}
            side={side}
            days={page.days}
            offers={page.offers}
            lastResult={page.lastResult}
          />
          {page.place && <PickupPlaceCard place={page.place} />}
          {page.thread && <ThreadLink id={view.id} {...page.thread} />}
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
            csvHref={paths.reservationHistoryCsv(view.id)}
          />
        </aside>
      </div>
      <PaperFoot {...page.paper} />
    </>
  )
}
