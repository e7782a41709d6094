import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { findFiches } from '~/features/programme/model/fiche'
import { listFiches } from '~/features/programme/queries/library.server'
import { librarySearchSchema } from '~/features/programme/schema'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { publicUrlOf } from '~/http/lot-page-url.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { materials as materialTexts } from '~/messages/materials'
import { programmeLibrary } from '~/messages/programme-library'

/** The published fiches that the same search shows, whole. */
export async function loader({ request }: LoaderFunctionArgs) {
  const search = parseSearch(request, librarySearchSchema)
  const locale = await localeOf(request)
  const t = translator(locale, programmeLibrary)
  const tMaterial = translator(locale, materialTexts)
  const published = (await listFiches()).filter(({ state }) => state === 'published')
  const body = toCsv(
    [
      { header: t('form.title'), cell: ({ title }) => title },
      { header: t('topic'), cell: ({ topics }) => topics.map((topic) => t(`topicOf.${topic}`)).join(', ') },
      {
        header: t('material'),
        cell: ({ materials }) => materials.map((type) => tMaterial(`type.${type}.short`)).join(', '),
      },
      { header: t('bodyHeader'), cell: (fiche) => fiche.body },
      { header: t('author'), cell: ({ organisationName }) => organisationName },
      { header: t('changedOn'), cell: ({ updatedAtMs }) => isoDayOf(updatedAtMs) },
      { header: t('address'), cell: ({ id }) => publicUrlOf(paths.fiche(id)) },
    ],
    findFiches(published, search),
  )
  return download(body, `${t('file')}.csv`, 'text/csv')
}
