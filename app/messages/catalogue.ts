import { formatter } from '~/core/format'
import { contractNames } from '~/core/french-names'
import type { Locale } from '~/core/locale'

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

/** The sentences of a namespace as they are printed. */
export type Catalogue<M extends Messages = Messages> = {
  readonly namespace: string
  /** By language. A browser gets its reader's alone: the build leaves the others out. */
  readonly sentences: { readonly [L in Locale]?: Messages }
  /** Known to the type checker only. */
  readonly shape?: M
}

/** The sentences of a catalogue as the type checker knows them. */
export type MessagesOf<C> = C extends Catalogue<infer M> ? M : never

/** French typography: no-break space inside «» and before : ; ! ? % €, and the curved apostrophe. */
function typeset(text: string): string {
  return text
    .replace(/ (?=[:;!?%€»])|(?<=«) /g, '\u00a0')
    .replace(/«(?=[^\s\u00a0])/g, '«\u00a0')
    .replace(/(?<=[^\s\u00a0])»/g, '\u00a0»')
    .replace(/(?<=\p{L})'(?=[\p{L}{«])/gu, '\u2019')
}

function printed(messages: Messages, print: (text: string) => string): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? print(value) : printed(value, print),
    ]),
  )
}

/**
 * The sentences of a namespace, in both languages. A route's bundle holds only the catalogues that it imports. Keys come
 * from `fr`; a key missing from `en`, or too many, is a type error.
 */
export function defineCatalogue<const M extends Messages>(
  namespace: string,
  messages: { fr: M; en: Mirror<NoInfer<M>> },
): Catalogue<M> {
  return { namespace, sentences: { fr: printed(messages.fr, typeset), en: messages.en } }
}

/** The rules of both languages (Unicode CLDR): French says `one` of 0 and 1.5, and `many` of whole millions. */
const PLURALS = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
} satisfies Record<Locale, Intl.PluralRules>

type SlotValues = Readonly<Record<string, string | number>>

/** The sentence or group under a dotted key. */
function at(messages: Messages, key: string): string | Messages | undefined {
  let found: string | Messages | undefined = messages
  for (const part of key.split('.')) {
    if (found === undefined || typeof found === 'string') return undefined
    found = Object.hasOwn(found, part) ? found[part] : undefined
  }
  return found
}

function sentenceFor(messages: Messages, key: string, count: unknown, locale: Locale): string {
  const keys =
    typeof count === 'number' ? [`${key}_${PLURALS[locale].select(count)}`, `${key}_other`, key] : [key]
  for (const candidate of keys) {
    const found = at(messages, candidate)
    if (typeof found === 'string') return found
  }
  return key
}

/** Numbers as the language writes them, texts as they are. */
function filled(sentence: string, slots: SlotValues, locale: Locale): string {
  return sentence.replace(/{{(\w+)}}/g, (_, name: string) => {
    const value = slots[name] ?? ''
    return typeof value === 'number' ? formatter(locale).number(value, 3) : String(value)
  })
}

/** The slots that may be names: texts that begin with a capital. */
function namesIn(slots: SlotValues): string[] {
  return Object.values(slots).filter(
    (value): value is string => typeof value === 'string' && /^\p{Lu}/u.test(value),
  )
}

function sentencesIn({ sentences }: Catalogue, locale: Locale): Messages {
  return sentences[locale] ?? sentences.fr ?? sentences.en ?? {}
}

/** The translating function of a catalogue in a language, outside React (mails, documents, `meta`). */
export function translator<M extends Messages>(locale: Locale, catalogue: Catalogue<M>): Translate<M> {
  const messages = sentencesIn(catalogue, locale)
  return (key, ...params) => {
    const slots: SlotValues | undefined = params[0]
    const sentence = sentenceFor(messages, key, slots?.count, locale)
    if (!slots) return sentence
    const text = filled(sentence, slots, locale)
    return locale === 'fr' ? contractNames(text, namesIn(slots)) : text
  }
}

/** Whether a catalogue has a sentence under this dotted key, which came from a database or a form. */
export function hasSentence<M extends Messages>(catalogue: Catalogue<M>, key: string): key is KeyOf<M> {
  const [messages] = Object.values(catalogue.sentences)
  return messages !== undefined && typeof at(messages, key) === 'string'
}
