import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { actOnSearch } from '~/features/alerts/commands/act-on-search.server'
import { actSchema } from '~/features/alerts/schema'
import { ReplyErrors } from '~/features/alerts/ui/reply-errors'
import { SearchCard } from '~/features/alerts/ui/search-card'
import { can } from '~/features/organisations/model/permissions'
import { requireActor } from '~/http/actor.server'
import { listedSearchesOf } from '~/http/listed-searches.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { alerts } from '~/messages/alerts'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(alerts, 'mine.title')

const DONE = ['change', 'pause', 'resume', 'delete'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'alert:manage')
  const owner = { kind: 'user', id: actor.userId } as const
  const done = new URL(request.url).searchParams.get('fait')
  return {
    searches: await listedSearchesOf(owner, await localeOf(request)),
    done: DONE.find((known) => known === done) ?? null,
    hasDeadlines: can(actor, 'calendar:manage'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'alert:manage')
  const form = await parseForm(request, actSchema)
  if (!form.ok) return form.reply
  const done = await actOnSearch({ kind: 'user', id: actor.userId }, form.value)
  if (!done.ok) return form.refuse(done.error)
  return redirect(paths.savedSearches(form.value.intent))
}

export default function SavedSearches() {
  const t = useT(alerts)
  const { searches, done, hasDeadlines } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={
          <>
            <ButtonLink to={paths.lots()} wide>
              {t('mine.toLots')}
            </ButtonLink>
            <ButtonLink to={paths.needs()} look="secondary" wide>
              {t('mine.toNeeds')}
            </ButtonLink>
            {hasDeadlines && (
              <ButtonLink to={paths.deadlines()} look="secondary" wide>
                {t('mine.deadlines')}
              </ButtonLink>
            )}
          </>
        }
      />
      <ReplyErrors result={reply?.result} />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      {searches.length === 0 && <EmptyState title={t('mine.none')}>{t('mine.noneText')}</EmptyState>}
      <ul className="flex flex-col gap-4 empty:hidden">
        {searches.map((search) => (
          <li key={search.id}>
            <SearchCard search={search} />
          </li>
        ))}
      </ul>
      {searches.length > 0 && <CsvLink href={paths.savedSearchesCsv()} />}
    </div>
  )
}
