import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { dashboard } from '~/messages/dashboard'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { HandoversPanel, LotsPanel, RequestsPanel } from './giver-panels'
import { loadDashboard } from './load-dashboard.server'
import { SitesPanel } from './sites-panel'
import { NeedsPanel, ReservationsPanel } from './taker-panels'
import { Territory } from './territory'

export const meta: MetaFunction = pageTitle(dashboard, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  return loadDashboard(await requireActor(request))
}

export default function Dashboard() {
  const t = useT(dashboard)
  const { firstName, today, year, giver, taker, sites, commune, metropole } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('hello', { name: firstName })} lead={t('lead')} />
      <div className="flex flex-col gap-12">
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
            {giver && <RequestsPanel requests={giver.requests} today={today} />}
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
