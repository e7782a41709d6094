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
import { linkToken, readLinkToken } from '~/features/alerts/alert-links.server'
import { confirmAlerts } from '~/features/alerts/commands/confirm-alerts.server'
import { describeSearch } from '~/features/alerts/describe-search.server'
import { findSearch, findSubscriber } from '~/features/alerts/queries.server'
import { SearchFilters } from '~/features/alerts/ui/search-filters'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { LINK_STATUS, STATUS } from '~/http/status'
import { alerts } from '~/messages/alerts'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(alerts, 'confirm.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]

/** The page names an address: no copy of it is kept on the way. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

/** Changes nothing: programs that check mails open their links. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = readLinkToken('confirm', params.token ?? '')
  const search = id ? await findSearch(id) : null
  const to = search?.owner.kind === 'subscriber' ? await findSubscriber(search.owner.id) : null
  if (!search || !to) return data(null, { status: id ? LINK_STATUS.spent : LINK_STATUS.unknown })
  const { subject, query, confirmedAtMs } = search
  const { filters } = await describeSearch(subject, new URLSearchParams(query), await localeOf(request))
  const isConfirmed = confirmedAtMs !== null
  const managePath = isConfirmed ? paths.manageAlerts(linkToken('manage', to.id)) : null
  return data({ subject, filters, email: to.email, managePath })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await confirmAlerts(params.token ?? '')
  if (done.ok) {
    return redirect(paths.manageAlerts(linkToken('manage', done.value.subscriberId), 'confirmee'))
  }
  const error = domainMessage(await localeOf(request), done.error)
  return data({ error }, { status: STATUS[done.error.code] })
}

export default function ConfirmAlert() {
  const t = useT(alerts)
  const asked = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!asked) return <Gone />
  return (
    <Form method="post" className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('confirm.title')} lead={t('confirm.lead', { email: asked.email })} />
      {reply && (
        <Notice tone="danger" live>
          {reply.error}
        </Notice>
      )}
      <SearchFilters {...asked} />
      {asked.managePath ? (
        <>
          <Notice>{t('confirm.already')}</Notice>
          <div>
            <ButtonLink to={asked.managePath} wide>
              {t('confirm.manage')}
            </ButtonLink>
          </div>
        </>
      ) : (
        <div>
          <Button wide>{t('confirm.submit')}</Button>
        </div>
      )}
    </Form>
  )
}

function Gone() {
  const t = useT(alerts)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('confirm.gone')} lead={t('confirm.goneText')} />
      <div>
        <ButtonLink to={paths.lots()} wide>
          {t('mine.toLots')}
        </ButtonLink>
      </div>
    </div>
  )
}
