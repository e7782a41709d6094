import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import type { SharedLot } from '~/features/lots/model/share'
import { findSharedLot } from '~/features/lots/queries/shares.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { localised } from '~/http/page-title'
import { SHARE_STATUS } from '~/http/status'
import { lotShares } from '~/messages/lot-shares'
import { GoneLink } from './gone-link'
import { SharedSheet } from './shared-sheet'
import { readSharedSheet } from './shared-sheet.server'

/** Search engines leave the page out, and no address that is opened from it is told the secret. */
const PRIVATE = { 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'strict-origin' } as const

export const headers: HeadersFunction = () => ({ ...PRIVATE, 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = localised(args, lotShares)
  const { sheet, state } = args.data ?? {}
  const title = sheet
    ? t('page.title', { title: sheet.lot.title })
    : t(`page.gone.${state && state !== 'open' ? state : 'unknown'}`)
  return [
    { title: `${title} – Gisement` },
    { name: 'robots', content: PRIVATE['X-Robots-Tag'] },
    { name: 'referrer', content: PRIVATE['Referrer-Policy'] },
  ]
}

/** Opening a link changes nothing and is counted nowhere. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const shared: SharedLot = await findSharedLot(token)
  const { state } = shared
  const sheet =
    shared.state === 'open' ? await readSharedSheet(shared.lot, token, await lotViewerOf(request)) : null
  const until = shared.state === 'open' ? isoDayOf(shared.expiresAtMs) : null
  return data({ state, token, sheet, until }, { status: SHARE_STATUS[state] })
}

export default function SharedLotPage() {
  const { state, sheet, token, until } = useLoaderData<typeof loader>()
  if (!sheet || until === null) return <GoneLink state={state === 'open' ? 'unknown' : state} />
  return <SharedSheet sheet={sheet} token={token} until={until} />
}
