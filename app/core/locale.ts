/** The languages of the interface, the default first. */
export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE: Locale = 'fr'

export function isLocale(text: unknown): text is Locale {
  return (LOCALES as readonly unknown[]).includes(text)
}

/**
 * The first supported language of an `Accept-Language` header, by descending quality (RFC 9110, 2022, §12.5.4).
 * French when the header is absent, empty or names none of ours.
 */
export function pickLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',', 30)
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean)
      return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) {
    if (isLocale(language)) return language
    if (language === '*') return DEFAULT_LOCALE
  }
  return DEFAULT_LOCALE
}
