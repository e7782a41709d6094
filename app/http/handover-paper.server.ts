import { isLocale } from '~/core/locale'
import { readPaper } from '~/features/documents/paper-file.server'
import type { PaperKind } from '~/features/reservations/model/paper-facts'
import { listPapersOf } from '~/features/reservations/queries/papers.server'
import { localeOf } from './locale.server'
import { documentReply, orNotFound } from './replies.server'
import { requireParty } from './reservation-party.server'

/** A document of a handover as PDF, for its parties: in the reader's language, or in `langue`. */
export async function handoverPaperReply(
  request: Request,
  reservationId: string | undefined,
  kind: PaperKind,
): Promise<Response> {
  const { view } = await requireParty(request, reservationId)
  const paper = orNotFound((await listPapersOf(view.id)).find((one) => one.kind === kind))
  const asked = new URL(request.url).searchParams.get('langue')
  const locale = isLocale(asked) ? asked : await localeOf(request)
  const { bytes, fileName } = await readPaper(paper, locale)
  const stream = new Blob([bytes]).stream()
  return documentReply(stream, fileName, 'application/pdf')
}
