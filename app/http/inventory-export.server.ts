import { conditionKey } from '~/core/condition-key'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { readLineFunnels } from '~/features/accounting/funnel.server'
import { readClosing } from '~/features/closing/read-closing.server'
import { findInventory, listWastes, type SiteView } from '~/features/sites/queries.server'
import { translator } from '~/messages/catalogue'
import { inventory as texts } from '~/messages/inventory'
import { inventoryExport } from '~/messages/inventory-export'
import { materials } from '~/messages/materials'
import { sites } from '~/messages/sites'
import { sheetOf, type SheetColumn, type WrittenSheet } from '~/platform/tables/write-workbook.server'
import { orNotFound } from './replies.server'

type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** The inventory of a site as rows and columns in the reader's language; the import reads its heads again. */
export async function inventorySheet(site: SiteView, locale: Locale) {
  const inventory = orNotFound(await findInventory(site.id))
  return { columns: inventoryColumns(site, inventory, locale), rows: await linesOf(site.id, inventory.lines) }
}

type Inventory = NonNullable<Awaited<ReturnType<typeof findInventory>>>

/** Each line with what became of it, in grams; what is left is what neither handovers nor declared departures took. */
async function linesOf(siteId: string, lines: Inventory['lines']) {
  const [funnels, { sums }] = await Promise.all([readLineFunnels(siteId), readClosing(siteId)])
  const closed = new Map(sums.rows.map((row) => [row.id, row]))
  return lines.map((line) => {
    const funnel = funnels.get(line.id)
    const row = closed.get(line.id)
    return {
      ...line,
      lots: funnel?.lots ?? 0,
      publishedG: funnel?.publishedG ?? 0,
      reservedG: funnel?.reservedG ?? 0,
      handedOverG: row?.handedOverG ?? 0,
      declaredG: row?.declaredG ?? 0,
      leftG: Math.max(0, row?.gapG ?? line.massG),
    }
  })
}

function inventoryColumns(site: SiteView, inventory: Inventory, locale: Locale): SheetColumn<Line>[] {
  const t = translator(locale, inventoryExport)
  const tSite = translator(locale, sites)
  const tSurvey = translator(locale, texts)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const kg = (header: string, cell: (line: Line) => number): SheetColumn<Line> => ({
    header,
    cell: (line) => cell(line) / 1000,
  })
  const text = (header: string, cell: (line: Line) => string, width = 24): SheetColumn<Line> => ({
    ...{ header, cell, width },
  })
  return [
    text(t('product'), (line) => line.product, 36),
    text(t('category'), (line) => tMaterial(`type.${line.material}.name`)),
    { header: t('quantity'), cell: (line) => line.quantityMilli / 1000 },
    text(t('unit'), (line) => format.unit(line.unit), 8),
    kg(t('massKg'), (line) => line.massG),
    text(t('estimated'), (line) => t(line.massEstimated ? 'yes' : 'no'), 10),
    kg(t('reusableKg'), (line) => line.reusableMassG),
    text(t('condition'), ({ condition }) =>
      condition === null ? '' : tMaterial(`condition.${conditionKey(condition)}.name`),
    ),
    text(t('dimensions'), (line) => line.dimensions),
    text(t('assembly'), (line) => line.assembly),
    text(t('location'), (line) => line.location),
    text(t('reusability'), (line) => line.reusability),
    text(t('precautions'), (line) => line.precautions),
    { header: t('lots'), cell: (line) => line.lots },
    kg(t('publishedKg'), (line) => line.publishedG),
    kg(t('reservedKg'), (line) => line.reservedG),
    kg(t('handedOverKg'), (line) => line.handedOverG),
    kg(t('declaredKg'), (line) => line.declaredG),
    kg(t('leftKg'), (line) => line.leftG),
    text(t('site'), () => site.name),
    text(tSite('csv.diagnostic'), () => tSite(`inventory.kind.${inventory.kind}`)),
    text(tSurvey('csv.surveyedOn'), () => inventory.surveyedOn),
    text(tSurvey('csv.surveyor'), () => inventory.surveyor),
  ]
}

type Waste = Awaited<ReturnType<typeof listWastes>>[number]

/** The waste that a site's survey foresees, with heads that the import reads again. */
export async function wasteSheet(site: SiteView, locale: Locale) {
  const t = translator(locale, inventoryExport)
  const tInventory = translator(locale, texts)
  const columns: SheetColumn<Waste>[] = [
    { header: t('wasteLabel'), cell: ({ label }) => label, width: 36 },
    { header: t('wasteFamily'), cell: ({ family }) => tInventory(`waste.families.${family}`) },
    { header: t('wasteCode'), cell: ({ wasteCode }) => wasteCode },
    { header: t('massKg'), cell: ({ massG }) => massG / 1000 },
    { header: t('outlet'), cell: ({ outlet }) => outlet, width: 36 },
    { header: t('site'), cell: () => site.name, width: 24 },
  ]
  return { columns, rows: await listWastes(site.id) }
}

/** Both tables as the sheets of a workbook; waste only where the survey foresees some. */
export async function inventorySheets(site: SiteView, locale: Locale): Promise<WrittenSheet[]> {
  const t = translator(locale, inventoryExport)
  const [lines, wastes] = await Promise.all([inventorySheet(site, locale), wasteSheet(site, locale)])
  const sheets = [sheetOf(t('sheet.lines'), lines.columns, lines.rows)]
  if (wastes.rows.length > 0) sheets.push(sheetOf(t('sheet.wastes'), wastes.columns, wastes.rows))
  return sheets
}
