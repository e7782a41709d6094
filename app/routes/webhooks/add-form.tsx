import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { WebhookEvent } from '~/features/webhooks/model/events'
import { LONGEST_ADDRESS, OWN_LOTS, SEEN_LOTS } from '~/features/webhooks/model/webhook'
import { ChoiceFields } from '~/features/webhooks/ui/choice-fields'
import type { Places } from '~/features/webhooks/ui/use-webhook-texts'
import { webhooks } from '~/messages/webhooks'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

/** Registers an address. `newId` is made once for the form, so that sending it twice registers once. */
export function AddForm({
  newId,
  hosts: { isAnyPublic, named },
  offered,
  places,
  lastResult,
}: {
  newId: string
  hosts: { isAnyPublic: boolean; named: readonly string[] }
  offered: readonly WebhookEvent[]
  places: Places
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(webhooks)
  const [form, { url, events, scope }] = useForm<{ url: string; events: string[]; scope: string }>({
    id: 'add-webhook',
    lastResult,
  })
  const hosts = named.join(', ')
  const anyPublic = named.length > 0 ? t('anyPublicAnd', { hosts }) : t('anyPublic')
  const given = lastResult?.initialValue
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5">
      <h2>{t('add.title')}</h2>
      <p className="prose-width">{isAnyPublic ? anyPublic : t('hosts', { hosts })}</p>
      <ErrorSummary id="add-errors" errors={summaryOf([form, url, events, scope])} />
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="id" value={newId} />
      <TextInput
        {...getInputProps(url, { type: 'url' })}
        key={url.key}
        label={t('add.url')}
        hint={t('add.urlHint')}
        error={url.errors}
        maxLength={LONGEST_ADDRESS}
        autoComplete="off"
      />
      <ChoiceFields
        offered={offered}
        places={places}
        events={given ? listOf(given['events']) : offered}
        scope={
          listOf(given?.['scope'])[0] ??
          (offered.some((event) => event.startsWith('reservation.')) ? OWN_LOTS : SEEN_LOTS)
        }
        errors={{ events: events.errors, scope: scope.errors }}
      />
      <div>
        <Button wide>{t('add.submit')}</Button>
      </div>
    </Form>
  )
}

/** What was sent of a field that may come several times. */
function listOf(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string')
}
