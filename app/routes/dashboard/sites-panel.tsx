import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { SiteCalendar, type SiteInList } from '~/features/sites/ui/site-card'
import { dashboard } from '~/messages/dashboard'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Panel, Row, Rows } from './panel'

/** The organisation's sites that are not over, those that end first on top. */
export function SitesPanel({
  sites,
  today,
}: {
  sites: { total: number; shown: readonly SiteInList[] }
  today: IsoDay
}) {
  const t = useT(dashboard)
  return (
    <Panel
      title={t('sites.title')}
      count={sites.total}
      actions={
        <>
          <ButtonLink to={paths.newSite()} look="secondary">
            {t('sites.open')}
          </ButtonLink>
          {sites.total > 0 && (
            <ButtonLink to={paths.sites()} look="secondary">
              {t('sites.all')}
            </ButtonLink>
          )}
        </>
      }
    >
      {sites.total === 0 && <p>{t('sites.none')}</p>}
      <Rows>
        {sites.shown.map((site) => (
          <Row
            key={site.id}
            to={paths.site(site.id)}
            title={site.name}
            text={site.communeName}
            aside={<SiteCalendar site={site} today={today} />}
          />
        ))}
      </Rows>
    </Panel>
  )
}
