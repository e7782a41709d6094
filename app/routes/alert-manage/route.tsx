import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { readLinkToken } from '~/features/alerts/alert-links.server'
import { actOnSearch, eraseSubscriber } from '~/features/alerts/commands/act-on-search.server'
import { findSubscriber } from '~/features/alerts/queries.server'
import { manageAlertsSchema } from '~/features/alerts/schema'
import { ReplyErrors } from '~/features/alerts/ui/reply-errors'
import { SearchCard } from '~/features/alerts/ui/search-card'
import { listedSearchesOf } from '~/http/listed-searches.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { alerts } from '~/messages/alerts'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(alerts, 'manage.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]

/** The address of the page is a key: no copy of it is kept on the way, and no other site is told of it. */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
})

const DONE = ['change', 'pause', 'resume', 'delete', 'confirmee'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = orNotFound(readLinkToken('manage', params.token ?? ''))
  const subscriber = await findSubscriber(id)
  if (!subscriber) return data(null)
  const owner = { kind: 'subscriber', id } as const
  const listed = await listedSearchesOf(owner, await localeOf(request))
  const done = new URL(request.url).searchParams.get('fait')
  return data({
    email: subscriber.email,
    done: DONE.find((known) => known === done) ?? null,
    searches: listed.map((search) => ({ ...search, found: null })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const id = orNotFound(readLinkToken('manage', token))
  const form = await parseForm(request, manageAlertsSchema)
  if (!form.ok) return form.reply
  const act = form.value
  if (act.intent === 'erase') {
    await eraseSubscriber(id)
    return redirect(paths.manageAlerts(token))
  }
  const done = await actOnSearch({ kind: 'subscriber', id }, act)
  if (!done.ok) return form.refuse(done.error)
  return redirect(paths.manageAlerts(token, act.intent))
}

export default function ManageAlerts() {
  const t = useT(alerts)
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!page) return <Erased />
  const { email, done, searches } = page
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader title={t('manage.title')} lead={t('manage.lead', { email })} />
      <ReplyErrors result={reply?.result} />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      {searches.length === 0 && (
        <EmptyState
          title={t('manage.none')}
          actions={<ButtonLink to={paths.lots()}>{t('mine.toLots')}</ButtonLink>}
        />
      )}
      <ul className="flex flex-col gap-4 empty:hidden">
        {searches.map((search) => (
          <li key={search.id}>
            <SearchCard search={search} />
          </li>
        ))}
      </ul>
      <section aria-labelledby="erase" className="flex flex-col gap-3">
        <h2 id="erase">{t('manage.erase')}</h2>
        <p className="prose-width">{t('manage.eraseText')}</p>
        <p className="prose-width text-muted">{t('manage.stoppedText')}</p>
        <Form method="post">
          <Button name="intent" value="erase" look="danger" wide>
            {t('manage.erase')}
          </Button>
        </Form>
      </section>
    </div>
  )
}

function Erased() {
  const t = useT(alerts)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('manage.title')} />
      <Notice tone="success" live title={t('manage.erased')}>
        {t('manage.erasedText')}
      </Notice>
      <div>
        <ButtonLink to={paths.lots()} wide>
          {t('mine.toLots')}
        </ButtonLink>
      </div>
    </div>
  )
}
