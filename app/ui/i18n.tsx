import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { formatter, type Formatter } from '~/core/format'
import { DEFAULT_LOCALE, type Locale } from '~/core/locale'
import { translator, type Catalogue, type Messages, type Translate } from '~/messages/catalogue'

const LocaleContext = createContext<Locale>(DEFAULT_LOCALE)

/** Gives a language to every component below; the root sets it from the loader, so server and browser agree. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
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
