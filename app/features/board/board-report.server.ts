import { isoDayOf } from '~/core/days'
import type { Locale } from '~/core/locale'
import { addFacts } from '~/platform/pdf/fact-table.server'
import { addPageFeet } from '~/platform/pdf/page-feet.server'
import { mm, MUTED } from '~/platform/pdf/paper'
import { streamPdf, type Pdf } from '~/platform/pdf/pdf.server'
import { addTable } from '~/platform/pdf/table.server'
import { addGroup, addHeading, addLink, addText } from '~/platform/pdf/tags.server'
import { boardSources } from './board-sources.server'
import { boardTables, type BoardTable, type Cell } from './board-tables.server'
import type { Board } from './model/board'
import type { Purchase } from './model/purchase'
import {
  addSentences,
  addStepChart,
  columnOf,
  comparisonSentences,
  headlineFacts,
  nextSentences,
  paperWords,
  type PaperWords,
} from './paper-parts.server'

/** A4, lying: the tables have many columns of figures. */
const SIZE = [841.89, 595.28] as const
/** Longer tables are read in the workbook. */
const MOST_ROWS = 120

/** A board as a report: figures, charts in words, every table, then where each figure comes from. */
export async function boardReport({
  board,
  locale,
  url,
  purchases,
}: {
  board: Board
  locale: Locale
  url: string
  purchases: readonly Purchase[]
}): Promise<ReadableStream<Uint8Array>> {
  const words = paperWords(board, locale)
  const { tFiles, place, when, format } = words
  const title = tFiles('paper.report', { place })
  const options = {
    ...{ title, locale, subject: tFiles('paper.subject'), size: SIZE },
    ...{ createdAtMs: board.readAtMs, margin: mm(14) },
  }
  return streamPdf(options, async (pdf) => {
    const head = addGroup(pdf, pdf.root, 'Sect')
    addText(pdf, head, 'H1', title, { ...columnOf(pdf), face: 'display', size: 20 })
    addText(pdf, head, 'P', tFiles('paper.noteLead', { when }), { ...columnOf(pdf), size: 11, colour: MUTED })
    head.end()
    drawKey(pdf, words)
    for (const table of boardTables(board, locale, purchases)) await drawTable(pdf, words, table)
    drawSources(pdf, words, { url, hasPurchases: purchases.length > 0 })
    addPageFeet(pdf, tFiles('paper.footer', { place, day: format.dayLong(isoDayOf(board.readAtMs)) }))
  })
}

function drawKey(pdf: Pdf, words: PaperWords): void {
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, words.tFiles('paper.key'))
  addFacts(pdf, section, headlineFacts(words), { ...columnOf(pdf), termShare: 0.22, size: 10 })
  pdf.doc.y += 6
  addSentences(pdf, section, comparisonSentences(words), 10)
  addHeading(pdf, section, words.tFiles('paper.next'))
  addSentences(pdf, section, nextSentences(words), 10)
  section.end()
}

async function drawTable(pdf: Pdf, words: PaperWords, { key, name, heads, rows }: BoardTable): Promise<void> {
  const { tFiles, format } = words
  const section = addGroup(pdf, pdf.root, 'Sect')
  const hasChart = key === 'months' && words.board.months.families.length > 0
  addHeading(pdf, section, name, { room: hasChart ? 150 : 60 })
  if (hasChart) addStepChart(pdf, section, words, 110)
  if (rows.length === 0) {
    addText(pdf, section, 'P', tFiles('paper.none'), { ...columnOf(pdf), size: 9.5 })
  } else {
    const isFigure = (index: number) => rows.some((row) => typeof row[index] === 'number')
    const text = (cell: Cell | undefined) =>
      typeof cell === 'number' ? format.number(cell, 3) : (cell ?? '')
    await addTable<Cell[]>(pdf, section, {
      columns: heads.map((head, index) => ({
        ...{ head, share: index === 0 ? 3 : 2, isFigure: isFigure(index) },
        cell: (row) => text(row[index]),
      })),
      rows: rows.slice(0, MOST_ROWS),
      size: 8.5,
    })
  }
  if (rows.length > MOST_ROWS) {
    addText(pdf, section, 'P', tFiles('paper.cut', { count: MOST_ROWS }), { ...columnOf(pdf), size: 9 })
  }
  section.end()
}

function drawSources(
  pdf: Pdf,
  { board, locale, tFiles }: PaperWords,
  { url, hasPurchases }: { url: string; hasPurchases: boolean },
): void {
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, tFiles('paper.method'))
  const facts = boardSources(board, locale, hasPurchases).map(([term, value]) => ({ term, value }))
  addFacts(pdf, section, facts, { ...columnOf(pdf), termShare: 0.22, size: 9 })
  pdf.doc.y += 6
  addLink(pdf, section, { text: url, url }, { ...columnOf(pdf), size: 9 })
  section.end()
}
