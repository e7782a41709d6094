import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { administration } from '~/messages/administration'
import { administrationEvents } from '~/messages/administration-events'
import { hasSentence } from '~/messages/catalogue'
import { useFormat, useT } from '~/ui/i18n'
import { Timeline } from '~/ui/timeline'
import type { TimelineEvent } from '../model/timeline-event'

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
}: {
  events: readonly TimelineEvent[]
  /** The record of the page: its own events need no link. */
  about: string
}) {
  const t = useT(administration)
  const label = useEventLabel()
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
            const title = label(event.entity, event.kind)
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
    </section>
  )
}

/** The sentence of an event; a kind without one is named as it is stored. */
function useEventLabel(): (entity: string, kind: string) => string {
  const t = useT(administrationEvents)
  return (entity, kind) => {
    const key = `${entity}.${kind}`
    if (!hasSentence(administrationEvents, key)) return t('other', { entity, kind })
    return (t as unknown as (key: string) => string)(key)
  }
}
