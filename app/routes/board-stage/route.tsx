import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HANDOVERS_A_PAGE } from '~/features/board/model/handover-list'
import { StagePage } from '~/features/board/ui/stage-page'
import { boardStage } from '~/http/board-rows.server'
import { pageTitle } from '~/http/page-title'
import { readableLots } from '~/http/readable-lots.server'
import { communeFigures } from '~/messages/commune-figures'

export const meta: MetaFunction = pageTitle(communeFigures, 'funnel.stage')

/** What a stage of the funnel of a board counts, for those who may see names of sites. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { perimeter, period, stage, rows, page: asked } = await boardStage(request, params.slug)
  const pages = Math.max(1, Math.ceil(rows.length / HANDOVERS_A_PAGE))
  const page = Math.min(asked, pages)
  const shown = rows.slice((page - 1) * HANDOVERS_A_PAGE, page * HANDOVERS_A_PAGE)
  const lots = shown.filter(({ reference }) => reference !== null).map(({ id }) => ({ lotId: id }))
  const readable = new Set(await readableLots(request, lots))
  return {
    ...{ perimeter, period, stage, page, pages },
    count: rows.length,
    massG: rows.reduce((sum, { massG }) => sum + massG, 0),
    rows: shown.map((row) => ({ ...row, isReadable: readable.has(row.id) })),
  }
}

export default function BoardStage() {
  return <StagePage {...useLoaderData<typeof loader>()} />
}
