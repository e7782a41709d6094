import { familiesOf } from '~/features/closing/model/closing-record'
import { isReuse, movesOf } from '~/features/closing/model/moves'
import { translator } from '~/messages/catalogue'
import { closing } from '~/messages/closing'
import { closingPaper } from '~/messages/closing-paper'
import { factSheet, sheetOf, type WrittenSheet } from '~/platform/tables/write-workbook.server'
import { familyColumns, moveColumns, rowColumns } from './closing-columns.server'
import { closingFacts, closingTotals, type ClosingSheet } from './closing-facts.server'

/** A closing record as the sheets of a workbook; nothing is left out of one that another adds up. */
export function closingSheets(sheet: ClosingSheet): WrittenSheet[] {
  const { view, locale } = sheet
  const t = translator(locale, closingPaper)
  const tClosing = translator(locale, closing)
  const { rows } = view.sums
  const moves = movesOf({ rows, handovers: view.handovers, entries: view.entries })
  return [
    factSheet(t('sheet.record'), [
      [tClosing('notFiled'), tClosing('notFiledText')],
      ...closingFacts(sheet),
      ...closingTotals(sheet),
      ...(view.record.comment ? [[t('section.comment'), view.record.comment] as const] : []),
    ]),
    sheetOf(
      t('sheet.lines'),
      rowColumns(locale),
      rows.filter(({ kind }) => kind !== 'waste'),
    ),
    sheetOf(
      t('sheet.wastes'),
      rowColumns(locale),
      rows.filter(({ kind }) => kind === 'waste'),
    ),
    sheetOf(t('sheet.families'), familyColumns(locale), familiesOf(rows)),
    sheetOf(t('sheet.reuse'), moveColumns(locale), moves.filter(isReuse)),
    sheetOf(
      t('sheet.departures'),
      moveColumns(locale),
      moves.filter((move) => !isReuse(move)),
    ),
  ]
}
