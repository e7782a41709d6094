import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { formatter, type Formatter } from '~/core/format'
import { DEFAULT_LOCALE, type Locale } from '~/core/locale'
import { translator, type Catalogue, type Messages, type Translate } from '~/messages/catalogue'

const LocaleContext = createContext<Locale>(DEFAULT_LOCALE)

/** Gives a language to every component below; the root sets it from the loader, so server and browser agree. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

/**
 * The language of a page is that of its scripts, for as long as it stays open: where another was chosen since, here or
 * in another tab, the page is asked for anew.
 */
export function useLanguageOfPage(chosen: Locale): Locale {
  const [locale] = useState(chosen)
  useEffect(() => {
    if (chosen !== locale) window.location.reload()
  }, [chosen, locale])
  return locale
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** The translating function of a catalogue in the reader's language. */
export function useT<M extends Messages>(catalogue: Catalogue<M>): Translate<M> {
  const locale = useLocale()
  return useMemo(() => translator(locale, catalogue), [locale, catalogue])
}

/** Figures and dates in the reader's language. */
export function useFormat(): Formatter {
  return formatter(useLocale())
}
