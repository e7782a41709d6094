import type { Locale } from '~/core/locale'

/** A list as a file: its name without an ending, and the text of the CSV. */
export type ListCsv = (request: Request, locale: Locale) => Promise<{ file: string; body: string }>
