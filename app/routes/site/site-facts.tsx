import { addDays, type IsoDay } from '~/core/days'
import type { SitePrivate, SiteView } from '~/features/sites/queries.server'
import { SiteCalendar } from '~/features/sites/ui/site-card'
import { siteForm } from '~/messages/site-form'
import { sites } from '~/messages/sites'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'

/** Where and when the works are; `own` is null for readers of other organisations. */
export function SiteFacts({ site, own, today }: { site: SiteView; own: SitePrivate | null; today: IsoDay }) {
  const t = useT(sites)
  const tForm = useT(siteForm)
  const format = useFormat()
  const contact = own && [own.contactName, own.contactPhone].filter(Boolean).join(', ')
  return (
    <div className="flex flex-col gap-3">
      <FactList
        facts={[
          { term: t('fact.commune'), value: site.communeName },
          {
            term: t('fact.dates'),
            value: format.dayRange({ from: site.startsOn, until: addDays(site.endsOn, 1) }),
          },
          ...(own ? [{ term: t('fact.address'), value: own.address }] : []),
          ...(own && own.lat !== null && own.lon !== null
            ? [
                {
                  term: tForm('position.title'),
                  value: `${format.number(own.lat, 5)} ; ${format.number(own.lon, 5)}`,
                },
              ]
            : []),
          ...(own?.access ? [{ term: tForm('access'), value: own.access }] : []),
          ...(contact ? [{ term: tForm('contactName'), value: contact }] : []),
        ]}
      />
      {own && <p className="text-muted">{tForm('privateLead')}</p>}
      <p>
        <SiteCalendar site={site} today={today} />
      </p>
    </div>
  )
}
