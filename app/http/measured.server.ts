import type { EntryContext } from '@remix-run/node'
import { env } from '~/platform/env.server'

/**
 * The pattern of the page when its browser is to tell how fast it was: a share of pages, and none of those who ask not
 * to be followed (Do Not Track, Global Privacy Control) nor of failed ones; null otherwise.
 */
export function measuredPage(
  request: Request,
  { staticHandlerContext }: Pick<EntryContext, 'staticHandlerContext'>,
  drawn = Math.random(),
): string | null {
  const { headers } = request
  if (headers.get('DNT') === '1' || headers.get('Sec-GPC') === '1') return null
  if (staticHandlerContext.statusCode !== 200 || drawn >= env().webVitalsShare) return null
  const parts = staticHandlerContext.matches.map(({ route }) => route.path ?? '').filter(Boolean)
  return parts.some((part) => part.includes('*')) ? null : `/${parts.join('/')}`.replace(/\/{2,}/g, '/')
}
