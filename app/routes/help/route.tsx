import type { MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { pageTitle } from '~/http/page-title'
import { help } from '~/messages/help'
import { HELP_ANCHORS, type HelpTopic } from '~/root/help-topics'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(help, 'title')

const WAYS: Record<HelpTopic, string> = {
  post: paths.newLot(),
  find: paths.lots(),
  need: paths.newNeed(),
  reserve: paths.reservations(),
  attribute: paths.organisationAttribution(),
  handover: paths.reservations(),
  commune: paths.communes(),
  figures: paths.algorithms(),
  ai: paths.tryPhoto(),
  mails: paths.notificationPreferences(),
  security: paths.security(),
}
const TOPICS = Object.keys(HELP_ANCHORS) as HelpTopic[]

export default function Help() {
  const t = useT(help)
  return (
    <div className="flex flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <nav aria-labelledby="contents" data-screen-only>
        <h2 id="contents" className="text-xl">
          {t('contents')}
        </h2>
        <ul className="mt-2 grid gap-x-8 sm:grid-cols-2">
          {TOPICS.map((topic) => (
            <li key={topic}>
              <a href={`#${HELP_ANCHORS[topic]}`} className="inline-flex min-h-11 items-center">
                {t(`topics.${topic}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {TOPICS.map((topic) => (
        <Answer key={topic} topic={topic} />
      ))}
      <section aria-labelledby="ask" className="flex flex-col items-start gap-3" data-screen-only>
        <h2 id="ask" className="text-xl">
          {t('ask')}
        </h2>
        <ButtonLink to={paths.contact()} wide>
          {t('write')}
        </ButtonLink>
        <p className="text-muted">{t('print')}</p>
      </section>
    </div>
  )
}

function Answer({ topic }: { topic: HelpTopic }) {
  const t = useT(help)
  const anchor = HELP_ANCHORS[topic]
  return (
    <section
      aria-labelledby={anchor}
      className="flex break-inside-avoid scroll-mt-4 flex-col gap-3 border-t-4 border-edge pt-4"
    >
      <h2 id={anchor}>{t(`topics.${topic}.title`)}</h2>
      <p className="font-semibold text-muted">{t(`topics.${topic}.who`)}</p>
      {(['a', 'b', 'c'] as const).map((part) => (
        <p key={part} className="prose-width">
          {t(`topics.${topic}.${part}`)}
        </p>
      ))}
      <p data-screen-only>
        <Link to={WAYS[topic]} className="inline-flex min-h-11 items-center font-semibold">
          {t(`go.${topic}`)}
        </Link>
      </p>
    </section>
  )
}
