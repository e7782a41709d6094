import { webhooks } from '~/messages/webhooks'
import { ChoiceChips } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import type { WebhookEvent } from '../model/events'
import { OWN_LOTS, SEEN_LOTS } from '../model/webhook'
import type { Places } from './use-webhook-texts'

/** What is sent: events, and whose lots these are about. */
export function ChoiceFields({
  offered,
  places,
  events,
  scope,
  errors = {},
}: {
  offered: readonly WebhookEvent[]
  places: Places
  events: readonly string[]
  scope: string
  errors?: Record<string, string[] | null | undefined>
}) {
  const t = useT(webhooks)
  const optionsOf = (list: Places['communes']) => list.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <ChoiceChips
        id="events"
        name="events"
        multiple
        label={t('add.events')}
        error={errors.events}
        defaultValue={events}
        choices={offered.map((event) => ({ value: event, label: t(`event.${event}`) }))}
      />
      <Select
        id="scope"
        name="scope"
        label={t('add.scope')}
        hint={t('add.scopeHint')}
        error={errors.scope}
        placeholder={null}
        defaultValue={scope}
        options={[
          { value: OWN_LOTS, label: t('scopes.own') },
          { value: SEEN_LOTS, label: t('scopes.seen') },
          { label: t('scopes.territories'), options: optionsOf(places.territories) },
          { label: t('scopes.communes'), options: optionsOf(places.communes) },
        ]}
      />
    </>
  )
}
