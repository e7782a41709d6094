import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { readCommuneYear, readMedianRate } from '~/features/accounting/commune-year.server'
import { offeredYears } from '~/features/accounting/model/years'
import { yearSearchSchema } from '~/features/accounting/schema'
import { factorSetOn } from '~/features/carbon/queries.server'
import { canonicalCommuneCode } from '~/features/communes/model/commune'
import { findCommune } from '~/features/communes/queries.server'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from '~/http/actor.server'
import { localised } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { orNotFound } from '~/http/replies.server'
import { shownHandovers } from '~/http/shown-handovers.server'
import { siteNamesFor } from '~/http/site-names.server'
import { communes } from '~/messages/communes'
import { CommunePage } from './commune-page'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: `${data?.commune.name ?? localised({ matches }, communes)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { annee } = parseSearch(request, yearSearchSchema)
  const code = params.code ?? ''
  const canonical = canonicalCommuneCode(code)
  if (canonical !== code) return redirect(paths.commune(canonical, annee), 301)
  const commune = orNotFound(await findCommune(code))
  const today = isoDayOf(nowMs())
  const year = annee ?? Number(today.slice(0, 4))
  const [account, medianRate] = await Promise.all([readCommuneYear(code, year), readMedianRate(year)])
  const [actor, { nameOf }, effects, outside, factors] = await Promise.all([
    optionalActor(request),
    siteNamesFor(request, code),
    shownHandovers(request, account.effects),
    shownHandovers(
      request,
      account.outside.map((row) => ({ row })),
    ),
    factorSetOn(),
  ])
  return {
    ...account,
    sites: account.sites.map((site) => ({ ...site, name: nameOf(site.id, site.name) })),
    effects,
    outside,
    commune: { code, name: commune.name, departement: commune.departement, eptName: commune.eptName },
    medianRate,
    year,
    years: offeredYears(today, year),
    factorSource: factors.source,
    managesAgents: actor !== null && can(actor, 'agent:invite'),
  }
}

export default function Commune() {
  return <CommunePage {...useLoaderData<typeof loader>()} />
}
