import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { retryJob } from '~/features/health/commands/retry-job.server'
import { readHealth } from '~/features/health/read-health.server'
import { retrySchema } from '~/features/health/schema'
import { FailedJobs } from '~/features/health/ui/failed-jobs'
import { SignList } from '~/features/health/ui/sign-list'
import { JobsByKind, SpeedTable } from '~/features/health/ui/tables'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { recentVitals } from '~/http/recent-vitals.server'
import { healthTexts } from '~/messages/health'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(healthTexts, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const [health, speed] = await Promise.all([readHealth(), recentVitals()])
  const isRetried = new URL(request.url).searchParams.get('fait') === 'reessai'
  return { ...health, ...speed, isRetried }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'job:retry')
  const form = await parseForm(request, retrySchema)
  if (!form.ok) return form.reply
  const retried = await retryJob(actor, form.value.jobId)
  return retried.ok ? redirect(paths.health('?fait=reessai')) : form.refuse(retried.error)
}

export default function Health() {
  const t = useT(healthTexts)
  const { signs, facts, queue, deadJobs, vitals, sharePercent, isRetried } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const acts = signs.filter(({ state }) => state === 'act').length
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <AdministrationSections />
      {isRetried && !result && <Notice tone="success" live title={t('retried')} />}
      <ErrorSummary errors={(result?.error?.[''] ?? []).map((message) => ({ message }))} />
      {acts > 0 ? (
        <Notice tone="warning" title={t('acts', { count: acts })} />
      ) : (
        <Notice tone="success" title={t('calm')}>
          {t('calmText')}
        </Notice>
      )}
      <section aria-labelledby="signs-title" className="flex min-w-0 flex-col gap-4">
        <h2 id="signs-title">{t('signs')}</h2>
        <SignList signs={signs} facts={facts} />
      </section>
      <JobsByKind queue={queue} />
      {deadJobs.length > 0 && (
        <section id="dead" className="flex min-w-0 flex-col gap-2">
          <FailedJobs
            caption={t('deadTitle')}
            jobs={deadJobs}
            csvHref={paths.teamListCsv('taches-en-echec')}
          />
          <p className="text-muted">{t('trace')}</p>
        </section>
      )}
      <SpeedTable vitals={vitals} sharePercent={sharePercent} />
    </div>
  )
}
