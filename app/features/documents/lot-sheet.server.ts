import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { qrPathOf } from '~/features/labels/model/qr-path'
import { qrModules } from '~/features/labels/qr-modules'
import type { LotView } from '~/features/lots/model/lot'
import { translator } from '~/messages/catalogue'
import { lotPaper } from '~/messages/lot-paper'
import { addPageFeet } from '~/platform/pdf/page-feet.server'
import { streamPdf } from '~/platform/pdf/pdf.server'
import { drawBody } from './lot-sheet-body.server'
import { drawHead } from './lot-sheet-head.server'
import { lotSheetTexts } from './lot-sheet-texts'
import type { LotSheet } from './model/lot-sheet'
import { readPaperPhotos } from './paper-photos.server'

/** The sheet of a lot on paper: what its page shows to a stranger, never the address of the site. */
export async function lotSheetPdf(sheet: LotSheet): Promise<ReadableStream<Uint8Array>> {
  const { lot, locale, url } = sheet
  const t = translator(locale, lotPaper)
  const photos = await readPaperPhotos(lot.id)
  const day = formatter(locale).dayLong(isoDayOf(nowMs()))
  const texts = lotSheetTexts(lot, locale)
  const title = t('title', { title: lot.title, reference: lot.reference })
  const options = { title, locale, subject: t('subject'), author: lot.organisationName, createdAtMs: nowMs() }
  return streamPdf(options, (pdf) => {
    drawHead(pdf, sheet, { photos, qr: qrPathOf(qrModules(url)), facts: texts.facts })
    drawBody(pdf, sheet, { photos, texts })
    addPageFeet(pdf, t('footer', { reference: lot.reference, day }))
  })
}

/** What the file of a lot's sheet is called. */
export function lotSheetName(lot: LotView, locale: Locale): string {
  return `${translator(locale, lotPaper)('file', { reference: lot.reference })}.pdf`
}
