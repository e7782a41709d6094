import type { Locale } from '~/core/locale'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'
import { factSheet, sheetOf, type WrittenSheet } from '~/platform/tables/write-workbook.server'
import { boardSources } from './board-sources.server'
import { boardTables, type Cell } from './board-tables.server'
import type { Board } from './model/board'
import type { Purchase } from './model/purchase'

/** A board as a workbook: a sheet for each table, and one that says in words where every figure comes from. */
export function boardSheets(
  board: Board,
  locale: Locale,
  purchases: readonly Purchase[] = [],
): WrittenSheet[] {
  const t = translator(locale, boardFiles)
  const tables = boardTables(board, locale, purchases).map(({ name, heads, rows }) =>
    sheetOf<Cell[]>(
      name,
      heads.map((header, index) => ({
        header,
        cell: (row) => row[index] ?? null,
        width: index === 0 ? 34 : 18,
      })),
      rows,
    ),
  )
  return [...tables, factSheet(t('table.sources'), boardSources(board, locale, purchases.length > 0))]
}
