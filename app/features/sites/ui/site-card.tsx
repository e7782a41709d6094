import { Link } from '@remix-run/react'
import { addDays, type IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { sites } from '~/messages/sites'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import { TapeRule } from '~/ui/marks'
import { FactList } from '~/ui/tag-card'
import type { SiteKind } from '../model/site'

export type SiteInList = {
  id: string
  name: string
  kind: SiteKind
  communeName: string
  startsOn: IsoDay
  endsOn: IsoDay
}

/** A site in a list, with what its calendar says today. */
export function SiteCard({
  site,
  today,
  level: Heading = 'h2',
}: {
  site: SiteInList
  today: IsoDay
  level?: 'h2' | 'h3'
}) {
  const t = useT(sites)
  const format = useFormat()
  return (
    <article className="tag h-full">
      <div className="tag-head">
        <span className="hole" aria-hidden />
        <Badge>{t(`kind.${site.kind}`)}</Badge>
      </div>
      <TapeRule thin />
      <div className="flex grow flex-col gap-3 p-4">
        <Heading className="text-xl">
          <Link to={paths.site(site.id)} className="tag-link text-ink no-underline">
            {site.name}
          </Link>
        </Heading>
        <FactList
          facts={[
            { term: t('fact.commune'), value: site.communeName },
            {
              term: t('fact.dates'),
              value: format.dayRange({ from: site.startsOn, until: addDays(site.endsOn, 1) }),
            },
          ]}
        />
        <p className="mt-auto">
          <SiteCalendar site={site} today={today} />
        </p>
      </div>
    </article>
  )
}

/** Where the works are: they start, they end, or they are over. Pressing ends are written on marking yellow. */
export function SiteCalendar({
  site,
  today,
}: {
  site: Pick<SiteInList, 'startsOn' | 'endsOn'>
  today: IsoDay
}) {
  const t = useT(sites)
  const format = useFormat()
  if (site.endsOn < today) return <Badge>{t('deadline.ended')}</Badge>
  if (site.startsOn > today) {
    return <Badge>{t('deadline.starts', { when: format.relativeDay(site.startsOn, today) })}</Badge>
  }
  const isPressing = site.endsOn < addDays(today, 31)
  return (
    <Badge tone={isPressing ? 'mark' : 'plain'}>
      {t('deadline.ends', { when: format.relativeDay(site.endsOn, today) })}
    </Badge>
  )
}
