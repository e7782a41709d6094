import { addDays, dayNumber, isoDayOf, type DayInterval, type IsoDay } from './days'
import type { Locale } from './locale'
import { MILLI, type Unit } from './units'

/**
 * Figures and dates as text. Spaces inside a figure are U+00A0, since the self-hosted fonts have no U+202F, and
 * nothing depends on the ICU data of the machine: server and browser must write the same text.
 */
export type Formatter = ReturnType<typeof createFormatter>

const NBSP = '\u00a0'
const MINUS = '\u2212'

const WORDS = {
  fr: {
    decimal: ',',
    group: NBSP,
    units: { u: 'u', ml: 'ml', m2: 'm²', m3: 'm³', kg: 'kg', t: 't' } satisfies Record<Unit, string>,
    bytes: ['o', 'ko', 'Mo', 'Go'],
    months: 'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(','),
    monthsShort: 'janv.,févr.,mars,avr.,mai,juin,juil.,août,sept.,oct.,nov.,déc.'.split(','),
    today: 'aujourd’hui',
    tomorrow: 'demain',
    yesterday: 'hier',
  },
  en: {
    decimal: '.',
    group: ',',
    units: { u: 'pcs', ml: 'lin. m', m2: 'm²', m3: 'm³', kg: 'kg', t: 't' } satisfies Record<Unit, string>,
    bytes: ['B', 'kB', 'MB', 'GB'],
    months: 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
      ',',
    ),
    monthsShort: 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec'.split(','),
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
  },
} satisfies Record<Locale, unknown>

let parisTime: Intl.DateTimeFormat | null = null

/** Made when a time is first shown: the first formatter of a time zone keeps a browser for tens of milliseconds. */
function timeInParis(): Intl.DateTimeFormat {
  parisTime ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return parisTime
}

