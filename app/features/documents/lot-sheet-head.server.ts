import { formatter } from '~/core/format'
import type { QrPath } from '~/features/labels/model/qr-path'
import { lotFacts } from '~/messages/lot-facts'
import { lotPaper } from '~/messages/lot-paper'
import { lotTerms } from '~/messages/lot-terms'
import { lots } from '~/messages/lots'
import { translator } from '~/messages/catalogue'
import { addFacts, type PaperFact } from '~/platform/pdf/fact-table.server'
import { DANGER, INK, MUTED, SUNKEN } from '~/platform/pdf/paper'
import type { Pdf, Struct } from '~/platform/pdf/pdf.server'
import { addArtifact, addFigure, addGroup, addText, textHeight } from '~/platform/pdf/tags.server'
import type { LotSheet } from './model/lot-sheet'
import { drawPhoto, type PaperPhoto } from './paper-photos.server'
import { addQr, addTagTexts, drawMarked, drawTag } from './paper-tag.server'

type Head = { photos: readonly PaperPhoto[]; qr: QrPath; facts: readonly PaperFact[] }

const QR = 92
const PHOTO = { width: 244, height: 183 }

/** The upper part of the sheet: the tag with its code, the title, the first photo beside the facts, the dangers. */
export function drawHead(pdf: Pdf, sheet: LotSheet, { photos, qr, facts }: Head): void {
  const { lot, locale, url } = sheet
  const { doc } = pdf
  const t = translator(locale, lotPaper)
  const { left, top, right } = doc.page.margins as Record<'left' | 'top' | 'right', number>
  const width = doc.page.width - left - right
  const section = addGroup(pdf, pdf.root, 'Sect')
  const tag = { x: left, y: top, width: width - QR - 14 }
  const below = drawTag(pdf, tag)
  addText(pdf, section, 'H1', lot.title, {
    face: 'display',
    size: lot.title.length > 60 ? 16 : 20,
    x: left,
    y: below + 10,
    width: tag.width,
    lineGap: 1,
  })
  const titled = doc.y
  addTagTexts(pdf, section, { kind: t('kind'), reference: lot.reference }, tag)
  const coded = addQr(
    pdf,
    section,
    { qr, url, hint: t('scan'), shown: url.replace(/^https?:\/\//, '') },
    { x: doc.page.width - right - QR, y: top - 8, width: QR },
  )
  doc.y = Math.max(titled, coded) + 8
  drawQuantity(pdf, section, sheet, left)
  const start = doc.y + 8
  drawMainPhoto(pdf, section, sheet, photos, { x: left, y: start })
  doc.y = start
  drawFacts(pdf, section, sheet, facts, { x: left + PHOTO.width + 18, width: width - PHOTO.width - 18 })
  doc.y = Math.max(doc.y, start + PHOTO.height) + 10
  drawHazards(pdf, section, sheet, { x: left, width })
  section.end()
}

/** The free quantity, large, and the days between which it leaves, on marking yellow. */
function drawQuantity(pdf: Pdf, section: Struct, { lot, locale }: LotSheet, left: number): void {
  const { doc } = pdf
  const format = formatter(locale)
  const quantity = format.quantity(lot.availableMilli, lot.unit)
  const top = doc.y
  addText(pdf, section, 'P', quantity, { face: 'display', size: 24, x: left, y: top })
  pdf.set('display', 24)
  const x = left + doc.widthOfString(quantity) + 16
  const dates = format.dayRange({ from: lot.availableFrom, until: lot.availableUntil })
  const said = `${translator(locale, lots)('fact.dates')} ${dates}`
  drawMarked(pdf, said, { x, y: top + 6 })
  addText(pdf, section, 'P', said, { face: 'strong', size: 10.5, x: x + 6, y: top + 9 })
  doc.y = top + 30
}

function drawMainPhoto(
  pdf: Pdf,
  section: Struct,
  { lot, locale }: LotSheet,
  photos: readonly PaperPhoto[],
  at: { x: number; y: number },
): void {
  const t = translator(locale, lotPaper)
  const [photo] = photos
  const box = { ...at, ...PHOTO }
  if (!photo) {
    addArtifact(pdf, () => pdf.doc.roundedRect(box.x, box.y, box.width, box.height, 3).fill(SUNKEN))
    addText(pdf, section, 'P', t('noPhoto'), {
      colour: MUTED,
      x: box.x,
      y: box.y + box.height / 2 - 6,
      width: box.width,
      align: 'center',
    })
    return
  }
  const alt = t('photoAlt', { number: 1, total: photos.length, title: lot.title })
  addFigure(pdf, section, { alt, box: [box.x, box.y, box.x + box.width, box.y + box.height] }, () =>
    drawPhoto(pdf, photo, box, t('synthetic')),
  )
}

function drawFacts(
  pdf: Pdf,
  section: Struct,
  { locale }: LotSheet,
  facts: readonly PaperFact[],
  place: { x: number; width: number },
): void {
  const title = translator(locale, lotPaper)('facts')
  addText(pdf, section, 'H2', title, { face: 'display', size: 13, x: place.x, width: place.width })
  pdf.doc.y += 3
  addFacts(pdf, section, facts, { ...place, termShare: 0.34 })
}

/** The declared dangers behind a thick bar; or, in plain words, that none is known to the giver. */
function drawHazards(pdf: Pdf, section: Struct, sheet: LotSheet, at: { x: number; width: number }): void {
  const { doc } = pdf
  const t = translator(sheet.locale, lotFacts)
  const tTerm = translator(sheet.locale, lotTerms)
  const { hazards } = sheet.lot
  if (hazards.length === 0) {
    addText(pdf, section, 'P', t('noHazards'), { size: 9.5, x: at.x, width: at.width })
    doc.y += 4
    return
  }
  const names = hazards.map((hazard) => tTerm(`hazard.${hazard}`)).join(' · ')
  const look = { face: 'strong', size: 11, x: at.x + 18, width: at.width - 30 } as const
  const height = textHeight(pdf, names, look) + 40
  const top = doc.y
  addArtifact(pdf, () => {
    doc.rect(at.x, top, at.width, height).fill(SUNKEN)
    doc.rect(at.x, top, 7, height).fill(DANGER)
  })
  addText(pdf, section, 'P', t('hazards'), { ...look, size: 9.5, colour: DANGER, y: top + 6 })
  addText(pdf, section, 'P', names, { ...look, colour: INK })
  addText(pdf, section, 'P', t('hazardsText'), { size: 8.5, colour: MUTED, x: look.x, width: look.width })
  doc.y = top + height + 6
}
