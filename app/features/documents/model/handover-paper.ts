import type { Locale } from '~/core/locale'
import type { PaperFacts } from '~/features/reservations/model/paper-facts'

/** All that the pages of a document are drawn from. */
export type HandoverPaper = {
  facts: PaperFacts
  factsSha256: string
  locale: Locale
  issuedAtMs: number
  /** Where anyone checks it. */
  url: string
}
