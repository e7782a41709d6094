import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { spacedCode } from '~/features/labels/model/code'
import { qrPathOf } from '~/features/labels/model/qr-path'
import { qrModules } from '~/features/labels/qr-modules'
import type { PaperFacts, PaperParty } from '~/features/reservations/model/paper-facts'
import { spacedNumber } from '~/features/reservations/model/paper-number'
import { translator } from '~/messages/catalogue'
import { handoverPapers } from '~/messages/handover-papers'
import { materials } from '~/messages/materials'
import { addFacts, type PaperFact } from '~/platform/pdf/fact-table.server'
import { addPageFeet } from '~/platform/pdf/page-feet.server'
import { MUTED } from '~/platform/pdf/paper'
import { streamPdf, type Pdf } from '~/platform/pdf/pdf.server'
import { addGroup, addHeading, addText, keepTogether } from '~/platform/pdf/tags.server'
import { drawSignatures } from './handover-signatures.server'
import type { HandoverPaper } from './model/handover-paper'
import { placeOn } from './paper-place.server'
import { addQr, addTagTexts, drawTag } from './paper-tag.server'

const QR = 92

/**
 * A transfer document or a pickup receipt on paper, tagged: only what its facts state, so that the same facts are the
 * same pages whenever they are drawn.
 */
export async function handoverPaperPdf(paper: HandoverPaper): Promise<ReadableStream<Uint8Array>> {
  const { facts, locale, issuedAtMs } = paper
  const t = translator(locale, handoverPapers)
  const kind = t(`kind.${facts.kind}`)
  const number = spacedNumber(facts.number)
  const title = t('title', { kind, number })
  const options = { title, locale, subject: t('subject'), createdAtMs: issuedAtMs }
  return streamPdf(options, (pdf) => {
    drawHead(pdf, paper, title)
    drawFacts(pdf, 'parties', partyFacts(paper))
    drawFacts(pdf, 'lot', lotFacts(paper))
    drawFacts(pdf, 'mass', massFacts(paper))
    drawFacts(pdf, 'legal', legalFacts(paper))
    drawTerms(pdf, paper)
    drawSignatures(pdf, paper)
    drawCheck(pdf, paper)
    addPageFeet(pdf, t('footer', { kind, number }))
  })
}

function drawHead(pdf: Pdf, { facts, locale, url }: HandoverPaper, title: string): void {
  const { doc } = pdf
  const t = translator(locale, handoverPapers)
  const { x, width } = placeOn(pdf)
  const top = doc.page.margins.top
  const section = addGroup(pdf, pdf.root, 'Sect')
  const tag = { x, y: top, width: width - QR - 14 }
  const below = drawTag(pdf, tag)
  addText(pdf, section, 'H1', title, { face: 'display', size: 17, x, y: below + 10, width: tag.width })
  const titled = doc.y
  const kind = t(`kind.${facts.kind}`)
  addTagTexts(pdf, section, { kind, reference: facts.lot.reference }, tag)
  const shown = url.replace(/^https?:\/\//, '')
  const at = { x: x + width - QR, y: top - 8, width: QR }
  const coded = addQr(pdf, section, { qr: qrPathOf(qrModules(url)), url, hint: t('scan'), shown }, at)
  doc.y = Math.max(titled, coded) + 6
  addText(pdf, section, 'P', t(`lead.${facts.kind}`), { x, width, size: 10.5, lineGap: 1 })
  doc.y += 2
  addText(pdf, section, 'P', t('notWaste'), { x, width, size: 9, colour: MUTED, lineGap: 1 })
  section.end()
}

type SectionName = 'parties' | 'lot' | 'mass' | 'legal'

function drawFacts(pdf: Pdf, name: SectionName, facts: readonly PaperFact[]): void {
  const t = translator(pdf.locale, handoverPapers)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t(`section.${name}`))
  addFacts(pdf, section, facts, { ...placeOn(pdf), termShare: 0.3 })
  section.end()
}

function partyFacts({ facts, locale }: HandoverPaper): PaperFact[] {
  const t = translator(locale, handoverPapers)
  const partyText = ({ name, siret, communeName }: PaperParty) => {
    const commune = communeName ?? ''
    const said = siret ? t('siret', { name, siret, commune }) : t('party', { name, commune })
    return said.replace(/, $/, '')
  }
  const instantOf = (ms: number | undefined) => (ms === undefined ? '' : formatter(locale).instant(ms))
  return [
    { term: t('term.giver'), value: partyText(facts.giver) },
    { term: t('term.taker'), value: partyText(facts.taker) },
    { term: t('term.handedOverOn'), value: formatter(locale).dayLong(facts.handedOverOn) },
    { term: t('term.doneAt'), value: instantOf(facts.doneAtMs) },
    { term: t('term.receivedAt'), value: instantOf(facts.receivedAtMs) },
    { term: t('term.from'), value: facts.fromCommune },
    { term: t('term.to'), value: facts.toCommune ?? '' },
  ]
}

