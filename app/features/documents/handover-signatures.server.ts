import { formatter } from '~/core/format'
import { cameLater } from '~/features/reservations/model/done-at'
import type { PaperSignature } from '~/features/reservations/model/paper-facts'
import { SIGNATURE_BOX } from '~/features/reservations/model/signature'
import { translator } from '~/messages/catalogue'
import { handoverPapers } from '~/messages/handover-papers'
import { INK, LINE, MUTED } from '~/platform/pdf/paper'
import type { Pdf, Struct } from '~/platform/pdf/pdf.server'
import {
  addArtifact,
  addFigure,
  addGroup,
  addHeading,
  addText,
  keepTogether,
} from '~/platform/pdf/tags.server'
import type { HandoverPaper } from './model/handover-paper'
import { placeOn } from './paper-place.server'

const HEIGHT = 104
const GAP = 16

/** Both signatures side by side, the giver's first, each with who signed for whom, when and on whose device. */
export function drawSignatures(pdf: Pdf, { facts, locale }: HandoverPaper): void {
  const t = translator(locale, handoverPapers)
  const { x, width } = placeOn(pdf)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('section.signatures'), { room: HEIGHT + 10 })
  keepTogether(pdf, HEIGHT)
  const top = pdf.doc.y + 2
  const half = (width - GAP) / 2
  for (const [index, signature] of facts.signatures.entries()) {
    drawSignature(pdf, section, signature, { x: x + index * (half + GAP), y: top, width: half })
  }
  pdf.doc.y = top + HEIGHT
  section.end()
}

function drawSignature(
  pdf: Pdf,
  section: Struct,
  signature: PaperSignature,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const { doc } = pdf
  const t = translator(pdf.locale, handoverPapers)
  const { name, organisation, side, onSide, drawing } = signature
  const place = { x: x + 8, width: width - 16 }
  addArtifact(pdf, () =>
    doc
      .lineWidth(0.8)
      .roundedRect(x, y, width, HEIGHT - 6, 3)
      .stroke(LINE),
  )
  const small = { ...place, size: 8.5, colour: MUTED }
  addText(pdf, section, 'P', t(`term.${side}`), { ...small, y: y + 6 })
  addText(pdf, section, 'P', t('signedBy', { name, organisation }), { ...place, face: 'strong', size: 9.5 })
  const at = formatter(pdf.locale).instant(signature.atMs)
  addText(pdf, section, 'P', t(onSide === side ? 'signedAt' : 'signedOnOther', { at }), small)
  const { receivedAtMs = null } = signature
  if (cameLater(signature.atMs, receivedAtMs)) {
    const received = formatter(pdf.locale).instant(receivedAtMs)
    addText(pdf, section, 'P', t('receivedAt', { at: received }), small)
  }
  if (drawing === null) return addText(pdf, section, 'P', t('typed'), small)
  const high = Math.max(20, y + HEIGHT - 10 - doc.y)
  const scale = Math.min(high / SIGNATURE_BOX.height, place.width / SIGNATURE_BOX.width)
  const box = {
    left: place.x,
    top: doc.y,
    wide: SIGNATURE_BOX.width * scale,
    high: SIGNATURE_BOX.height * scale,
  }
  const { left, top } = box
  addFigure(
    pdf,
    section,
    { alt: t('drawn', { name }), box: [left, top, left + box.wide, top + box.high] },
    () => doc.translate(left, top).scale(scale).lineWidth(2.4).lineCap('round').path(drawing).stroke(INK),
  )
}
