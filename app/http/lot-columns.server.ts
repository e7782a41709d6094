import { addDays } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { MILLI } from '~/core/units'
import type { LotView } from '~/features/lots/model/lot'
import { translator } from '~/messages/catalogue'
import { attributes } from '~/messages/attributes'
import { lotFacts } from '~/messages/lot-facts'
import { lotTerms } from '~/messages/lot-terms'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { attributeTexts } from '~/ui/attributes/attribute-text'
import type { CsvColumn } from './csv.server'

/** The columns of every export of lots, in the reader's language. */
export function lotColumnsIn(locale: Locale, origin: string): CsvColumn<LotView>[] {
  const t = translator(locale, lots)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  return [
    { header: t('csv.reference'), cell: (lot) => lot.reference },
    { header: t('csv.title'), cell: (lot) => lot.title },
    { header: t('csv.material'), cell: (lot) => tMaterial(`type.${lot.material}.name`) },
    { header: t('csv.available'), cell: (lot) => lot.availableMilli / MILLI },
    { header: t('csv.quantity'), cell: (lot) => lot.quantityMilli / MILLI },
    { header: t('csv.unit'), cell: (lot) => format.unit(lot.unit) },
    { header: t('csv.massKg'), cell: (lot) => (lot.massG === null ? null : lot.massG / 1000) },
    {
      header: t('csv.massEstimated'),
      cell: (lot) => (lot.massG === null ? null : t(lot.massEstimated ? 'csv.yes' : 'csv.no')),
    },
    { header: t('csv.condition'), cell: (lot) => lot.condition },
    { header: t('csv.from'), cell: (lot) => lot.availableFrom },
    { header: t('csv.until'), cell: (lot) => lot.availableUntil },
    { header: t('csv.unitPrice'), cell: (lot) => lot.unitPriceCents / 100 },
    ...termColumnsIn(locale),
    { header: t('csv.commune'), cell: (lot) => lot.communeName },
    { header: t('csv.communeCode'), cell: (lot) => lot.communeCode },
    { header: t('csv.giver'), cell: (lot) => lot.organisationName },
    { header: t('csv.link'), cell: (lot) => origin + paths.lot(lot.id) },
  ]
}

/** What the posting form asks beyond material, quantity and dates; an empty cell is what was not said. */
function termColumnsIn(locale: Locale): CsvColumn<LotView>[] {
  const t = translator(locale, lotFacts)
  const tTerm = translator(locale, lotTerms)
  const tAttribute = translator(locale, attributes)
  const format = formatter(locale)
  const tLots = translator(locale, lots)
  const known = (lot: LotView) => attributeTexts(tAttribute, format, lot.material, lot.attributes)
  return [
    {
      header: t('csv.attributes'),
      cell: (lot) =>
        known(lot)
          .map(({ label, text }) => `${label} ${text}`)
          .join(' ; '),
    },
    {
      header: t('csv.hazards'),
      cell: (lot) => lot.hazards.map((hazard) => tTerm(`hazard.${hazard}`)).join(' ; ') || t('noHazards'),
    },
    { header: t('csv.whole'), cell: (lot) => tLots(lot.isWhole ? 'csv.yes' : 'csv.no') },
    { header: t('csv.minTake'), cell: (lot) => lot.minTakeMilli && lot.minTakeMilli / MILLI },
    { header: t('removal'), cell: (lot) => lot.removal && tTerm(`removal.${lot.removal}`) },
    { header: t('packaging'), cell: (lot) => lot.packaging && tTerm(`packaging.${lot.packaging}`) },
    { header: t('csv.volumeM3'), cell: (lot) => (lot.volumeL === null ? null : lot.volumeL / 1000) },
    { header: t('csv.vehicle'), cell: (lot) => lot.vehicle && tTerm(`vehicle.${lot.vehicle}`) },
    { header: t('access'), cell: (lot) => lot.access },
    { header: t('csv.storage'), cell: (lot) => lot.storageUntil && addDays(lot.storageUntil, -1) },
    { header: t('provenance'), cell: (lot) => lot.provenance },
    { header: t('csv.verified'), cell: (lot) => tLots(lot.quantityVerified ? 'csv.yes' : 'csv.no') },
    { header: t('right'), cell: (lot) => tTerm(`cedingRight.${lot.cedingRight}`) },
  ]
}
