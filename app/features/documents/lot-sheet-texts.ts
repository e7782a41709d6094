import { addDays } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import type { LotView } from '~/features/lots/model/lot'
import { attributes } from '~/messages/attributes'
import { translator } from '~/messages/catalogue'
import { lotFacts } from '~/messages/lot-facts'
import { lotTerms } from '~/messages/lot-terms'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { attributeTexts } from '~/ui/attributes/attribute-text'

type Fact = { term: string; value: string }

/** What the sheet says of a lot, in the words and formats of its page: in short, its details, its pickup, its origin. */
export function lotSheetTexts(lot: LotView, locale: Locale) {
  const tAttribute = translator(locale, attributes)
  return {
    facts: shortFacts(lot, locale),
    details: attributeTexts(tAttribute, formatter(locale), lot.material, lot.attributes).map(
      ({ label, text }): Fact => ({ term: label, value: text }),
    ),
    pickup: pickupFacts(lot, locale),
    origin: originFacts(lot, locale),
  }
}

function shortFacts(lot: LotView, locale: Locale): Fact[] {
  const t = translator(locale, lots)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const grade = String(lot.condition) as '1' | '2' | '3' | '4' | '5'
  const price = { price: format.euros(lot.unitPriceCents), unit: format.unit(lot.unit) }
  const mass = lot.massG === null ? null : format.mass(lot.massG)
  return [
    {
      term: t('fact.free'),
      value: t('fact.freeOfAll', {
        free: format.quantity(lot.availableMilli, lot.unit),
        all: format.quantity(lot.quantityMilli, lot.unit),
      }),
    },
    { term: t('fact.material'), value: tMaterial(`type.${lot.material}.name`) },
    { term: t('fact.condition'), value: tMaterial(`condition.${grade}.name`) },
    {
      term: t('fact.mass'),
      value: mass === null ? t('fact.missingMass') : lot.massEstimated ? t('fact.estimated', { mass }) : mass,
    },
    { term: t('fact.dates'), value: format.dayRange({ from: lot.availableFrom, until: lot.availableUntil }) },
    { term: t('fact.price'), value: lot.unitPriceCents === 0 ? t('fact.gift') : t('fact.perUnit', price) },
    { term: t('fact.commune'), value: lot.communeName },
    { term: t('fact.giver'), value: lot.organisationName },
  ]
}

function pickupFacts(lot: LotView, locale: Locale): Fact[] {
  const t = translator(locale, lotFacts)
  const tTerm = translator(locale, lotTerms)
  const format = formatter(locale)
  const said = (text: string | null) => text ?? t('notSaid')
  const least = lot.minTakeMilli === null ? null : format.quantity(lot.minTakeMilli, lot.unit)
  const parts = least === null ? t('takenParts') : t('takenLeast', { least })
  return [
    { term: t('taking'), value: lot.isWhole ? t('takenWhole') : parts },
    { term: t('removal'), value: said(lot.removal && tTerm(`removal.${lot.removal}`)) },
    { term: t('packaging'), value: said(lot.packaging && tTerm(`packaging.${lot.packaging}`)) },
    { term: t('volume'), value: said(lot.volumeL === null ? null : format.quantity(lot.volumeL, 'm3')) },
    { term: t('vehicle'), value: said(lot.vehicle && tTerm(`vehicle.${lot.vehicle}`)) },
    { term: t('access'), value: lot.access },
    {
      term: t('storage'),
      value: lot.storageUntil ? format.day(addDays(lot.storageUntil, -1)) : t('noStorage'),
    },
  ]
}

function originFacts(lot: LotView, locale: Locale): Fact[] {
  const t = translator(locale, lotFacts)
  const tTerm = translator(locale, lotTerms)
  return [
    { term: t('provenance'), value: lot.provenance },
    { term: t('quantity'), value: t(lot.quantityVerified ? 'verified' : 'estimated') },
    { term: t('right'), value: tTerm(`cedingRight.${lot.cedingRight}`) },
  ]
}