function lotFacts({ facts, locale }: HandoverPaper): PaperFact[] {
  const t = translator(locale, handoverPapers)
  const tMaterial = translator(locale, materials)
  const { quantity } = formatter(locale)
  const { difference, lot } = facts
  return [
    { term: t('term.reference'), value: `${lot.reference} – ${lot.title}` },
    { term: t('term.material'), value: tMaterial(`type.${lot.material}.name`) },
    { term: t('term.condition'), value: t('condition', { count: lot.condition }) },
    { term: t('term.reserved'), value: quantity(facts.reservedMilli, facts.unit) },
    { term: t('term.quantity'), value: quantity(facts.quantityMilli, facts.unit) },
    {
      term: t('term.difference'),
      value: difference
        ? [difference.reason && t(`reason.${difference.reason}`), difference.words]
            .filter(Boolean)
            .join(' – ')
        : '',
    },
    { term: t('term.items'), value: facts.items.map(spacedCode).join(', ') },
  ]
}

function massFacts({ facts, locale }: HandoverPaper): PaperFact[] {
  const t = translator(locale, handoverPapers)
  const { slip } = facts
  return [
    { term: t('term.mass'), value: formatter(locale).quantity(facts.massG, 'kg') },
    { term: t('term.basis'), value: t(`basis.${facts.massBasis}`) },
    {
      term: t('term.slip'),
      value: slip ? [slip.number, slip.sha256 ? t('slipPhoto') : ''].filter(Boolean).join(', ') : '',
    },
    { term: t('term.slipHash'), value: slip?.sha256 ?? '' },
  ]
}

function legalFacts({ facts, locale }: HandoverPaper): PaperFact[] {
  const t = translator(locale, handoverPapers)
  return [
    { term: t('term.status'), value: t(`legal.${facts.legalStatus}`) },
    { term: t('term.operator'), value: facts.sortingOperator },
    { term: t('term.sortedOn'), value: facts.sortedOn ? formatter(locale).dayLong(facts.sortedOn) : '' },
    { term: t('term.evidence'), value: facts.sortingEvidence },
  ]
}

/** Whether it is free, and what each side undertakes, as a list. */
function drawTerms(pdf: Pdf, { facts, locale }: HandoverPaper): void {
  const t = translator(locale, handoverPapers)
  const { x, width } = placeOn(pdf)
  const price = formatter(locale).euros(facts.priceCents)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('section.price'))
  const terms = facts.priceCents === 0 ? t('free') : t('priced', { price })
  addText(pdf, section, 'P', terms, { x, width, face: 'strong', size: 10 })
  addHeading(pdf, section, t('section.undertakings'))
  const list = addGroup(pdf, section, 'L')
  for (const [index, key] of facts.undertakings.entries()) {
    keepTogether(pdf, 14)
    const item = addGroup(pdf, list, 'LI')
    const y = pdf.doc.y
    addText(pdf, item, 'Lbl', `${index + 1}.`, { x, y, width: 16, size: 9.5 })
    addText(pdf, item, 'LBody', t(`undertaking.${key}`), { x: x + 18, y, width: width - 18, size: 9.5 })
    item.end()
  }
  list.end()
  section.end()
}

/** How anyone checks it: the address and the fingerprint of what was signed. */
function drawCheck(pdf: Pdf, { facts, factsSha256, locale, url }: HandoverPaper): void {
  const t = translator(locale, handoverPapers)
  const place = placeOn(pdf)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('section.check'))
  const text = t('checkText', { number: spacedNumber(facts.number) })
  addText(pdf, section, 'P', `${url.replace(/^https?:\/\//, '')} – ${text}`, { ...place, size: 9 })
  addText(pdf, section, 'P', factsSha256, { ...place, face: 'strong', size: 9 })
  section.end()
}

/** What the file of a document is called. */
export function handoverPaperName({ kind, number }: PaperFacts, locale: Locale): string {
  return `${translator(locale, handoverPapers)(`file.${kind}`, { number: spacedNumber(number) })}.pdf`
}
