import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { sheetQuery } from '~/features/labels/model/sheet-choice'
import { sheetFormat } from '~/features/labels/model/sheet-format'
import { labelSheet } from '~/features/labels/print/label-sheet.server'
import { requireActor } from '~/http/actor.server'
import { askedSheet, MOST_OF_SHEET } from '~/http/asked-sheet.server'
import { localeOf } from '~/http/locale.server'
import { printedLabels } from '~/http/printed-labels.server'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { labelSheets } from '~/messages/label-sheets'

/** The labels of one's own lots, site or printing as a PDF; back to the choices while some are not made. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const sheet = await askedSheet(request, actor)
  const locale = await localeOf(request)
  const { choice, count } = sheet
  const labels = count > 0 && count <= MOST_OF_SHEET ? await printedLabels(sheet, actor, locale) : null
  if (!labels) return redirect(paths.printLabels(sheetQuery(choice)))
  const t = translator(locale, labelSheets)
  const format = sheetFormat(choice.format)
  const body = await labelSheet({ labels, format, start: choice.start, title: t('docTitle'), locale })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${t('fileName')}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
