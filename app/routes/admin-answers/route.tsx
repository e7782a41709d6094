import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { pageOf, queryOf } from '~/features/administration/model/page-of'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { listDecisions } from '~/features/attribution/queries/decisions.server'
import { answersSearchSchema, filterOfAnswers } from '~/features/attribution/schema'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { attribution } from '~/messages/attribution'
import { publicRules } from '~/messages/public-rules'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { AnswersTable } from './answers-table'

export const meta: MetaFunction = pageTitle(publicRules, 'decisions.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'attribution:audit')
  const { montrer, page } = parseSearch(request, answersSearchSchema)
  return { montrer, ...pageOf(await listDecisions(filterOfAnswers(montrer)), page) }
}

export default function AdminAnswers() {
  const t = useT(publicRules)
  const tAttribution = useT(attribution)
  const { montrer, shown, page, pages } = useLoaderData<typeof loader>()
  const query = queryOf({ montrer })
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        title={t('decisions.title')}
        lead={t('decisions.lead')}
        actions={
          <ButtonLink to={paths.publicRules()} look="secondary" wide>
            {t('decisions.rules')}
          </ButtonLink>
        }
      />
      <AdministrationSections />
      <Form className="flex flex-wrap items-end gap-4" data-screen-only>
        <Select
          key={montrer}
          name="montrer"
          label={t('decisions.filter')}
          defaultValue={montrer ?? ''}
          placeholder={t('decisions.all')}
          options={[
            { value: 'acceptees', label: tAttribution('page.outcome.accepted') },
            { value: 'refusees', label: tAttribution('page.outcome.refused') },
            { value: 'contre', label: t('decisions.onlyAgainst') },
          ]}
        />
        <Button look="secondary">{t('decisions.apply')}</Button>
      </Form>
      {shown.length === 0 ? (
        <EmptyState
          title={t('decisions.empty')}
          actions={<ButtonLink to={paths.answers()}>{t('decisions.all')}</ButtonLink>}
        />
      ) : (
        <>
          <AnswersTable answers={shown} csvHref={paths.answersCsv(query)} />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => paths.answers(queryOf({ montrer }, number))}
          />
        </>
      )}
    </div>
  )
}
