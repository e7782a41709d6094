import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import { familiesOf } from '~/features/closing/model/closing-record'
import { isReuse, movesOf, type Move } from '~/features/closing/model/moves'
import { translator } from '~/messages/catalogue'
import { closing } from '~/messages/closing'
import { closingPaper } from '~/messages/closing-paper'
import { closingRow } from '~/messages/closing-row'
import { materials } from '~/messages/materials'
import { addFacts } from '~/platform/pdf/fact-table.server'
import { addPageFeet } from '~/platform/pdf/page-feet.server'
import { mm, MUTED } from '~/platform/pdf/paper'
import { streamPdf, type Pdf } from '~/platform/pdf/pdf.server'
import { addTable, type PdfColumn } from '~/platform/pdf/table.server'
import { addGroup, addHeading, addText } from '~/platform/pdf/tags.server'
import { codeOf, moveEvidence, moveName, rowName } from './closing-columns.server'
import { closingFacts, closingTotals, reusedG, wasteG, type ClosingSheet } from './closing-facts.server'
import { placeOn } from './paper-place.server'

/** A4, lying: the tables have many columns of figures. */
const SIZE = [841.89, 595.28] as const

/** The closing record of a site on paper, tagged: the works, the balance, what left and where to, what does not add up. */
export async function closingPdf(sheet: ClosingSheet): Promise<ReadableStream<Uint8Array>> {
  const { site, view, locale, nowMs } = sheet
  const t = translator(locale, closingPaper)
  const day = formatter(locale).dayLong(isoDayOf(nowMs))
  const title = t('title', { site: site.name })
  const options = { title, locale, subject: t('subject'), createdAtMs: nowMs, size: SIZE, margin: mm(14) }
  const moves = movesOf({ rows: view.sums.rows, handovers: view.handovers, entries: view.entries })
  return streamPdf(options, async (pdf) => {
    drawHead(pdf, sheet, title)
    await drawFamilies(pdf, sheet)
    await drawMoves(pdf, sheet, 'reuse', moves.filter(isReuse))
    await drawMoves(
      pdf,
      sheet,
      'departures',
      moves.filter((move) => !isReuse(move)),
    )
    await drawRows(pdf, sheet, 'lines')
    if (view.sums.rows.some(({ kind }) => kind === 'waste')) await drawRows(pdf, sheet, 'wastes')
    await drawGaps(pdf, sheet)
    addPageFeet(pdf, t('footer', { site: site.name, revision: view.record.revision, day }))
  })
}

/** What the document is and is not, then what the form asks of the works and of who took part. */
function drawHead(pdf: Pdf, sheet: ClosingSheet, title: string): void {
  const { view, locale } = sheet
  const t = translator(locale, closingPaper)
  const tClosing = translator(locale, closing)
  const format = formatter(locale)
  const place = placeOn(pdf)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addText(pdf, section, 'H1', title, { ...place, face: 'display', size: 20 })
  pdf.doc.y += 4
  addText(pdf, section, 'P', tClosing('notFiled'), { ...place, face: 'strong', size: 11 })
  addText(pdf, section, 'P', tClosing('notFiledText'), { ...place, size: 9.5, colour: MUTED, lineGap: 1 })
  if (view.record.state === 'draft' || view.sums.unexplained > 0) {
    addText(pdf, section, 'P', t('draft'), { ...place, face: 'strong', size: 9.5 })
  }
  addHeading(pdf, section, t('section.record'))
  const facts = [
    ...closingFacts(sheet),
    ...closingTotals(sheet).map(([term, kg]) => [term, format.number(kg, 3)] as const),
    [t('section.comment'), view.record.comment] as const,
  ]
  addFacts(
    pdf,
    section,
    facts.map(([term, value]) => ({ term, value })),
    { ...place, termShare: 0.3 },
  )
  pdf.doc.y += 6
  section.end()
}

type Masses = Parameters<typeof reusedG>[0] & {
  surveyedG: number | null
  handedOverG: number
  gapG: number | null
}

/** Surveyed, handed over here, reused otherwise, left as waste, the difference: in kilograms. */
function massColumns<Row extends Masses>({ locale }: ClosingSheet): PdfColumn<Row>[] {
  const t = translator(locale, closingPaper)
  const { number } = formatter(locale)
  const kg = (head: string, of: (row: Row) => number | null): PdfColumn<Row> => ({
    ...{ head, share: 2, isFigure: true },
    cell: (row) => {
      const massG = of(row)
      return massG === null ? '' : number(massG / 1000, 3)
    },
  })
  return [
    kg(t('column.surveyedKg'), ({ surveyedG }) => surveyedG),
    kg(t('column.handedOverKg'), ({ handedOverG }) => handedOverG),
    kg(t('column.reusedKg'), reusedG),
    kg(t('column.treatedKg'), wasteG),
    kg(t('column.gapKg'), ({ gapG }) => gapG),
  ]
}

