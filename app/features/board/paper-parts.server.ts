import { formatter, type Formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { accounting } from '~/messages/accounting'
import { board as boardTexts } from '~/messages/board'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'
import { INK, MUTED } from '~/platform/pdf/paper'
import type { Pdf, Struct } from '~/platform/pdf/pdf.server'
import { addFigure, addText, writeText } from '~/platform/pdf/tags.server'
import type { Board, Told } from './model/board'
import { measureText, placeAndTime, stepLabels, type BoardT } from './ui/board-texts'

/** What the papers of a board are drawn with. */
export type PaperWords = {
  board: Board
  locale: Locale
  format: Formatter
  t: BoardT
  tFiles: ReturnType<typeof filesIn>
  place: string
  when: string
}

function filesIn(locale: Locale) {
  return translator(locale, boardFiles)
}

export function paperWords(board: Board, locale: Locale): PaperWords {
  const t = translator(locale, boardTexts)
  const format = formatter(locale)
  return { board, locale, format, t, tFiles: filesIn(locale), ...placeAndTime(board, t, format) }
}

/** The width between the margins, and where it begins. */
export function columnOf(pdf: Pdf): { x: number; width: number } {
  const { page } = pdf.doc
  const { left, right } = page.margins as Record<'left' | 'right', number>
  return { x: left, width: page.width - left - right }
}

/** The four headlines, and what stands beside the rate, as terms and values. */
export function headlineFacts({ board, locale, format, t }: PaperWords): { term: string; value: string }[] {
  const tAccounting = translator(locale, accounting)
  const tCommunes = translator(locale, communes)
  const { rate, handedOver, carbon, incoming } = board.headlines
  const least = ({ isPartial }: { isPartial: boolean }) => (isPartial ? [t('atLeast')] : [])
  const mass = ({ massG, count, isPartial }: Told, text: (count: number) => string) =>
    massG === null || count === null
      ? t('few')
      : [format.mass(massG), text(count), ...least({ isPartial })].join(' · ')
  const rateText = rate.isWithheld
    ? t('few')
    : rate.rate.rate === null
      ? `${tAccounting('rate.none')} · ${t('rateNone')}`
      : [
          format.percent(rate.rate.rate),
          tAccounting('rate.ofMasses', {
            numerator: format.mass(rate.rate.numeratorG),
            denominator: format.mass(rate.rate.denominatorG),
          }),
          ...least(rate),
        ].join(' · ')
  const range = carbon.range
  const carbonText =
    range === null
      ? carbon.isWithheld
        ? t('few')
        : `${tAccounting('carbon.none')} · ${t('carbonNone')}`
      : [
          format.co2e(range.netG / 1000),
          t('carbonRange', { low: format.co2e(range.lowG / 1000), high: format.co2e(range.highG / 1000) }),
          t('carbonClaims', { count: carbon.claims, total: carbon.total }),
          ...least(carbon),
        ].join(' · ')
  return [
    { term: tAccounting('rate.local'), value: rateText },
    { term: t('handedOver'), value: mass(handedOver, (count) => t('handedOverText', { count })) },
    { term: tAccounting('carbon.label'), value: carbonText },
    { term: tCommunes('one.incoming'), value: mass(incoming, (count) => t('incomingText', { count })) },
  ]
}

/** A sentence for each measure that has a median: here, and the middle. */
export function comparisonSentences({ board, format, t, tFiles }: PaperWords): string[] {
  return board.comparisons.flatMap(({ measure, own, median, isWithheld }) => {
    if (median === null) return []
    const value = own === null ? t(isWithheld ? 'few' : 'peers.none') : measureText(measure, own, format)
    return tFiles('paper.against', {
      measure: t(`peers.${measure}`),
      own: value,
      median: measureText(measure, median, format),
    })
  })
}

/** What is left to do, as sentences; the last one always holds. */
export function nextSentences({ board, tFiles }: PaperWords): string[] {
  const { sites, leaving } = board
  return [
    ...(sites.unsurveyed > 0 ? [tFiles('paper.unsurveyed', { count: sites.unsurveyed })] : []),
    ...(leaving.length > 0 ? [tFiles('paper.leaving', { count: leaving.length })] : []),
    tFiles('paper.publish'),
  ]
}

/** Sentences one under another, as a list is read. */
export function addSentences(pdf: Pdf, parent: Struct, sentences: readonly string[], size = 9.5): void {
  for (const sentence of sentences) {
    addText(pdf, parent, 'P', `– ${sentence}`, { ...columnOf(pdf), size, lineGap: 1 })
    pdf.doc.y += 1.5
  }
}

/** Mass handed over by step as columns, with the same figures in words for who hears the page. */
export function addStepChart(pdf: Pdf, parent: Struct, words: PaperWords, height = 96): void {
  const { board, format, t, tFiles } = words
  const { months } = board
  const { doc } = pdf
  const { x, width } = columnOf(pdf)
  const top = doc.y
  const most = Math.max(...months.steps.map(({ totalG }) => totalG))
  const share = width / Math.max(1, months.steps.length)
  const every = Math.ceil(months.steps.length / 13)
  const floor = top + height - 14
  const labels = months.steps.map(({ start }) => stepLabels(start, months, t, format))
  const list = months.steps
    .map(({ totalG }, index) => `${labels[index]?.long} ${format.mass(totalG)}`)
    .join(', ')
  const alt = tFiles('paper.chartAlt', { list })
  addFigure(pdf, parent, { alt, box: [x, top, x + width, top + height] }, () => {
    doc
      .moveTo(x, floor)
      .lineTo(x + width, floor)
      .lineWidth(1)
      .stroke(INK)
    months.steps.forEach(({ totalG }, index) => {
      const left = x + index * share
      const high = most === 0 ? 0 : ((floor - top - 14) * totalG) / most
      if (high > 0) doc.rect(left + share * 0.16, floor - high, share * 0.68, high).fill('#0e5a4a')
      const look = { size: 7, width: share, align: 'center', x: left } as const
      if (index % every === 0)
        writeText(pdf, labels[index]?.short ?? '', { ...look, y: floor + 3, height: 9 })
      if (totalG > 0 && months.steps.length <= 13) {
        writeText(pdf, format.mass(totalG), { ...look, y: floor - high - 10, colour: MUTED, height: 9 })
      }
    })
  })
  doc.x = x
  doc.y = top + height + 4
}
