import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { chooseMails } from '~/features/notifications/commands/choose-mails.server'
import { PACES, PREFERENCES } from '~/features/notifications/model/kinds'
import { PREFERENCE_TEXTS } from '~/features/notifications/ui/sentence'
import { getPaces } from '~/features/notifications/queries.server'
import { preferencesSchema } from '~/features/notifications/schema'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { alerts } from '~/messages/alerts'
import { notifications } from '~/messages/notifications'
import { Button, ButtonLink } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(notifications, 'preferences.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const saved = new URL(request.url).searchParams.get('fait') === 'enregistre'
  return { paces: await getPaces(actor.userId), saved }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, preferencesSchema)
  if (!form.ok) return form.reply
  await chooseMails(actor.userId, form.value)
  return redirect(`${paths.notificationPreferences()}?fait=enregistre`)
}

export default function NotificationPreferences() {
  const t = useT(notifications)
  const tAlerts = useT(alerts)
  const { paces, saved } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t('preferences.title')}
        lead={t('preferences.lead')}
        back={{ to: paths.notifications(), label: t('title') }}
      />
      <Form method="post" className="flex flex-col gap-6">
        {saved && (
          <Notice tone="success" live>
            {t('preferences.saved')}
          </Notice>
        )}
        {PREFERENCES.map((preference) => (
          <ChoiceChips
            key={preference}
            name={preference}
            defaultValue={paces[preference]}
            choices={PACES.map((pace) => ({ value: pace, label: t(`preferences.pace.${pace}`) }))}
            label={t(`preferences.${PREFERENCE_TEXTS[preference]}.label`)}
            hint={t(`preferences.${PREFERENCE_TEXTS[preference]}.hint`)}
            required
          />
        ))}
        <div className="flex flex-col gap-2 text-muted">
          <p>{t('preferences.dailyNote')}</p>
          <p>{t('preferences.capNote')}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <Button wide>{t('preferences.save')}</Button>
          <ButtonLink to={paths.savedSearches()} look="secondary" wide>
            {tAlerts('mine.title')}
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}
