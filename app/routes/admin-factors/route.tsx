import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { inForceOn } from '~/features/carbon/model/factor-versions'
import { listFactorVersions } from '~/features/carbon/queries.server'
import { FactorTable } from '~/features/carbon/ui/factor-table'
import { requireAdministration } from '~/http/administration.server'
import { factorCsv } from '~/http/factor-csv.server'
import { pageTitle } from '~/http/page-title'
import { factors as texts } from '~/messages/factors'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { actOnFactors, type FactorReply } from './factor-acts.server'
import { FactorForm } from './factor-form'
import { FactorHistory } from './factor-history'
import { FactorPreview } from './factor-preview'

export const meta: MetaFunction = pageTitle(texts, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'factors:manage')
  const today = isoDayOf(nowMs())
  const versions = await listFactorVersions()
  const current = inForceOn(versions, today)
  const newest = versions[0] ?? current
  return {
    current: { version: current.version, validFrom: current.validFrom, rows: current.rows },
    seen: newest.version,
    table: factorCsv(newest.rows).replace('\uFEFF', ''),
    today,
    versions: versions.map(({ rows, ...version }) => ({ ...version, size: rows.length })),
    isDone: new URL(request.url).searchParams.get('fait') === 'publiee',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'factors:manage')
  return actOnFactors(request, actor)
}

export default function Factors() {
  const t = useT(texts)
  const format = useFormat()
  const { current, seen, table, today, versions, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<FactorReply>()
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <AdministrationSections />
      {isDone && !reply && <Notice tone="success" live title={t('done')} />}
      {reply?.preview && <FactorPreview effect={reply.preview} kept={reply.kept} seen={seen} />}
      <section aria-labelledby="current" className="flex min-w-0 flex-col gap-3">
        <h2 id="current">{t('table')}</h2>
        <p className="prose-width font-semibold">
          {t('inForce', { version: current.version, day: format.day(current.validFrom) })}
        </p>
        <FactorTable rows={current.rows} csvHref={paths.factorsCsv()} />
      </section>
      <FactorForm
        key={seen}
        answers={reply?.kept ?? { table, validFrom: today, reason: '' }}
        fault={reply?.fault ?? null}
      />
      <FactorHistory versions={versions} current={current.version} />
      <p data-screen-only>
        <ButtonLink to={paths.method()} look="secondary">
          {t('next')}
        </ButtonLink>
      </p>
    </div>
  )
}
