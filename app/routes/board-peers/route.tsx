import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { medianOf } from '~/features/accounting/model/median'
import type { MEASURES } from '~/features/board/model/peers'
import { PeersPage } from '~/features/board/ui/peers-page'
import { boardPeers } from '~/http/board-rows.server'
import { localised } from '~/http/page-title'
import { boardRows } from '~/messages/board-rows'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const place = data?.perimeter.name ?? ''
  return [{ title: `${localised({ matches }, boardRows)('peers.title', { place })} – Gisement` }]
}

/** The places that the medians of a board are taken of. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const peers = await boardPeers(request, params.slug)
  const median = (measure: (typeof MEASURES)[number]) =>
    medianOf(peers.rows.flatMap(({ values }) => values[measure] ?? []))
  return {
    ...peers,
    medians: {
      rate: median('rate'),
      perSite: median('perSite'),
      perInhabitant: median('perInhabitant'),
    },
  }
}

export default function BoardPeers() {
  return <PeersPage {...useLoaderData<typeof loader>()} />
}
