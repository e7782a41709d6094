import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from '~/core/audit-terms'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { queryOf } from '~/features/administration/model/page-of'
import { ListFilters } from '~/features/administration/ui/list-filters'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { searchAudit } from '~/features/audit/queries/audit-log.server'
import { findAuditAnchor, findAuditHead } from '~/features/audit/queries/chain.server'
import { auditSearchSchema } from '~/features/audit/schema'
import { auditLabel } from '~/features/audit/ui/audit-label'
import { AuditPages } from '~/features/audit/ui/audit-pages'
import { AuditTable } from '~/features/audit/ui/audit-table'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { administration } from '~/messages/administration'
import { audit } from '~/messages/audit'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useLocale, useT } from '~/ui/i18n'
import { DateInput, Select, TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(audit, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'audit:read')
  const { avant, ...filter } = parseSearch(request, auditSearchSchema)
  await auditRead('audit.read')
  const [page, head, anchor] = await Promise.all([
    searchAudit(filter, avant),
    findAuditHead(),
    findAuditAnchor(),
  ])
  return { ...page, filter, isFirst: avant === undefined, head, anchor }
}

export default function AuditLog() {
  const t = useT(audit)
  const tAdministration = useT(administration)
  const { entries, older, filter, isFirst } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  const hrefOf = (before?: number) =>
    paths.audit(queryOf({ ...filter, avant: before === undefined ? undefined : String(before) }))
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.administration(), label: tAdministration('back') }}
        title={t('title')}
        lead={t('lead')}
      />
      <AdministrationSections />
      <Filters />
      {entries.length === 0 ? (
        <EmptyState title={t('none')} actions={<ButtonLink to={paths.audit()}>{t('clear')}</ButtonLink>}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <AuditTable entries={entries} csvHref={paths.auditCsv(query)} />
      )}
      <AuditPages older={older} isFirst={isFirst} hrefOf={hrefOf} />
      <Chain />
    </div>
  )
}

function Filters() {
  const t = useT(audit)
  const locale = useLocale()
  const { filter } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  const acts = AUDIT_ACTIONS.map((value) => ({ value, label: auditLabel(locale, value) }))
  return (
    <ListFilters state={query} clearTo={query ? paths.audit() : null}>
      <TextInput name="qui" label={t('who')} hint={t('whoHint')} defaultValue={filter.qui} maxLength={100} />
      <Select
        name="quoi"
        label={t('what')}
        defaultValue={filter.quoi ?? ''}
        placeholder={t('all')}
        options={acts.sort((a, b) => a.label.localeCompare(b.label, locale))}
      />
      <TextInput
        name="objet"
        label={t('object')}
        hint={t('objectHint')}
        defaultValue={filter.objet}
        maxLength={100}
      />
      <Select
        name="issue"
        label={t('outcome')}
        defaultValue={filter.issue ?? ''}
        placeholder={t('all')}
        options={AUDIT_OUTCOMES.map((value) => ({ value, label: t(`outcomeOf.${value}`) }))}
      />
      <DateInput name="du" label={t('from')} defaultValue={filter.du} />
      <DateInput name="au" label={t('until')} defaultValue={filter.au} />
    </ListFilters>
  )
}

function Chain() {
  const t = useT(audit)
  const format = useFormat()
  const { head, anchor } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="chain" className="flex min-w-0 flex-col gap-2">
      <h2 id="chain">{t('chain.title')}</h2>
      {head ? (
        <p>
          {t('chain.head', { seq: head.seq })} <code className="break-all">{head.hash}</code>
        </p>
      ) : (
        <p>{t('chain.empty')}</p>
      )}
      {anchor && <p>{t('chain.anchor', { day: format.day(isoDayOf(anchor.beforeMs)), seq: anchor.seq })}</p>}
      <p className="prose-width text-muted">{t('chain.keep')}</p>
    </section>
  )
}
