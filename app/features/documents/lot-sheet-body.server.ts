import { knownAttributes } from '~/core/attributes/values'
import { formatter } from '~/core/format'
import { pieceOf, type Piece } from '~/features/lots/model/sketch'
import { attributes } from '~/messages/attributes'
import { translator } from '~/messages/catalogue'
import { lotFacts } from '~/messages/lot-facts'
import { lotPaper } from '~/messages/lot-paper'
import { lots } from '~/messages/lots'
import { addFacts, factsHeight, type PaperFact } from '~/platform/pdf/fact-table.server'
import { MUTED } from '~/platform/pdf/paper'
import type { Pdf } from '~/platform/pdf/pdf.server'
import { addFigure, addGroup, addHeading, addText, keepTogether } from '~/platform/pdf/tags.server'
import type { LotSheet } from './model/lot-sheet'
import type { lotSheetTexts } from './lot-sheet-texts'
import { yardstickOf } from './model/scaled-sketch'
import { drawPhoto, type PaperPhoto } from './paper-photos.server'
import { drawSketch } from './paper-sketch.server'

type Texts = ReturnType<typeof lotSheetTexts>

const GAP = 20

/** What follows the head of a sheet: description, details with the sketch, pickup and origin, emissions, photos. */
export function drawBody(
  pdf: Pdf,
  sheet: LotSheet,
  { photos, texts }: { photos: readonly PaperPhoto[]; texts: Texts },
): void {
  drawDescription(pdf, sheet)
  drawDetails(pdf, sheet, texts.details)
  drawTerms(pdf, sheet, texts)
  drawCarbon(pdf, sheet)
  drawMorePhotos(pdf, sheet, photos)
}

function columnOf(pdf: Pdf): { left: number; width: number } {
  const { page } = pdf.doc
  const { left, right } = page.margins as Record<'left' | 'right', number>
  return { left, width: page.width - left - right }
}

function drawDescription(pdf: Pdf, { lot, locale }: LotSheet): void {
  if (!lot.description) return
  const { left, width } = columnOf(pdf)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, translator(locale, lots)('page.description'), { room: 30 })
  addText(pdf, section, 'P', lot.description, { size: 10, x: left, width, lineGap: 2 })
  pdf.doc.y += 6
  section.end()
}

const SKETCH_WIDTH = 236
const SKETCH_HEIGHTS = { least: 118, most: 170 }

/** The details of the material, with one piece drawn to scale beside them where its dimensions allow. */
function drawDetails(pdf: Pdf, sheet: LotSheet, details: readonly PaperFact[]): void {
  if (details.length === 0) return
  const { lot, locale } = sheet
  const t = translator(locale, lotPaper)
  const { left, width } = columnOf(pdf)
  const piece = pieceOf(lot.material, knownAttributes(lot.attributes))
  const section = addGroup(pdf, pdf.root, 'Sect')
  const place = piece
    ? { x: left, width: width - SKETCH_WIDTH - GAP, termShare: 0.5 }
    : { x: left, width, termShare: 0.3 }
  const { least, most } = SKETCH_HEIGHTS
  const listed = factsHeight(pdf, details, place)
  const sketched = Math.min(most, Math.max(least, listed - 4))
  addHeading(pdf, section, t('characteristics'), { room: Math.max(listed, piece ? sketched + 8 : 0) })
  const top = pdf.doc.y
  addFacts(pdf, section, details, place)
  if (piece) {
    const box = { x: left + width - SKETCH_WIDTH, y: top + 4, width: SKETCH_WIDTH, height: sketched }
    const alt = sketchAlt(piece, sheet)
    addFigure(pdf, section, { alt, box: [box.x, box.y, box.x + box.width, box.y + box.height] }, () =>
      drawSketch(pdf, piece, box, formatter(locale)),
    )
    pdf.doc.y = Math.max(pdf.doc.y, box.y + box.height)
  }
  pdf.doc.y += 6
  section.end()
}

