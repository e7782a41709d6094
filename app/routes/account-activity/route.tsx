import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { listActivityOf } from '~/features/audit/queries/audit-log.server'
import { ownActivitySchema } from '~/features/audit/schema'
import { AuditPages } from '~/features/audit/ui/audit-pages'
import { OwnActivityTable } from '~/features/audit/ui/audit-table'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { audit } from '~/messages/audit'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(audit, 'own.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireActor(request, 'account:manage')
  const { avant } = parseSearch(request, ownActivitySchema)
  return { ...(await listActivityOf(userId, avant)), userId, isFirst: avant === undefined }
}

export default function OwnActivity() {
  const t = useT(audit)
  const { entries, older, userId, isFirst } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.account(), label: t('own.back') }}
        title={t('own.title')}
        lead={t('own.lead')}
      />
      {entries.length === 0 ? (
        <EmptyState title={t('own.none')} />
      ) : (
        <OwnActivityTable entries={entries} userId={userId} csvHref={paths.ownActivityCsv()} />
      )}
      <AuditPages
        older={older}
        isFirst={isFirst}
        hrefOf={(before) => paths.ownActivity(before === undefined ? '' : `?avant=${before}`)}
      />
      <p className="prose-width">{t('own.doubt')}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink to={paths.account()} look="secondary">
          {t('own.change')}
        </ButtonLink>
        <ButtonLink to={paths.contact()} look="secondary">
          {t('own.write')}
        </ButtonLink>
      </p>
    </div>
  )
}
