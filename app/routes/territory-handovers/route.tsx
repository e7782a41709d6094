import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { offeredYears } from '~/features/accounting/model/years'
import { HandoversPage } from '~/features/board/ui/handovers-page'
import { boardHandovers } from '~/http/board-handovers.server'
import { localised } from '~/http/page-title'
import { communeFigures } from '~/messages/commune-figures'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const place = data?.perimeter.name ?? ''
  return [{ title: `${localised({ matches }, communeFigures)('list.titleWide', { place })} – Gisement` }]
}

/** The handovers behind the figures of a territory, a département or the Métropole; a commune has its own address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params.slug ?? ''
  const own = paths.boardHandovers(slug)
  if (own !== `/territoires/${slug}/remises`) return redirect(own + new URL(request.url).search, 301)
  const list = await boardHandovers(request, slug)
  return { ...list, years: offeredYears(isoDayOf(nowMs()), list.period.year) }
}

export default function TerritoryHandovers() {
  return <HandoversPage {...useLoaderData<typeof loader>()} />
}
