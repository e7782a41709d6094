import { addDays } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import type { LotView } from '~/features/lots/model/lot'
import { attributes } from '~/messages/attributes'
import { translator } from '~/messages/catalogue'
import { lotFacts } from '~/messages/lot-facts'
import { lotTerms } from '~/messages/lot-terms'
import { lots as lotTexts } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { attributeTexts } from '~/ui/attributes/attribute-text'

/** One fact of several lots: a text for each, and whether they are not all the same. */
export type CompareRow = { key: string; term: string; values: string[]; differs: boolean }

const NOTHING = '–'

/** What lots are compared by, in the order of a lot's page, then each attribute that one of them says. */
export function compareRows(lots: readonly LotView[], locale: Locale): CompareRow[] {
  return [...factRows(lots, locale), ...termRows(lots, locale), ...attributeRows(lots, locale)]
}

function rowOf(key: string, term: string, values: (string | null)[]): CompareRow {
  const texts = values.map((value) => value || NOTHING)
  return { key, term, values: texts, differs: new Set(texts).size > 1 }
}

function factRows(lots: readonly LotView[], locale: Locale): CompareRow[] {
  const t = translator(locale, lotTexts)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const row = (key: string, term: string, text: (lot: LotView) => string | null) =>
    rowOf(key, term, lots.map(text))
  return [
    row('material', t('fact.material'), (lot) => tMaterial(`type.${lot.material}.name`)),
    row('free', t('fact.free'), (lot) => format.quantity(lot.availableMilli, lot.unit)),
    row('quantity', t('csv.quantity'), (lot) => format.quantity(lot.quantityMilli, lot.unit)),
    row('mass', t('fact.mass'), (lot) => {
      if (lot.massG === null) return t('fact.missingMass')
      const mass = format.mass(lot.massG)
      return lot.massEstimated ? t('fact.estimated', { mass }) : mass
    }),
    row('condition', t('fact.condition'), (lot) =>
      tMaterial(`condition.${String(lot.condition) as '1' | '2' | '3' | '4' | '5'}.name`),
    ),
    row('price', t('fact.price'), (lot) =>
      lot.unitPriceCents === 0
        ? t('fact.gift')
        : t('fact.perUnit', { price: format.euros(lot.unitPriceCents), unit: format.unit(lot.unit) }),
    ),
    row('dates', t('fact.dates'), (lot) =>
      format.dayRange({ from: lot.availableFrom, until: lot.availableUntil }),
    ),
    row('commune', t('fact.commune'), (lot) => lot.communeName),
    row('giver', t('fact.giver'), (lot) => lot.organisationName),
  ]
}

function termRows(lots: readonly LotView[], locale: Locale): CompareRow[] {
  const t = translator(locale, lotFacts)
  const tTerm = translator(locale, lotTerms)
  const format = formatter(locale)
  const row = (key: string, term: string, text: (lot: LotView) => string | null) =>
    rowOf(key, term, lots.map(text))
  return [
    row('taking', t('taking'), (lot) => {
      if (lot.isWhole) return t('takenWhole')
      if (lot.minTakeMilli === null) return t('takenParts')
      return t('takenLeast', { least: format.quantity(lot.minTakeMilli, lot.unit) })
    }),
    row(
      'hazards',
      t('hazards'),
      (lot) => lot.hazards.map((hazard) => tTerm(`hazard.${hazard}`)).join(', ') || t('noHazards'),
    ),
    row('removal', t('removal'), (lot) => lot.removal && tTerm(`removal.${lot.removal}`)),
    row('packaging', t('packaging'), (lot) => lot.packaging && tTerm(`packaging.${lot.packaging}`)),
    row('volume', t('volume'), (lot) => (lot.volumeL === null ? null : format.quantity(lot.volumeL, 'm3'))),
    row('vehicle', t('vehicle'), (lot) => lot.vehicle && tTerm(`vehicle.${lot.vehicle}`)),
    row('storage', t('storage'), (lot) =>
      lot.storageUntil ? format.day(addDays(lot.storageUntil, -1)) : t('noStorage'),
    ),
    row('verified', t('origin'), (lot) => tTerm(`cedingRight.${lot.cedingRight}`)),
    row('basis', t('quantity'), (lot) => t(lot.quantityVerified ? 'verified' : 'estimated')),
  ]
}

function attributeRows(lots: readonly LotView[], locale: Locale): CompareRow[] {
  const t = translator(locale, attributes)
  const format = formatter(locale)
  const known = lots.map((lot) => attributeTexts(t, format, lot.material, lot.attributes))
  const labels = new Map(known.flatMap((texts) => texts.map(({ key, label }) => [key, label] as const)))
  return [...labels].map(([key, label]) =>
    rowOf(
      `attribute.${key}`,
      label,
      known.map((texts) => texts.find((one) => one.key === key)?.text ?? null),
    ),
  )
}
