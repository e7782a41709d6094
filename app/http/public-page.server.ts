import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { Locale } from '~/core/locale'
import { env } from '~/platform/env.server'

/** A page of what a search shows to any visitor, as feeds and maps for other programs tell it. */
export type PublicPage = {
  locale: Locale
  /** What the search asks, in words. */
  name: string
  total: number
  page: number
  pages: number
  /** Where the installation is found: no header of a request decides on it. */
  origin: string
  pageUrl: string
  /** The query of the same search at a page. */
  queryAt: (page: number) => string
  /** Town points by code: the only place that is told of what is found. */
  points: Map<string, { lat: number; lon: number }>
  changedAtMs: number
}

type Asked = {
  locale: Locale
  name: string
  total: number
  page: number
  /** How many a page holds. */
  size: number
  path: string
  queryAt: (page: number) => string
  communes: readonly { code: string; lat: number; lon: number }[]
  changedAtMs: number
}

/** What stands around the items of such a page. What passes midnight changes without a change of its own: the day counts as one. */
export function publicPage({ size, path, communes, changedAtMs, ...asked }: Asked): PublicPage {
  const origin = env().publicUrl
  return {
    ...asked,
    pages: Math.max(1, Math.ceil(asked.total / size)),
    origin,
    pageUrl: origin + path + asked.queryAt(1),
    points: new Map(communes.map(({ code, lat, lon }) => [code, { lat, lon }])),
    changedAtMs: Math.max(changedAtMs, dayStartMs()),
  }
}

/** Midnight in Paris, to the hour that is never after it. */
function dayStartMs(): number {
  const today = isoDayOf(nowMs())
  const winter = Date.parse(`${today}T00:00:00+01:00`)
  const summer = Date.parse(`${today}T00:00:00+02:00`)
  return isoDayOf(summer) === today ? summer : winter
}
