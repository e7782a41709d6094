import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { closingPageSchema } from '~/features/closing/schema'
import { RecordForm, StateForm } from '~/features/closing/ui/record-forms'
import { can } from '~/features/organisations/model/permissions'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { requireSiteEditor, requireSiteReader } from '~/http/read-site.server'
import { closing } from '~/messages/closing'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { actOnClosing } from './closing-acts.server'
import { closingPage } from './closing-page.server'
import { ClosingHead } from './closing-head'
import { ClosingTables } from './closing-tables'

export const meta: MetaFunction = pageTitle(closing, 'title')

// A refusal because the record changed meanwhile shows it as it is now.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, site } = await requireSiteReader(request, params)
  const search = parseSearch(request, closingPageSchema)
  return {
    site,
    shown: await closingPage(site, search),
    mayEdit: can(actor, 'closing:edit', { ownerOrganisationIds: [site.organisationId] }),
    done: search.fait,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, site } = await requireSiteEditor(request, params)
  return actOnClosing({ request, actor, siteId: site.id })
}

export default function ClosingRecord() {
  const t = useT(closing)
  const { site, shown, mayEdit, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { record, survey } = shown
  const isDraft = record.state === 'draft'
  return (
    <>
      <PageHeader
        eyebrow={
          <span className="flex flex-wrap items-center gap-3">
            {site.name} <Badge tone={isDraft ? 'plain' : 'success'}>{t(`state.${record.state}`)}</Badge>
          </span>
        }
        title={t('title')}
        lead={t('lead')}
        back={{ to: paths.site(site.id), label: t('back') }}
      />
      <div className="flex flex-col gap-10">
        <ClosingHead shown={shown} siteId={site.id} done={reply ? null : done} />
        {survey ? (
          <ClosingTables siteId={site.id} shown={shown} mayEdit={mayEdit && isDraft} />
        ) : (
          <Notice
            tone="warning"
            action={
              <ButtonLink to={`${paths.site(site.id)}#inventaire`} look="secondary">
                {t('noSurveyGo')}
              </ButtonLink>
            }
          >
            {t('noSurvey')}
          </Notice>
        )}
        {mayEdit && isDraft && (
          <section id="etablir" aria-labelledby="record-title" className="flex flex-col gap-5">
            <h2 id="record-title">{t('record.title')}</h2>
            <RecordForm
              key={record.revision}
              record={record}
              revision={record.revision}
              endsOn={site.endsOn}
              today={shown.today}
              reply={replyTo(reply?.result, 'record')}
            />
          </section>
        )}
        {mayEdit && survey && (
          <section aria-labelledby="ready-title" className="flex flex-col gap-4">
            <h2 id="ready-title">{t('ready.title')}</h2>
            <p className="prose-width">{t(isDraft ? 'ready.text' : 'ready.againText')}</p>
            {shown.unexplained > 0 && (
              <p>
                <ButtonLink to={paths.closing(site.id, '?filtre=a-expliquer')} look="secondary">
                  {t('ready.openRows')}
                </ButtonLink>
              </p>
            )}
            <StateForm
              intent={isDraft ? 'ready' : 'reopen'}
              revision={record.revision}
              reply={replyTo(reply?.result, isDraft ? 'ready' : 'reopen')}
            />
          </section>
        )}
      </div>
    </>
  )
}

type Reply = SubmissionResult<string[]> | undefined

function replyTo(reply: Reply, intent: string): Reply {
  return reply?.initialValue?.intent === intent ? reply : undefined
}
