import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { setSubscription } from '~/features/notifications/commands/set-subscription.server'
import { resumedKinds } from '~/features/notifications/schema'
import { PREFERENCE_TEXTS } from '~/features/notifications/ui/sentence'
import { readUnsubscribeToken } from '~/features/notifications/unsubscribe-link.server'
import { pageTitle } from '~/http/page-title'
import { readForm } from '~/http/read-form.server'
import { orNotFound } from '~/http/replies.server'
import { notifications } from '~/messages/notifications'
import { unsubscribe } from '~/messages/unsubscribe'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(unsubscribe, 'title')

/** Changes nothing: programs that check mails open their links. */
export function loader({ params }: LoaderFunctionArgs) {
  return { preference: orNotFound(readUnsubscribeToken(params.token ?? '')).preference }
}

/** Ends the e-mails, for a person's button and for a mail program's one click alike, unless told to begin them again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const subscription = orNotFound(readUnsubscribeToken(params.token ?? ''))
  const form = await readForm(request)
  const wanted = form.get('intent') === 'resume'
  const kinds = await setSubscription(subscription, wanted, resumedKinds.parse(form.getAll('kind')))
  return { wanted, kinds }
}

export default function Unsubscribe() {
  const t = useT(unsubscribe)
  const tKinds = useT(notifications)
  const { preference } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const isSummary = preference === 'digest' || preference === 'capped-digest'
  const text = isSummary ? 'digest' : PREFERENCE_TEXTS[preference]
  const kind = tKinds(`preferences.${text}.label`)
  const mayEnd = done?.wanted !== false
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('title')} lead={done ? undefined : t('lead', { kind })} />
      {done && (
        <Notice tone="success" live title={done.wanted ? t('resumed') : t('done')}>
          {done.wanted ? t('resumedText', { kind }) : t('doneText', { kind })}
        </Notice>
      )}
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="intent" value={mayEnd ? 'end' : 'resume'} />
        {!mayEnd &&
          done?.kinds.map(({ kind: name, pace }) => (
            <input key={name} type="hidden" name="kind" value={`${name}:${pace}`} />
          ))}
        <Button wide look={mayEnd ? 'action' : 'secondary'}>
          {mayEnd ? t('submit') : t('resume')}
        </Button>
        <ButtonLink to={paths.notificationPreferences()} look="secondary" wide>
          {t('choose')}
        </ButtonLink>
        <ButtonLink to={paths.home()} look="secondary" wide>
          {t('home')}
        </ButtonLink>
      </Form>
    </div>
  )
}
