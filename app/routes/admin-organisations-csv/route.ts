import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { filterOrganisations, organisationStateOf } from '~/features/administration/model/organisation-entry'
import { listOrganisationEntries } from '~/features/administration/queries/organisations.server'
import { organisationSearchSchema } from '~/features/administration/schema'
import { rolesOf } from '~/features/organisations/model/permissions'
import { requireAdministration } from '~/http/administration.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { administration } from '~/messages/administration'
import { translator } from '~/messages/catalogue'

/** Every organisation that the same filters show, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const filter = parseSearch(request, organisationSearchSchema)
  const t = translator(await localeOf(request), administration)
  const body = toCsv(
    [
      { header: t('organisations.name'), cell: (entry) => entry.name },
      { header: t('organisations.siret'), cell: (entry) => entry.siret },
      { header: t('organisations.kind'), cell: (entry) => t(`organisations.kindOf.${entry.kind}`) },
      {
        header: t('organisations.sides'),
        cell: (entry) =>
          rolesOf(entry)
            .map((role) => t(`role.${role}`))
            .join(' ; '),
      },
      { header: t('organisations.commune'), cell: (entry) => entry.communeName },
      {
        header: t('organisations.state'),
        cell: (entry) => t(`organisations.stateOf.${organisationStateOf(entry)}`),
      },
      { header: t('organisations.members'), cell: (entry) => entry.members },
      { header: t('organisations.confirmed'), cell: (entry) => entry.confirmed },
      { header: t('organisations.sites'), cell: (entry) => entry.sites },
      { header: t('organisations.lots'), cell: (entry) => entry.lots },
      { header: t('organisations.created'), cell: (entry) => isoDayOf(entry.createdAtMs) },
    ],
    filterOrganisations(await listOrganisationEntries(), filter),
  )
  return download(body, `${t('organisations.csvFile')}.csv`, 'text/csv')
}