/** Splits an ISO day; `month` is 1 to 12. */
function partsOf(day: IsoDay): { year: string; month: number; date: number } {
  return { year: day.slice(0, 4), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

/** A number rounded half away from zero to `max` decimals, keeping at least `min` of them. */
function plainNumber(locale: Locale, value: number, max: number, min: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a figure to show: ${value}`)
  const { decimal, group } = WORDS[locale]
  const scale = 10 ** max
  const rounded = Math.round(Math.abs(value) * scale * (1 + Number.EPSILON)) / scale
  const [whole = '0', fraction = ''] = rounded.toFixed(max).split('.')
  let kept = fraction
  while (kept.length > min && kept.endsWith('0')) kept = kept.slice(0, -1)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const isZero = /^0*$/.test(whole + kept)
  return (value < 0 && !isZero ? MINUS : '') + grouped + (kept ? decimal + kept : '')
}

/** Decimals that leave two significant digits or more. */
function fine(value: number): number {
  return value < 0.0995 ? 3 : value < 0.995 ? 2 : value < 9.95 ? 1 : 0
}

function figures(locale: Locale) {
  const words = WORDS[locale]
  const number = (value: number, decimals = 0, minDecimals = 0) =>
    plainNumber(locale, value, decimals, minDecimals)
  return {
    /** A figure with at most `decimals` decimals (none by default). */
    number,
    /** The symbol of a unit. */
    unit: (unit: Unit) => words.units[unit],
    /** A quantity in thousandths of its unit: `12 500, 'm2'` → «12,5 m²». */
    quantity: (quantityMilli: number, unit: Unit) =>
      `${number(quantityMilli / MILLI, 3)}${NBSP}${words.units[unit]}`,
    /** A mass in grams, in kg under one tonne and in t from there, with three significant digits at most. */
    mass(massG: number) {
      const size = Math.abs(massG)
      if (size < 999_500) return `${number(massG / 1000, size < 9_950 ? 1 : 0)}${NBSP}kg`
      const tonnes = massG / 1_000_000
      return `${number(tonnes, Math.abs(tonnes) < 10 ? 2 : Math.abs(tonnes) < 100 ? 1 : 0)}${NBSP}t`
    },
    /** An amount in cents excluding VAT: «12,50 € HT». */
    euros: (cents: number) =>
      locale === 'fr'
        ? `${number(cents / 100, 2, cents % 100 === 0 ? 0 : 2)}${NBSP}€${NBSP}HT`
        : `${cents < 0 ? MINUS : ''}€${number(Math.abs(cents) / 100, 2, cents % 100 === 0 ? 0 : 2)} excl.${NBSP}VAT`,
    /** A ratio (0.125) as a percentage, with one decimal by default: «12,5 %». */
    percent: (ratio: number, decimals = 1) =>
      `${number(ratio * 100, decimals, decimals)}${locale === 'fr' ? NBSP : ''}%`,
    /** A distance in km, with one decimal under 10 km. */
    km: (km: number) => `${number(km, Math.abs(km) < 9.95 ? 1 : 0)}${NBSP}km`,
    /** Greenhouse gases in kg or t of CO2 equivalent, as plain text; screens use `<Co2e>` for the subscript. */
    co2e(kgCo2e: number) {
      const { value, unit } = co2eParts(kgCo2e)
      return `${value}${NBSP}${unit}${NBSP}CO2e`
    },
    co2eParts,
    /** A file size in bytes, powers of 1,000. */
    bytes(bytes: number) {
      const power = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3
      return `${number(bytes / 1000 ** power, power < 2 ? 0 : 1)}${NBSP}${words.bytes[power] ?? ''}`
    },
  }

  function co2eParts(kgCo2e: number): { value: string; unit: 'kg' | 't' } {
    const size = Math.abs(kgCo2e)
    if (size < 999.5) return { value: number(kgCo2e, size < 9.95 ? 1 : 0), unit: 'kg' }
    return { value: number(kgCo2e / 1000, size < 99_950 ? 1 : 0), unit: 't' }
  }
}

function smallFigures(locale: Locale) {
  const number = (value: number) => plainNumber(locale, value, fine(value), 0)
  return {
    /** Energy in watt-hours, from mWh to MWh, with two significant digits or more. */
    energy(wh: number) {
      const [value, unit] =
        wh === 0
          ? [0, 'Wh']
          : wh < 0.0995
            ? [wh * 1000, 'mWh']
            : wh < 995
              ? [wh, 'Wh']
              : wh < 995_000
                ? [wh / 1000, 'kWh']
                : [wh / 1e6, 'MWh']
      return `${number(value)}${NBSP}${unit}`
    },
    /** A small mass in grams, from µg to kg, with two significant digits or more. */
    smallMass(grams: number) {
      const [value, unit] =
        grams === 0
          ? [0, 'g']
          : grams < 0.000_995
            ? [grams * 1e6, 'µg']
            : grams < 0.995
              ? [grams * 1000, 'mg']
              : grams < 995
                ? [grams, 'g']
                : [grams / 1000, 'kg']
      return `${number(value)}${NBSP}${unit}`
    },
  }
}

function dates(locale: Locale) {
  const words = WORDS[locale]
  const two = (value: number) => String(value).padStart(2, '0')
  const ordinal = (date: number) => (locale === 'fr' && date === 1 ? '1er' : String(date))
  const month = (day: IsoDay) => words.months[partsOf(day).month - 1] ?? ''

  /** «12/03/2027». */
  function day(iso: IsoDay): string {
    const { year, month: m, date } = partsOf(iso)
    return `${two(date)}/${two(m)}/${year}`
  }
  /** «12 mars 2027», «1er mars 2027». */
  function dayLong(iso: IsoDay): string {
    const { year, date } = partsOf(iso)
    return `${ordinal(date)}${NBSP}${month(iso)}${NBSP}${year}`
  }
  /** «12 mars», without the year, for days near today. */
  function dayShort(iso: IsoDay): string {
    return `${ordinal(partsOf(iso).date)}${NBSP}${month(iso)}`
  }
  /** «mars 2027», from a day of that month or from `YYYY-MM`. */
  function monthLong(iso: string): string {
    return `${month(iso)}${NBSP}${iso.slice(0, 4)}`
  }
  /** «janv.», for the axis of a chart. */
  function monthShort(iso: string): string {
    return words.monthsShort[partsOf(iso).month - 1] ?? ''
  }
  /** A half-open interval shown with its last included day: «du 12 au 18 mars 2027». */
  function dayRange({ from, until }: DayInterval): string {
    const last = addDays(until, -1)
    if (last <= from) return dayLong(from)
    const [link, lead] = locale === 'fr' ? [' au ', 'du '] : [' to ', '']
    if (from.slice(0, 7) === last.slice(0, 7))
      return `${lead}${ordinal(partsOf(from).date)}${link}${dayLong(last)}`
    if (from.slice(0, 4) === last.slice(0, 4)) return `${lead}${dayShort(from)}${link}${dayLong(last)}`
    return `${lead}${dayLong(from)}${link}${dayLong(last)}`
  }
  /** How far a day is from `today`: «aujourd’hui», «demain», «dans 9 jours», «il y a 3 jours». */
  function relativeDay(iso: IsoDay, today: IsoDay): string {
    const gap = dayNumber(iso) - dayNumber(today)
    if (gap === 0) return words.today
    if (gap === 1) return words.tomorrow
    if (gap === -1) return words.yesterday
    const count = plainNumber(locale, Math.abs(gap), 0, 0)
    if (locale === 'fr') return gap > 0 ? `dans ${count}${NBSP}jours` : `il y a ${count}${NBSP}jours`
    return gap > 0 ? `in ${count}${NBSP}days` : `${count}${NBSP}days ago`
  }
  /** The time in Paris at an instant in ms: «14 h 05». */
  function time(ms: number): string {
    const [hours = '', minutes = ''] = timeInParis().format(ms).split(':')
    return locale === 'fr' ? `${hours}${NBSP}h${NBSP}${minutes}` : `${hours}:${minutes}`
  }
  /** Day and time in Paris at an instant in ms: «12 mars 2027 à 14 h 05». */
  function instant(ms: number): string {
    return `${dayLong(isoDayOf(ms))} ${locale === 'fr' ? 'à' : 'at'} ${time(ms)}`
  }
  return { day, dayLong, dayShort, monthLong, monthShort, dayRange, relativeDay, time, instant }
}

function createFormatter(locale: Locale) {
  return { ...figures(locale), ...smallFigures(locale), ...dates(locale) }
}

const FORMATTERS = { fr: createFormatter('fr'), en: createFormatter('en') } satisfies Record<
  Locale,
  Formatter
>

/** The formatter of a language; one object per language for the life of the process. */
export function formatter(locale: Locale): Formatter {
  return FORMATTERS[locale]
}
