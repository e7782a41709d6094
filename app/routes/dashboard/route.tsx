import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Actor } from '~/features/organisations/model/permissions'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { alerts } from '~/messages/alerts'
import { dashboard } from '~/messages/dashboard'
import { listActs } from '~/root/list-acts.server'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { HandoversPanel, LotsPanel } from './giver-panels'
import { loadDashboard } from './load-dashboard.server'
import { SitesPanel } from './sites-panel'
import { NeedsPanel, ReservationsPanel } from './taker-panels'
import { Waiting } from './waiting'
import { Territory } from './territory'

export const meta: MetaFunction = pageTitle(dashboard, 'title')

const SHOWN_ACTS = 8

/** Where to go when nothing waits. */
function nextOf({ roles, communeCode }: Actor) {
  if (roles.includes('giver')) return { role: 'giver' as const, to: paths.newLot() }
  if (roles.includes('taker')) return { role: 'taker' as const, to: paths.lots() }
  if (roles.includes('commune-agent') && communeCode)
    return { role: 'agent' as const, to: paths.commune(communeCode) }
  return { role: 'admin' as const, to: paths.communes() }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [panels, acts] = await Promise.all([loadDashboard(actor), listActs(actor)])
  const showsAll = new URL(request.url).searchParams.get('vue') === 'tout'
  return {
    ...panels,
    acts: showsAll ? acts : acts.slice(0, SHOWN_ACTS),
    total: acts.length,
    next: nextOf(actor),
  }
}

export default function Dashboard() {
  const t = useT(dashboard)
  const tAlerts = useT(alerts)
  const { acts, total, next, firstName, today, year, giver, taker, sites, commune, metropole } =
    useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('hello', { name: firstName })}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to={paths.savedSearches()} look="secondary" wide>
              {tAlerts('mine.title')}
            </ButtonLink>
            {(giver ?? taker) && (
              <ButtonLink to={paths.deadlines()} look="secondary" wide>
                {tAlerts('mine.deadlines')}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-12">
        <Waiting acts={acts} total={total} today={today} next={next} />
        {commune && (
          <Territory
            title={t('territory.commune', { commune: commune.name, year: String(year) })}
            account={commune.account}
            actions={
              <>
                <ButtonLink to={paths.commune(commune.code, year)}>{t('territory.page')}</ButtonLink>
                <ButtonLink to={paths.communes()} look="secondary">
                  {t('territory.communes')}
                </ButtonLink>
              </>
            }
          />
        )}
        {metropole && (
          <Territory
            title={t('territory.metropole', { year: String(year) })}
            account={metropole}
            actions={
              <>
                <ButtonLink to={paths.administration()}>{t('territory.administration')}</ButtonLink>
                <ButtonLink to={paths.communes()} look="secondary">
                  {t('territory.communes')}
                </ButtonLink>
                <ButtonLink to={paths.algorithms()} look="secondary">
                  {t('territory.algorithms')}
                </ButtonLink>
              </>
            }
          />
        )}
        {(giver ?? taker) && (
          <div className="gap-5 lg:columns-2">
            {giver && <LotsPanel lots={giver.lots} today={today} />}
            {giver && giver.handovers.total > 0 && <HandoversPanel handovers={giver.handovers} />}
            {taker && <NeedsPanel needs={taker.needs} />}
            {taker && <ReservationsPanel reservations={taker.reservations} />}
            {sites && <SitesPanel sites={sites} today={today} />}
          </div>
        )}
      </div>
    </>
  )
}
