import { isoDayOf } from '~/core/days'
import type { Locale } from '~/core/locale'
import { addFacts } from '~/platform/pdf/fact-table.server'
import { addPageFeet } from '~/platform/pdf/page-feet.server'
import { mm, MUTED } from '~/platform/pdf/paper'
import { streamPdf, type Pdf } from '~/platform/pdf/pdf.server'
import { addGroup, addHeading, addLink, addText } from '~/platform/pdf/tags.server'
import { boardSources } from './board-sources.server'
import type { Board } from './model/board'
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
import { flowNodeName } from './ui/board-texts'

/** Sources that fit on the page; the report has them all. */
const TOLD = 7

/** A board on one page for a council: figures with their denominators, where the place stands, what is left to do. */
export async function councilNote({
  board,
  locale,
  url,
}: {
  board: Board
  locale: Locale
  url: string
}): Promise<ReadableStream<Uint8Array>> {
  const words = paperWords(board, locale)
  const { tFiles, place } = words
  const title = tFiles('paper.note', { place })
  const options = {
    ...{ title, locale, subject: tFiles('paper.subject') },
    ...{ createdAtMs: board.readAtMs, margin: mm(15) },
  }
  return streamPdf(options, (pdf) => {
    drawHead(pdf, words, title)
    drawKey(pdf, words)
    drawChart(pdf, words)
    drawNext(pdf, words)
    drawMethod(pdf, words, url)
    const day = words.format.dayLong(isoDayOf(board.readAtMs))
    addPageFeet(pdf, tFiles('paper.footer', { place, day }))
  })
}

function drawHead(pdf: Pdf, { tFiles, when }: PaperWords, title: string): void {
  const section = addGroup(pdf, pdf.root, 'Sect')
  addText(pdf, section, 'H1', title, { ...columnOf(pdf), face: 'display', size: 19 })
  addText(pdf, section, 'P', tFiles('paper.noteLead', { when }), {
    ...columnOf(pdf),
    size: 11,
    colour: MUTED,
  })
  section.end()
}

function drawKey(pdf: Pdf, words: PaperWords): void {
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, words.tFiles('paper.key'))
  addFacts(pdf, section, headlineFacts(words), { ...columnOf(pdf), termShare: 0.27, size: 9.5 })
  pdf.doc.y += 4
  addSentences(pdf, section, [...comparisonSentences(words), ...givers(words)])
  section.end()
}

/** The two heaviest exchanges. */
function givers({ board, format, t, tFiles }: PaperWords): string[] {
  const { flows, perimeter } = board
  const nameOf = (key: string) => {
    const node = flows.nodes.find((one) => one.key === key)
    return node ? flowNodeName(node, perimeter, t) : key
  }
  const heaviest = flows.links
    .slice(0, 2)
    .map(({ from, to, massG }) => `${nameOf(from)} – ${nameOf(to)} (${format.mass(massG)})`)
  return heaviest.length === 0 ? [] : [tFiles('paper.given', { list: heaviest.join(' ; ') })]
}

function drawChart(pdf: Pdf, words: PaperWords): void {
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, words.tFiles('paper.chart'))
  if (words.board.months.families.length > 0) addStepChart(pdf, section, words)
  else addText(pdf, section, 'P', words.tFiles('paper.none'), { ...columnOf(pdf), size: 9.5 })
  section.end()
}

function drawNext(pdf: Pdf, words: PaperWords): void {
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, words.tFiles('paper.next'))
  addSentences(pdf, section, nextSentences(words))
  section.end()
}

function drawMethod(pdf: Pdf, { board, locale, tFiles }: PaperWords, url: string): void {
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, tFiles('paper.method'))
  const kept = [tFiles('source.view'), ...SOURCES.map((key) => tFiles(`source.${key}`))]
  const sources = boardSources(board, locale).filter(([term]) => kept.includes(term))
  for (const [term, text] of sources.slice(0, TOLD)) {
    addText(pdf, section, 'P', `${term} : ${text}`, {
      ...columnOf(pdf),
      size: 7.8,
      colour: MUTED,
      lineGap: 0.5,
    })
    pdf.doc.y += 1.5
  }
  addLink(pdf, section, { text: url, url }, { ...columnOf(pdf), size: 8.5 })
  section.end()
}

const SOURCES = ['origin', 'rate', 'incoming', 'carbon', 'factors', 'median'] as const