function sketchAlt(piece: Piece, { locale }: LotSheet): string {
  const t = translator(locale, lotPaper)
  const tFact = translator(locale, lotFacts)
  const tAttribute = translator(locale, attributes)
  const sides = [piece.across, piece.up, piece.deep].filter((side) => side !== null)
  const dimensions = [...new Map(sides.map((side) => [side.key, side])).values()].map(({ key, mm }) =>
    tFact('dimension', { label: tAttribute(`label.${key}`), value: formatter(locale).number(mm) }),
  )
  const { kind, mm } = yardstickOf(piece)
  const yardstick = kind === 'person' ? t('person') : t('ruler', { cm: mm / 10 })
  return t('sketchAlt', { yardstick, dimensions: dimensions.join(', ') })
}

/** Pickup and origin side by side. */
function drawTerms(pdf: Pdf, { locale }: LotSheet, texts: Texts): void {
  const t = translator(locale, lotFacts)
  const { left, width } = columnOf(pdf)
  const half = (width - GAP) / 2
  const section = addGroup(pdf, pdf.root, 'Sect')
  const places = [left, left + half + GAP].map((x) => ({ x, width: half, termShare: 0.42 }))
  keepTogether(pdf, 40 + Math.max(...places.map((place) => factsHeight(pdf, texts.pickup, place))))
  const top = pdf.doc.y
  const bottoms = ([texts.pickup, texts.origin] as const).map((facts, index) => {
    const place = places[index] ?? { x: left, width: half }
    pdf.doc.y = top
    addHeading(pdf, section, t(index === 0 ? 'pickup' : 'origin'), { x: place.x, width: half, room: 0 })
    addFacts(pdf, section, facts, place)
    return pdf.doc.y
  })
  pdf.doc.y = Math.max(...bottoms) + 6
  section.end()
}

/** The net emissions that taking the lot avoids, with their range and source; or why nothing is claimed. */
function drawCarbon(pdf: Pdf, { lot, locale, carbon }: LotSheet): void {
  const t = translator(locale, lots)
  const format = formatter(locale)
  const { left, width } = columnOf(pdf)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('page.carbonTitle'), { room: 34 })
  const look = { size: 9.5, x: left, width, lineGap: 1 }
  const none = t(lot.massG === null ? 'page.carbonNoMass' : 'page.carbonNoFactor')
  const co2e = (kg: number) => format.co2e(kg).replace('CO2e', 'CO₂e')
  const said =
    carbon &&
    translator(locale, lotPaper)('carbon', {
      mass: format.mass(carbon.massG),
      km: format.km(carbon.straightKm),
      net: co2e(carbon.netKg),
      low: co2e(carbon.lowKg),
      high: co2e(carbon.highKg),
    })
  addText(pdf, section, 'P', said ?? none, look)
  if (carbon) {
    const source = t('page.carbonSource', { source: carbon.source, year: carbon.year })
    addText(pdf, section, 'P', source, { ...look, size: 8.5, colour: MUTED })
  }
  pdf.doc.y += 8
  section.end()
}

/** The photos after the first, two in a row. */
function drawMorePhotos(pdf: Pdf, { lot, locale }: LotSheet, photos: readonly PaperPhoto[]): void {
  if (photos.length < 2) return
  const t = translator(locale, lotPaper)
  const { left, width } = columnOf(pdf)
  const half = (width - GAP) / 2
  const height = half * 0.75
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, translator(locale, lots)('page.photos'), { room: height })
  pdf.doc.y += 4
  photos.slice(1).forEach((photo, index) => {
    if (index % 2 === 0) keepTogether(pdf, height)
    const box = { x: left + (index % 2) * (half + GAP), y: pdf.doc.y, width: half, height }
    const alt = t('photoAlt', { number: index + 2, total: photos.length, title: lot.title })
    addFigure(pdf, section, { alt, box: [box.x, box.y, box.x + half, box.y + height] }, () =>
      drawPhoto(pdf, photo, box, t('synthetic')),
    )
    pdf.doc.y = index % 2 === 1 || index === photos.length - 2 ? box.y + height + 10 : box.y
  })
  section.end()
}
