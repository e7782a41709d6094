import { createInstance, type FormatterModule } from 'i18next'
import { formatter } from '~/core/format'
import { contractNames } from '~/core/french-names'
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '~/core/locale'

/** Sentences of one namespace; groups nest. A plural is a set of keys `x_one`, `x_other` (and `x_many` in French). */
export type Messages = { readonly [key: string]: string | Messages }

type PluralSuffix = '_one' | '_many' | '_other'
type Base<Key extends string> = Key extends `${infer Stem}${PluralSuffix}` ? Stem : Key

/** The shape that the other language must have: the same keys; `_many` exists in French only. */
type Mirror<M> = {
  readonly [Key in keyof M as Key extends `${string}_many` ? never : Key]: M[Key] extends string
    ? string
    : Mirror<M[Key]>
}

/** Dotted keys of a catalogue, plural suffixes folded: `lots.count_one | lots.count_other` → `lots.count`. */
export type KeyOf<M> = {
  [Key in keyof M & string]: M[Key] extends string ? Base<Key> : `${Key}.${KeyOf<M[Key]>}`
}[keyof M & string]

type SentenceAt<M, Key extends string> = Key extends keyof M
  ? M[Key]
  : Key extends `${infer Head}.${infer Rest}`
    ? Head extends keyof M
      ? SentenceAt<M[Head], Rest>
      : never
    : `${Key}_other` extends keyof M
      ? M[`${Key}_other`]
      : never

type IsPlural<M, Key extends string> = Key extends keyof M
  ? false
  : Key extends `${infer Head}.${infer Rest}`
    ? Head extends keyof M
      ? IsPlural<M[Head], Rest>
      : false
    : true

type Placeholder<Sentence> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never

type Slots<M, Key extends string> =
  Placeholder<SentenceAt<M, Key>> | (true extends IsPlural<M, Key> ? 'count' : never)

type Filled<Slot extends string> = { [Name in Slot]: Name extends 'count' ? number : string | number }

/** What `t` takes after the key: nothing, or one value for each `{{slot}}` of the sentence and `count` for a plural. */
export type ParamsOf<M, Key extends string> = [Slots<M, Key>] extends [never]
  ? []
  : [params: Filled<Slots<M, Key>>]

/** Translates the keys of one catalogue. Numbers in slots are written as the language writes them. */
export type Translate<M> = <Key extends KeyOf<M>>(key: Key, ...params: ParamsOf<M, Key>) => string

/** A registered namespace; `M` is known to the type checker only. */
export type Catalogue<M extends Messages = Messages> = {
  readonly namespace: string
  readonly messages: { readonly fr: M; readonly en: Messages }
}

const i18n = createInstance()
i18n.use({
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format?: string, language?: string) =>
    typeof value === 'number' && isLocale(language) ? formatter(language).number(value, 3) : String(value),
} satisfies FormatterModule)
void i18n.init({
  lng: DEFAULT_LOCALE,
  fallbackLng: false,
  supportedLngs: [...LOCALES],
  resources: {},
  ns: [],
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false, alwaysFormat: true },
})

/** French typography: no-break space inside «» and before : ; ! ? % €, and the curved apostrophe. */
function typeset(text: string): string {
  return text
    .replace(/ (?=[:;!?%€»])|(?<=«) /g, '\u00a0')
    .replace(/«(?=[^\s\u00a0])/g, '«\u00a0')
    .replace(/(?<=[^\s\u00a0])»/g, '\u00a0»')
    .replace(/(?<=\p{L})'(?=[\p{L}{«])/gu, '\u2019')
}

/** Sentences as printed. Both languages get `_many` (Unicode CLDR: French from 1,000,000), `_other` by default. */
function prepared(messages: Messages, print: (text: string) => string): Messages {
  const ready: Record<string, string | Messages> = {}
  for (const [key, value] of Object.entries(messages)) {
    const sentence = typeof value === 'string' ? print(value) : prepared(value, print)
    ready[key] = sentence
    const many = key.replace(/_other$/, '_many')
    if (many !== key && !(many in messages)) ready[many] = sentence
  }
  return ready
}

/**
 * Registers the sentences of a namespace at module load, in both languages. A route's bundle holds only the
 * catalogues that it imports. Keys come from `fr`; a key missing from `en`, or too many, is a type error.
 */
export function defineCatalogue<const M extends Messages>(
  namespace: string,
  messages: { fr: M; en: Mirror<NoInfer<M>> },
): Catalogue<M> {
  const en: Messages = messages.en
  i18n.addResourceBundle('fr', namespace, prepared(messages.fr, typeset), false, true)
  i18n.addResourceBundle(
    'en',
    namespace,
    prepared(en, (text) => text),
    false,
    true,
  )
  return { namespace, messages: { fr: messages.fr, en } }
}

/** The slots that may be names: texts that begin with a capital. */
function namesIn(slots: object | undefined): string[] {
  return Object.values(slots ?? {}).filter(
    (value): value is string => typeof value === 'string' && /^\p{Lu}/u.test(value),
  )
}

/** The translating function of a catalogue in a language, outside React (mails, documents, `meta`). */
export function translator<M extends Messages>(locale: Locale, catalogue: Catalogue<M>): Translate<M> {
  return (key, ...params) => {
    const [slots] = params
    const sentence: string = i18n.t(key, { lng: locale, ns: catalogue.namespace, ...slots })
    return locale === 'fr' ? contractNames(sentence, namesIn(slots)) : sentence
  }
}
