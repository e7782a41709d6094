import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { yearSearchSchema } from '~/features/accounting/schema'
import { readSteeringBoard, type SteeredCommune } from '~/features/programme/read-board.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { programme } from '~/messages/programme'
import { programmeBoard } from '~/messages/programme-board'

/** Where each of the 130 communes stands, with what its sites handed over in the year. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { annee } = parseSearch(request, yearSearchSchema)
  const year = annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const locale = await localeOf(request)
  const t = translator(locale, programmeBoard)
  const tProgramme = translator(locale, programme)
  const euros = (cents: number | null | undefined) => (cents == null ? null : cents / 100)
  const columns: CsvColumn<SteeredCommune>[] = [
    { header: t('code'), cell: ({ code }) => code },
    { header: t('commune'), cell: ({ name }) => name },
    { header: t('population'), cell: ({ population }) => population },
    { header: t('stage'), cell: ({ stage }) => tProgramme(`stage.${stage}`) },
    {
      header: t('dossier'),
      cell: ({ dossier }) => (dossier ? tProgramme(`state.${dossier.state}`) : null),
    },
    { header: `${t('asked')} (€)`, cell: ({ dossier }) => euros(dossier?.askedCents) },
    { header: `${t('granted')} (€)`, cell: ({ dossier }) => euros(dossier?.grantedCents) },
    { header: t('sites'), cell: ({ sites }) => sites },
    { header: t('handedOverKg', { year: String(year) }), cell: ({ handedOverG }) => handedOverG / 1000 },
  ]
  const { communes } = await readSteeringBoard(year)
  return download(toCsv(columns, communes), `${t('file')}-${year}.csv`, 'text/csv')
}
