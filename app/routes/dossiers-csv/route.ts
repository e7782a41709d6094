import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { readBoardFor, type SeenRow } from '~/features/programme/review-board.server'
import { dossierListSchema } from '~/features/programme/schema'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { requireCommittee } from '~/http/seen-dossier.server'
import { translator } from '~/messages/catalogue'
import { programme } from '~/messages/programme'
import { programmeDossier } from '~/messages/programme-dossier'

/** The dossiers that the same filter shows, as the reader sees them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, isManager } = await requireCommittee(request)
  const { etat } = parseSearch(request, dossierListSchema)
  const locale = await localeOf(request)
  const t = translator(locale, programmeDossier)
  const tProgramme = translator(locale, programme)
  const euros = (cents: number | null) => (cents === null ? null : cents / 100)
  const columns: CsvColumn<SeenRow>[] = [
    { header: t('list.rank'), cell: ({ rank }) => rank },
    { header: t('list.commune'), cell: ({ dossier }) => dossier.communeName },
    { header: t('list.state'), cell: ({ dossier }) => tProgramme(`state.${dossier.state}`) },
    { header: t('list.mine'), cell: ({ mine }) => (mine === 'none' ? null : t(`list.${mine}`)) },
    { header: t('list.version'), cell: ({ dossier }) => dossier.criteriaVersion },
    { header: t('list.reviews'), cell: ({ summary }) => summary.reviews },
    { header: t('list.mean'), cell: ({ summary }) => summary.mean },
    { header: t('list.lowest'), cell: ({ summary }) => summary.lowest },
    { header: t('list.highest'), cell: ({ summary }) => summary.highest },
    { header: t('list.spread'), cell: ({ summary }) => summary.spread },
    { header: `${t('list.asked')} (€)`, cell: ({ dossier }) => euros(dossier.askedCents) },
    { header: `${t('list.granted')} (€)`, cell: ({ dossier }) => euros(dossier.grantedCents) },
    {
      header: t('list.submittedOn'),
      cell: ({ submittedAtMs }) => (submittedAtMs === null ? null : isoDayOf(submittedAtMs)),
    },
  ]
  const rows = await readBoardFor({ userId: actor.userId, isManager }, etat)
  return download(toCsv(columns, rows), `${t('list.file')}.csv`, 'text/csv')
}
