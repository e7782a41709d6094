import { createContext, useContext } from 'react'
import { DEFAULT_LOCALE, isLocale, type Locale } from '~/core/locale'

/** What a page knows of its request even when every loader failed: the reader's language, and the id in the log. */
export type RequestFacts = { locale: Locale; requestId: string }

export const RequestFactsContext = createContext<RequestFacts | null>(null)

/** The name of the `meta` that carries the id to the browser. */
export const REQUEST_ID_META = 'request-id'

/** From the server's context; in the browser, from the page that the server wrote. */
export function useRequestFacts(): RequestFacts {
  const given = useContext(RequestFactsContext)
  if (given) return given
  if (typeof document === 'undefined') return { locale: DEFAULT_LOCALE, requestId: '' }
  const { lang } = document.documentElement
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${REQUEST_ID_META}"]`)
  return { locale: isLocale(lang) ? lang : DEFAULT_LOCALE, requestId: meta?.content ?? '' }
}

/** The id of the request that failed: the last one for data that the server could not answer, else the page's own. */
export function useFailedRequestId(): string {
  const { requestId } = useRequestFacts()
  return lastFailedDataRequest() ?? requestId
}

function lastFailedDataRequest(): string | null {
  if (typeof document === 'undefined') return null
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const failed = entries.filter(
    ({ name, responseStatus }) => responseStatus >= 500 && new URL(name).pathname.endsWith('.data'),
  )
  const [timing] = failed.at(-1)?.serverTiming ?? []
  return timing?.description || null
}
