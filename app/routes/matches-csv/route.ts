import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import type { Locale } from '~/core/locale'
import { TRUCK_TEXTS } from '~/features/carbon/model/truck-texts'
import { DISMISSAL_REASONS } from '~/features/matching/model/dismissal'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { pairSearchSchema } from '~/features/matching/schema'
import { requireActor } from '~/http/actor.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { readStage, type ListedPair, type ListedReservation } from '~/http/pair-board.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { matching } from '~/messages/matching'
import { pairHaul } from '~/messages/pair-haul'
import { proposals } from '~/messages/proposals'
import { reservations } from '~/messages/reservations'

/** The pairs of the stage that the page shows, with the same filters, one a row. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'match:read')
  const search = parseSearch(request, pairSearchSchema)
  const locale = await localeOf(request)
  const { pairs, rows } = await readStage(actor, search)
  const stage = translator(locale, proposals)(`csvStage.${search.etape}`)
  const body =
    search.etape === 'reserves' || search.etape === 'remis'
      ? toCsv(reservationColumns(locale, stage), rows)
      : toCsv([...pairColumns(locale, stage), ...tripColumns(locale), ...dismissalColumns(locale)], pairs)
  return download(body, `rapprochements-${search.etape}.csv`, 'text/csv')
}

function pairColumns(locale: Locale, stage: string): CsvColumn<ListedPair>[] {
  const t = translator(locale, matching)
  const tProposals = translator(locale, proposals)
  return [
    { header: tProposals('csvColumn.stage'), cell: () => stage },
    {
      header: t('csvColumn.side'),
      cell: ({ side }) => t(side === 'taker' ? 'csvSide.need' : 'csvSide.lot'),
    },
    { header: t('csvColumn.lotReference'), cell: ({ lot }) => lot.reference },
    { header: t('csvColumn.lotTitle'), cell: ({ lot }) => lot.title },
    { header: t('csvColumn.lotCommune'), cell: ({ lot }) => lot.communeName },
    { header: t('csvColumn.giver'), cell: ({ lot }) => lot.organisationName },
    { header: t('csvColumn.needTitle'), cell: ({ need }) => need.title },
    { header: t('csvColumn.needCommune'), cell: ({ need }) => need.communeName },
    { header: t('csvColumn.taker'), cell: ({ need }) => need.organisationName },
    { header: tProposals('csvColumn.deadline'), cell: ({ deadline }) => deadline.on },
    { header: t('csvColumn.score'), cell: ({ view }) => view?.score ?? null },
    ...SCORE_PARTS.map((key) => ({
      header: t('csvColumn.points', { part: t(`part.${key}`) }),
      cell: ({ view }: ListedPair) => view?.parts.find((part) => part.key === key)?.points ?? null,
    })),
    { header: t('csvColumn.straightKm'), cell: ({ view }) => view && tenth(view.straightKm) },
    { header: t('csvColumn.roadKm'), cell: ({ view }) => view && tenth(view.roadKm) },
    { header: t('csvColumn.days'), cell: ({ view }) => view?.overlapDays ?? null },
    { header: t('csvColumn.covered'), cell: ({ view }) => view && view.coveredMilli / 1000 },
    { header: t('csvColumn.unit'), cell: ({ view }) => view?.unit ?? null },
    { header: t('csvColumn.weights'), cell: ({ view }) => view?.weightsVersion ?? null },
  ]
}

function tripColumns(locale: Locale): CsvColumn<ListedPair>[] {
  const t = translator(locale, matching)
  const tProposals = translator(locale, proposals)
  const tHaul = translator(locale, pairHaul)
  const taken = ({ haul }: ListedPair) => haul?.options.find(({ truck }) => truck === haul.chosen)
  const net = ({ haul }: ListedPair) => (haul?.net.ok ? haul.net : null)
  return [
    {
      header: tProposals('csvColumn.vehicle'),
      cell: ({ haul }) => (haul?.chosen ? tHaul(`truck.${TRUCK_TEXTS[haul.chosen]}`) : null),
    },
    { header: tProposals('csvColumn.trips'), cell: (pair) => taken(pair)?.trips ?? null },
    { header: tProposals('csvColumn.transport'), cell: (pair) => kg(taken(pair)?.meanG) },
    { header: t('csvColumn.netKg'), cell: (pair) => kg(net(pair)?.netG) },
    { header: tProposals('csvColumn.netLow'), cell: (pair) => kg(net(pair)?.lowG) },
    { header: tProposals('csvColumn.netHigh'), cell: (pair) => kg(net(pair)?.highG) },
  ]
}

function dismissalColumns(locale: Locale): CsvColumn<ListedPair>[] {
  const t = translator(locale, proposals)
  return [
    {
      header: t('csvColumn.contacted'),
      cell: ({ contactedAtMs }) => (contactedAtMs === null ? null : isoDayOf(contactedAtMs)),
    },
    {
      header: t('csvColumn.dismissed'),
      cell: ({ dismissed }) => dismissed && isoDayOf(dismissed.atMs),
    },
    {
      header: t('csvColumn.reason'),
      cell: ({ dismissed }) => {
        const reason = DISMISSAL_REASONS.find((name) => name === dismissed?.reason)
        return reason ? t(`reason.${reason}`) : null
      },
    },
  ]
}

function reservationColumns(locale: Locale, stage: string): CsvColumn<ListedReservation>[] {
  const t = translator(locale, matching)
  const tProposals = translator(locale, proposals)
  const tReservations = translator(locale, reservations)
  return [
    { header: tProposals('csvColumn.stage'), cell: () => stage },
    {
      header: t('csvColumn.side'),
      cell: ({ side }) => t(side === 'taker' ? 'csvSide.need' : 'csvSide.lot'),
    },
    { header: t('csvColumn.lotReference'), cell: ({ view }) => view.lotReference },
    { header: t('csvColumn.lotTitle'), cell: ({ view }) => view.lotTitle },
    { header: t('csvColumn.lotCommune'), cell: ({ view }) => view.lotCommuneName },
    { header: t('csvColumn.giver'), cell: ({ view }) => view.giverName },
    { header: t('csvColumn.needTitle'), cell: ({ view }) => view.needTitle },
    { header: t('csvColumn.taker'), cell: ({ view }) => view.takerName },
    {
      header: tProposals('csvColumn.reservation'),
      cell: ({ view }) => tReservations(`status.${view.status}`),
    },
    { header: tProposals('csvColumn.reserved'), cell: ({ view }) => view.quantityMilli / 1000 },
    { header: t('csvColumn.unit'), cell: ({ view }) => view.lotUnit },
    { header: t('csvColumn.score'), cell: ({ view }) => view.matchScore },
  ]
}

function kg(grams: number | undefined): number | null {
  return grams === undefined ? null : tenth(grams / 1000)
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
