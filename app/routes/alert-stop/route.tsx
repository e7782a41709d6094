import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { readStopToken } from '~/features/alerts/alert-links.server'
import { resumeAlerts, stopAlerts, type StopTarget } from '~/features/alerts/commands/act-on-search.server'
import type { AlertOwner } from '~/features/alerts/model/saved-search'
import { findSearch, findSubscriber } from '~/features/alerts/queries.server'
import { pageTitle } from '~/http/page-title'
import { readForm } from '~/http/read-form.server'
import { orNotFound } from '~/http/replies.server'
import { alerts } from '~/messages/alerts'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(alerts, 'stop.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]

/** The address of the page is a key: no copy of it is kept on the way. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

/**
 * Gives no more than the link lets its holder do: mail programs and forwarded mails hold it, so that it never leads to the
 * page that shows and erases the searches of an address. Changes nothing: programs that check mails open their links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const target = orNotFound(readStopToken(params.token ?? ''))
  const search = target.kind === 'search' ? await findSearch(target.id) : null
  const owner = await ownerNamed(target, search?.owner)
  return {
    isAll: target.kind !== 'search',
    name: search?.name ?? null,
    isGone: owner === null,
    hasAccount: owner?.kind === 'user',
  }
}

/** Whose alerts the link ends; null when they exist no more. */
async function ownerNamed({ kind, id }: StopTarget, ofSearch?: AlertOwner): Promise<AlertOwner | null> {
  if (kind === 'search') return ofSearch ?? null
  if (kind === 'user') return { kind, id }
  return (await findSubscriber(id)) ? { kind, id } : null
}

/** Ends the alerts, for a person's button and for a mail program's one click alike, unless told to begin again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const target = orNotFound(readStopToken(params.token ?? ''))
  const form = await readForm(request)
  const isResumed = form.get('intent') === 'resume' && target.kind === 'search'
  if (isResumed) await resumeAlerts(target.id)
  else await stopAlerts(target)
  return { isResumed }
}

export default function StopAlerts() {
  const t = useT(alerts)
  const { isAll, name, isGone, hasAccount } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (isGone) return <Gone />
  const lead = isAll ? t('stop.leadAll') : t('stop.lead', { name: name ?? '' })
  const mayStop = !done || done.isResumed
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t(isAll ? 'stop.titleAll' : 'stop.title')} lead={done ? undefined : lead} />
      {done && (
        <Notice
          tone="success"
          live
          title={t(done.isResumed ? 'stop.resumed' : isAll ? 'stop.doneAll' : 'stop.done')}
        >
          {!done.isResumed && t('stop.doneText')}
        </Notice>
      )}
      <Form method="post" className="flex flex-wrap gap-3">
        {mayStop && (
          <Button name="intent" value="stop" wide>
            {t(isAll ? 'stop.submitAll' : 'stop.submit')}
          </Button>
        )}
        {!mayStop && !isAll && (
          <Button name="intent" value="resume" look="secondary" wide>
            {t('stop.resume')}
          </Button>
        )}
        {hasAccount && (
          <ButtonLink to={paths.savedSearches()} look="secondary" wide>
            {t('confirm.manage')}
          </ButtonLink>
        )}
        <ButtonLink to={paths.home()} look="secondary" wide>
          {t('stop.home')}
        </ButtonLink>
      </Form>
      {!hasAccount && <p className="prose-width text-muted">{t('stop.manageHint')}</p>}
    </div>
  )
}

function Gone() {
  const t = useT(alerts)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('stop.gone')} lead={t('stop.goneText')} />
      <div>
        <ButtonLink to={paths.home()} wide>
          {t('stop.home')}
        </ButtonLink>
      </div>
    </div>
  )
}
