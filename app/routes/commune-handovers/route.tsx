import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { offeredYears } from '~/features/accounting/model/years'
import { HandoversPage } from '~/features/board/ui/handovers-page'
import { findCommune } from '~/features/communes/queries.server'
import { boardHandovers } from '~/http/board-handovers.server'
import { localised } from '~/http/page-title'
import { orNotFound } from '~/http/replies.server'
import { communeFigures } from '~/messages/commune-figures'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const commune = data?.perimeter.name ?? ''
  return [{ title: `${localised({ matches }, communeFigures)('list.title', { commune })} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { code } = orNotFound(await findCommune(params.code ?? ''))
  const list = await boardHandovers(request, code)
  return { ...list, years: offeredYears(isoDayOf(nowMs()), list.period.year) }
}

export default function CommuneHandovers() {
  return <HandoversPage {...useLoaderData<typeof loader>()} />
}
