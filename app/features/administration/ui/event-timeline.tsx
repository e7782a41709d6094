import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { administration } from '~/messages/administration'
import { CsvLink } from '~/ui/data-table'
import { useFormat, useLocale, useT } from '~/ui/i18n'
import { Timeline } from '~/ui/timeline'
import type { TimelineEvent } from '../model/timeline-event'
import { eventLabel } from './event-label'

/** Where the record of an event is read, when it has a page. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  user: paths.oneAccount,
  organisation: paths.oneOrganisation,
  lot: paths.lot,
  need: paths.need,
  site: paths.site,
  reservation: paths.reservation,
  'contact-message': paths.oneMessage,
  place: paths.onePlaceToCheck,
  'programme-dossier': (id) => paths.dossier(id),
  'programme-fiche': (id) => paths.fiche(id),
  'club-post': () => paths.club(),
  workshop: (id) => paths.workshop(id),
  'programme-setting': () => paths.steerProgramme(),
  'match-weights': () => paths.matchWeights(),
  vocabulary: () => paths.vocabulary(),
}

/** What happened to a record, by whom and why, the newest first. */
export function EventTimeline({
  events,
  about,
  csvHref,
}: {
  events: readonly TimelineEvent[]
  /** The record of the page: its own events need no link. */
  about: string
  csvHref: string
}) {
  const t = useT(administration)
  const locale = useLocale()
  const format = useFormat()
  return (
    <section aria-labelledby="timeline-title" className="flex flex-col gap-4">
      <h2 id="timeline-title" className="text-2xl">
        {t('timeline.title')}
      </h2>
      {events.length === 0 ? (
        <p>{t('timeline.none')}</p>
      ) : (
        <Timeline
          label={t('timeline.title')}
          steps={events.map((event) => {
            const page = event.entityId === about ? undefined : PAGES[event.entity]
            const title = eventLabel(locale, event.entity, event.kind)
            const who = event.actorName ?? t('timeline.system')
            return {
              key: event.id,
              state: 'done' as const,
              title: page ? (
                <Link to={page(event.entityId)} className="inline-flex min-h-11 items-center">
                  {title}
                </Link>
              ) : (
                title
              ),
              when: `${format.instant(event.atMs)}, ${t('timeline.by', { name: who })}`,
              detail: event.note && <p className="prose-width whitespace-pre-line">{event.note}</p>,
            }
          })}
        />
      )}
      {events.length > 0 && <CsvLink href={csvHref} />}
    </section>
  )
}