async function drawFamilies(pdf: Pdf, sheet: ClosingSheet): Promise<void> {
  const { view, locale } = sheet
  const t = translator(locale, closingPaper)
  const tMaterial = translator(locale, materials)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('section.families'))
  const named = familiesOf(view.sums.rows).map((family) => ({
    ...family,
    name: tMaterial(`type.${family.material}.name`),
    isTotal: false,
  }))
  const rows = [...named, { ...view.sums.lines, name: t('total'), isTotal: true }]
  type Row = (typeof rows)[number]
  await addTable<Row>(pdf, section, {
    columns: [{ head: t('column.family'), cell: ({ name }) => name, share: 4 }, ...massColumns<Row>(sheet)],
    rows,
    isStrong: ({ isTotal }) => isTotal,
    size: 8.5,
  })
  section.end()
}

/** What left, one by one: what was reused, or the waste, each with where it went and what proves it. */
async function drawMoves(
  pdf: Pdf,
  { locale }: ClosingSheet,
  which: 'reuse' | 'departures',
  moves: readonly Move[],
): Promise<void> {
  const t = translator(locale, closingPaper)
  const format = formatter(locale)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t(`section.${which}`))
  const own: PdfColumn<Move> =
    which === 'reuse'
      ? {
          ...{ head: t('column.quantity'), share: 2, isFigure: true },
          cell: ({ quantity }) => (quantity ? format.quantity(quantity.milli, quantity.unit) : ''),
        }
      : { head: t('column.code'), cell: codeOf, share: 1.6 }
  if (moves.length === 0) addText(pdf, section, 'P', t('none'), { ...placeOn(pdf), size: 9 })
  else {
    await addTable(pdf, section, {
      columns: [
        { head: t('column.product'), cell: ({ row }) => rowName(row, locale), share: 4 },
        { head: t('column.movement'), cell: (move) => moveName(move, locale), share: 4 },
        own,
        {
          ...{ head: t('column.massKg'), share: 2, isFigure: true },
          cell: ({ massG }) => format.number(massG / 1000, 3),
        },
        {
          ...{ head: t('column.destination'), share: 4 },
          cell: (move) => [move.destination, move.communeName].filter(Boolean).join(', '),
        },
        { head: t('column.evidence'), cell: (move) => moveEvidence(move, locale), share: 4 },
      ],
      rows: moves,
      size: 8.5,
    })
  }
  section.end()
}

async function drawRows(pdf: Pdf, sheet: ClosingSheet, which: 'lines' | 'wastes'): Promise<void> {
  const { view, locale } = sheet
  const t = translator(locale, closingPaper)
  const format = formatter(locale)
  const rows = view.sums.rows.filter(({ kind }) => (kind === 'waste') === (which === 'wastes'))
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t(`section.${which}`))
  await addTable(pdf, section, {
    columns: [
      { head: t('column.product'), cell: (row) => rowName(row, locale), share: 5 },
      which === 'lines'
        ? {
            ...{ head: t('column.quantity'), share: 2, isFigure: true },
            cell: ({ line }) => (line ? format.quantity(line.quantityMilli, line.unit) : ''),
          }
        : { head: t('column.code'), cell: ({ waste }) => waste?.wasteCode ?? '', share: 2 },
      ...massColumns(sheet),
    ],
    rows,
    size: 8.5,
  })
  section.end()
}

/** Every difference with its explanation, or that none was given. */
async function drawGaps(pdf: Pdf, sheet: ClosingSheet): Promise<void> {
  const { view, locale } = sheet
  const t = translator(locale, closingPaper)
  const tClosing = translator(locale, closing)
  const tRow = translator(locale, closingRow)
  const rows = view.sums.rows.filter(({ gapG }) => gapG !== null && gapG !== 0)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('section.gaps'))
  if (rows.length === 0) addText(pdf, section, 'P', t('none'), { ...placeOn(pdf), size: 9 })
  else {
    await addTable(pdf, section, {
      columns: [
        { head: t('column.product'), cell: (row) => rowName(row, locale), share: 4 },
        {
          ...{ head: t('column.gapKg'), share: 1.5, isFigure: true },
          cell: ({ gapG }) => formatter(locale).number((gapG ?? 0) / 1000, 3),
        },
        { head: t('column.state'), cell: ({ state }) => tClosing(`rowState.${state}`), share: 2 },
        {
          ...{ head: t('column.reason'), share: 4 },
          cell: ({ explanation }) => (explanation ? tRow(`gap.reasons.${explanation.reason}`) : ''),
        },
        { head: t('column.note'), cell: ({ explanation }) => explanation?.note ?? '', share: 5 },
      ],
      rows,
      size: 8.5,
    })
  }
  section.end()
}
