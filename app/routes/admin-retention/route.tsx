import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { countRetention } from '~/features/privacy/commands/apply-retention.server'
import { TermTable } from '~/features/privacy/ui/term-table'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { privacyRegister } from '~/messages/privacy-register'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(privacyRegister, 'dry.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  return { counts: await countRetention() }
}

export default function AdminRetention() {
  const t = useT(privacyRegister)
  const { counts } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        title={t('dry.title')}
        lead={t('dry.lead')}
        actions={
          <ButtonLink to={paths.processingRegister()} look="secondary">
            {t('title')}
          </ButtonLink>
        }
      />
      <AdministrationSections />
      <TermTable counts={counts} csvHref={paths.retentionCsv()} />
    </div>
  )
}
