import { Link, useMatches } from '@remix-run/react'
import { paths } from '~/core/paths'
import { common } from '~/messages/common'
import { useT } from '~/ui/i18n'
import { InfoIcon } from '~/ui/icons'
import { HELP_ANCHORS, type HelpTopic } from './help-topics'

/** The answer that helps on a page, by the folder of its route. */
const TOPIC_OF: Readonly<Record<string, HelpTopic>> = {
  'lot-new': 'post',
  lots: 'find',
  'alert-new': 'find',
  'saved-searches': 'find',
  'need-new': 'need',
  'need-edit': 'need',
  matches: 'need',
  'reservation-new': 'reserve',
  reservations: 'reserve',
  reservation: 'handover',
  'lot-attribution': 'attribute',
  'organisation-attribution': 'attribute',
  'admin-public-rules': 'attribute',
  'admin-answers': 'attribute',
  commune: 'figures',
  communes: 'commune',
  'commune-handovers': 'figures',
  territory: 'figures',
  'territory-handovers': 'figures',
  'try-photo': 'ai',
  'notification-preferences': 'mails',
  security: 'security',
  'new-factor': 'security',
  'second-step': 'security',
  'confirm-identity': 'security',
}

/** The way to the answers about the page that is shown; nothing where there are none. */
export function HelpLink() {
  const t = useT(common)
  const folder = useMatches().at(-1)?.id.split('/')[1] ?? ''
  const topic = TOPIC_OF[folder]
  if (!topic) return null
  return (
    <p className="mt-12 border-t-2 border-line pt-3" data-screen-only>
      <Link to={paths.help(HELP_ANCHORS[topic])} className="inline-flex min-h-11 items-center gap-2">
        <InfoIcon />
        {t(`help.${topic}`)}
      </Link>
    </p>
  )
}
