import type { LoaderFunctionArgs } from '@remix-run/node'
import { replayComputations, scorePairToday } from '~/features/matching/queries/replay.server'
import { requireReplayedPair } from '~/http/replayed-pair.server'

/** The whole of a replay: the pair, every computation with what it read, kept and redone, and the score of today. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const pair = await requireReplayedPair(request, params.pairId)
  const [computations, today] = await Promise.all([replayComputations(pair.id), scorePairToday(pair)])
  return Response.json(
    { format: 'gisement-match-replay/1', pair, computations, today },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
