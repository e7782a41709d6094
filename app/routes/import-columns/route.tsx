import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { findMapping, listRows } from '~/features/imports/queries.server'
import { headsKeyOf } from '~/features/imports/commands/start-import.server'
import { mappingOf } from '~/features/imports/model/fields'
import { describeColumns, headRowChoices } from '~/features/imports/model/shown-columns'
import { ColumnsForm, HeadsForm, SheetForm } from '~/features/imports/ui/columns-forms'
import { ownImport } from '~/http/own-import.server'
import { pageTitle } from '~/http/page-title'
import { importColumns } from '~/messages/import-columns'
import { imports } from '~/messages/imports'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { actOnColumns } from './column-acts.server'

export const meta: MetaFunction = pageTitle(importColumns, 'title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, site, view } = await ownImport(request, params)
  if (view.status !== 'checking' || view.rowCount === 0) throw redirect(paths.oneImport(site.id, view.id))
  const rows = await listRows(view.id)
  const chosen = await findMapping(actor.organisationId, headsKeyOf(view.heads))
  return {
    site: { id: site.id, name: site.name },
    importId: view.id,
    fileName: view.fileName,
    sheet: view.sheet,
    sheets: view.sheets,
    headRow: view.headRow,
    headRows: headRowChoices(rows),
    columns: describeColumns(rows, view.heads, view.headRow),
    mapping: mappingOf(view.mapping),
    isRemembered: view.heads.length > 0 && chosen !== null,
    revision: view.revision,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, site, view } = await ownImport(request, params)
  return actOnColumns({ request, actor, siteId: site.id, importId: view.id })
}

export default function ImportColumns() {
  const t = useT(importColumns)
  const tImports = useT(imports)
  const { site, importId, fileName, sheet, sheets, headRow, headRows, ...shown } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        eyebrow={fileName}
        title={t('title')}
        lead={t('lead')}
        back={{ to: paths.oneImport(site.id, importId), label: tImports('backToImport') }}
      />
      <ErrorSummary errors={reply ? [{ fieldId: reply.field ?? undefined, message: reply.message }] : []} />
      {shown.isRemembered && <Notice>{t('remembered')}</Notice>}
      <ColumnsForm
        key={`${sheet}-${headRow}-${shown.revision}`}
        columns={shown.columns}
        mapping={shown.mapping}
      />
      {sheets.length > 1 && <SheetForm sheet={sheet ?? ''} sheets={sheets} />}
      <HeadsForm key={String(headRow)} headRow={headRow} choices={headRows} />
    </div>
  )
}
