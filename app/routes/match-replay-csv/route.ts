import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ReplayedComputation } from '~/features/matching/model/replayed-pair'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { replayComputations } from '~/features/matching/queries/replay.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { requireReplayedPair } from '~/http/replayed-pair.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { matching } from '~/messages/matching'
import { matchReplay } from '~/messages/match-replay'

/** Every computation of a pair, the newest first, kept and redone. For its sides and the Métropole's team. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const pair = await requireReplayedPair(request, params.pairId)
  const locale = await localeOf(request)
  const t = translator(locale, matchReplay)
  const tPart = translator(locale, matching)
  const redone = ({ replay }: ReplayedComputation) => (replay.kind === 'redone' ? replay.pair : null)
  const verdict = ({ replay }: ReplayedComputation) => {
    if (replay.kind === 'redone') return t(replay.isSame ? 'verdict.same' : 'verdict.different')
    return t(`verdict.${replay.kind}`)
  }
  const parts = SCORE_PARTS.flatMap((key) => {
    const part = tPart(`part.${key}`)
    const partOf = (row: ReplayedComputation) => redone(row)?.parts.find((each) => each.key === key)
    return [
      { header: t('csv.value', { part }), cell: (row: ReplayedComputation) => partOf(row)?.value ?? null },
      { header: t('csv.weight', { part }), cell: (row: ReplayedComputation) => row.weights?.[key] ?? null },
      {
        header: t('csv.redoneOf', { part }),
        cell: (row: ReplayedComputation) => partOf(row)?.points ?? null,
      },
      { header: t('csv.kept', { part }), cell: (row: ReplayedComputation) => pointsOf(row.partsCenti[key]) },
    ]
  })
  const body = toCsv<ReplayedComputation>(
    [
      { header: t('csv.at'), cell: ({ computedAtMs }) => new Date(computedAtMs).toISOString() },
      { header: t('csv.score'), cell: ({ scoreCenti }) => scoreCenti / 100 },
      { header: t('csv.verdict'), cell: verdict },
      { header: t('csv.redone'), cell: (row) => redone(row)?.score ?? null },
      { header: t('csv.formula'), cell: ({ formulaVersion }) => formulaVersion },
      { header: t('csv.weights'), cell: ({ weightsVersion }) => weightsVersion },
      { header: t('csv.factors'), cell: ({ factorVersion }) => factorVersion },
      ...parts,
    ],
    await replayComputations(pair.id),
  )
  return download(body, `${t('csvFile')}.csv`, 'text/csv')
}

function pointsOf(centi: number | undefined): number | null {
  return centi === undefined ? null : centi / 100
}
