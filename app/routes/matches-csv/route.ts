import type { LoaderFunctionArgs } from '@remix-run/node'
import type { LotView } from '~/features/lots/model/lot'
import type { PairView } from '~/features/matching/model/pair-view'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { listPairsOf } from '~/features/matching/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { matching } from '~/messages/matching'

type Pair = { side: 'need' | 'lot'; lot: LotView; need: NeedView; view: PairView }

/** The pairs of the page, one a row, with the points of each part. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'match:read')
  const t = translator(await localeOf(request), matching)
  const pairs = await listPairsOf(actor.organisationId, { newest: 30, each: 3 })
  const rows: Pair[] = [
    ...pairs.needs.flatMap(({ need, best }) =>
      best.map(({ item, view }) => ({ side: 'need' as const, lot: item, need, view })),
    ),
    ...pairs.lots.flatMap(({ lot, best }) =>
      best.map(({ item, view }) => ({ side: 'lot' as const, lot, need: item, view })),
    ),
  ]
  const parts = SCORE_PARTS.map((key) => ({
    header: t('csvColumn.points', { part: t(`part.${key}`) }),
    cell: ({ view }: Pair) => view.parts.find((part) => part.key === key)?.points ?? null,
  }))
  const body = toCsv<Pair>(
    [
      { header: t('csvColumn.side'), cell: ({ side }) => t(`csvSide.${side}`) },
      { header: t('csvColumn.lotReference'), cell: ({ lot }) => lot.reference },
      { header: t('csvColumn.lotTitle'), cell: ({ lot }) => lot.title },
      { header: t('csvColumn.lotCommune'), cell: ({ lot }) => lot.communeName },
      { header: t('csvColumn.giver'), cell: ({ lot }) => lot.organisationName },
      { header: t('csvColumn.needTitle'), cell: ({ need }) => need.title },
      { header: t('csvColumn.needCommune'), cell: ({ need }) => need.communeName },
      { header: t('csvColumn.taker'), cell: ({ need }) => need.organisationName },
      { header: t('csvColumn.score'), cell: ({ view }) => view.score },
      ...parts,
      { header: t('csvColumn.straightKm'), cell: ({ view }) => tenth(view.straightKm) },
      { header: t('csvColumn.roadKm'), cell: ({ view }) => tenth(view.roadKm) },
      { header: t('csvColumn.days'), cell: ({ view }) => view.overlapDays },
      { header: t('csvColumn.covered'), cell: ({ view }) => view.coveredMilli / 1000 },
      { header: t('csvColumn.unit'), cell: ({ view }) => view.unit },
      {
        header: t('csvColumn.netKg'),
        cell: ({ view }) => (view.carbon.ok ? tenth(view.carbon.netKg) : null),
      },
      { header: t('csvColumn.weights'), cell: ({ view }) => view.weightsVersion },
    ],
    rows,
  )
  return download(body, 'rapprochements.csv', 'text/csv')
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
