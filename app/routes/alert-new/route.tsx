import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { askForAlerts } from '~/features/alerts/commands/ask-for-alerts.server'
import { saveSearch } from '~/features/alerts/commands/save-search.server'
import { describeSearch } from '~/features/alerts/describe-search.server'
import { searchPath, type SearchSubject } from '~/features/alerts/model/saved-search'
import { askForAlertsSchema, keepSchema } from '~/features/alerts/schema'
import { SearchFilters } from '~/features/alerts/ui/search-filters'
import { optionalActor } from '~/http/actor.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/replies.server'
import { alerts } from '~/messages/alerts'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { AskForm } from './ask-form'
import { SaveForm } from './save-form'

export const meta: MetaFunction = pageTitle(alerts, 'new.title')

const SENT = 'envoye'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const subject = subjectOf(params.subject)
  const { searchParams } = new URL(request.url)
  const [actor, { query, name, filters }] = await Promise.all([
    optionalActor(request),
    describeSearch(subject, searchParams, await localeOf(request)),
  ])
  return {
    id: newId(),
    subject,
    query,
    name,
    filters,
    isSignedIn: actor !== null,
    isSent: searchParams.get('fait') === SENT,
    signInPath: paths.signIn(paths.newAlert(subject, query)),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const subject = subjectOf(params.subject)
  const [actor, locale] = await Promise.all([optionalActor(request), localeOf(request)])
  const { query, name } = await describeSearch(subject, new URL(request.url).searchParams, locale)
  if (actor) {
    const form = await parseForm(request, keepSchema)
    if (!form.ok) return form.reply
    const saved = await saveSearch({ actor, subject, query, ...form.value })
    if (!saved.ok) return form.refuse(saved.error)
    return redirect(paths.savedSearch(saved.value.id, 'gardee'))
  }
  const form = await parseForm(request, askForAlertsSchema)
  if (!form.ok) return form.reply
  const asked = { ...form.value, subject, query, name, locale, clientIp: context.clientIp }
  const done = await askForAlerts(asked)
  if (!done.ok) return form.refuse(done.error)
  return redirect(paths.newAlert(subject, `?fait=${SENT}`))
}

function subjectOf(word: string | undefined): SearchSubject {
  if (word === 'lots') return 'lots'
  if (word === 'besoins') return 'needs'
  throw notFound()
}

export default function NewAlert() {
  const t = useT(alerts)
  const { id, subject, query, name, filters, isSignedIn, isSent, signInPath } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = searchPath({ subject, query })
  if (isSent && !reply) return <Sent subject={subject} />
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader title={t('new.title')} lead={t('new.lead')} back={{ to: back, label: t('new.back') }} />
      <section aria-labelledby="what" className="flex flex-col gap-3">
        <h2 id="what">{t('new.what')}</h2>
        <SearchFilters subject={subject} filters={filters} />
      </section>
      {isSignedIn ? (
        <SaveForm id={id} name={name} lastResult={reply?.result} />
      ) : (
        <AskForm id={id} lastResult={reply?.result} signInPath={signInPath} />
      )}
    </div>
  )
}

function Sent({ subject }: { subject: SearchSubject }) {
  const t = useT(alerts)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('new.title')} />
      <Notice tone="success" live title={t('sent.title')}>
        {t('sent.text')}
      </Notice>
      <div>
        <ButtonLink to={searchPath({ subject, query: '' })} wide>
          {t('sent.search')}
        </ButtonLink>
      </div>
    </div>
  )
}
