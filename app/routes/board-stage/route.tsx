import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StagePage } from '~/features/board/ui/stage-page'
import { boardStagePage } from '~/http/board-rows.server'
import { pageTitle } from '~/http/page-title'
import { readableLots } from '~/http/readable-lots.server'
import { communeFigures } from '~/messages/commune-figures'

export const meta: MetaFunction = pageTitle(communeFigures, 'funnel.stage')

/** What a stage of the funnel of a board counts, for those who may see names of sites. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { rows, ...stage } = await boardStagePage(request, params.slug)
  const lots = rows.filter(({ reference }) => reference !== null).map(({ id }) => ({ lotId: id }))
  const readable = new Set(await readableLots(request, lots))
  return { ...stage, rows: rows.map((row) => ({ ...row, isReadable: readable.has(row.id) })) }
}

export default function BoardStage() {
  return <StagePage {...useLoaderData<typeof loader>()} />
}
