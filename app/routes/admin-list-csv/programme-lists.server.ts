import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { yearSearchSchema } from '~/features/accounting/schema'
import { listReviewers } from '~/features/programme/queries/dossiers.server'
import { readSteeringBoard } from '~/features/programme/read-board.server'
import { toCsv } from '~/http/csv.server'
import { parseSearch } from '~/http/parse-search.server'
import { translator } from '~/messages/catalogue'
import { programmeBoard } from '~/messages/programme-board'
import type { ListCsv } from './list-csv'

/** Who sits on the review committee. */
export const committeeCsv: ListCsv = async (_request, locale) => {
  const t = translator(locale, programmeBoard)
  const body = toCsv(
    [
      { header: t('committee.person'), cell: ({ name }) => name },
      { header: t('committee.email'), cell: ({ email }) => email },
    ],
    await listReviewers(),
  )
  return { file: t('committee.file'), body }
}

/** The communes of the track beside the others, for the year of the page. */
export const comparisonCsv: ListCsv = async (request, locale) => {
  const { annee } = parseSearch(request, yearSearchSchema)
  const year = annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const t = translator(locale, programmeBoard)
  const { inTrack, others } = await readSteeringBoard(year)
  const kilograms = (grams: number | null) => (grams === null ? null : grams / 1000)
  const body = toCsv(
    [
      { header: t('compare.group'), cell: ({ key }) => t(`compare.${key}`) },
      { header: t('compare.communes'), cell: ({ communes }) => communes },
      { header: t('compare.withSites'), cell: ({ withSites }) => withSites },
      { header: `${t('compare.perSite')} (kg)`, cell: ({ perSiteG }) => kilograms(perSiteG) },
      {
        header: `${t('compare.perInhabitant')} (kg)`,
        cell: ({ perInhabitantG }) => kilograms(perInhabitantG),
      },
    ],
    [
      { key: 'inTrack' as const, ...inTrack },
      { key: 'others' as const, ...others },
    ],
  )
  return { file: `${t('compare.file')}-${year}`, body }
}
