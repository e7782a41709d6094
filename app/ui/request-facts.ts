import { createContext, useContext } from 'react'
import { DEFAULT_LOCALE, isLocale, type Locale } from '~/core/locale'

/**
 * What a page knows of its request even when every loader failed: the reader's language, the id in the log, and the
 * pattern of the page when its browser is to tell how fast it was.
 */
export type RequestFacts = { locale: Locale; requestId: string; measured: string | null }

export const RequestFactsContext = createContext<RequestFacts | null>(null)

/** The name of the `meta` that carries the id to the browser. */
export const REQUEST_ID_META = 'request-id'

/** The name of the `meta` that asks the browser to tell how fast the page was, and under which pattern. */
export const MEASURED_META = 'measured-page'

/** From the server's context; in the browser, from the page that the server wrote. */
export function useRequestFacts(): RequestFacts {
  const given = useContext(RequestFactsContext)
  if (given) return given
  if (typeof document === 'undefined') return { locale: DEFAULT_LOCALE, requestId: '', measured: null }
  const { lang } = document.documentElement
  const requestId = readMeta(REQUEST_ID_META) ?? ''
  return { locale: isLocale(lang) ? lang : DEFAULT_LOCALE, requestId, measured: readMeta(MEASURED_META) }
}

/** What a `meta` of the page says; null where it has none. */
export function readMeta(name: string): string | null {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? null
}

/** The id of the request that failed: the last one for data that the server could not answer, else the page's own. */
export function useFailedRequestId(): string {
  const { requestId } = useRequestFacts()
  return lastFailedDataRequest() ?? requestId
}

function lastFailedDataRequest(): string | null {
  if (typeof document === 'undefined') return null
  const entries = performance.getEntriesByType('resource')
  const failed = entries.filter(
    ({ name, responseStatus }) => responseStatus >= 500 && new URL(name).pathname.endsWith('.data'),
  )
  const [timing] = failed.at(-1)?.serverTiming ?? []
  return timing?.description || null
}
