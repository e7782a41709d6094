import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { isId, newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { startImport } from '~/features/imports/commands/start-import.server'
import { MAX_IMPORT_ROWS } from '~/features/imports/model/limits'
import { listImportsOf } from '~/features/imports/queries.server'
import { FieldsHelp } from '~/features/imports/ui/fields-help'
import { localeOf } from '~/http/locale.server'
import { ownImportSite } from '~/http/own-import.server'
import { pageTitle } from '~/http/page-title'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'
import { refusal } from '~/http/refusal.server'
import { translator } from '~/messages/catalogue'
import { imports } from '~/messages/imports'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { FileInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(imports, 'title')

/** Above what is accepted, so that a file too heavy is refused with its reason. */
const LIMITS = { maxParts: 10, maxFiles: 1, maxFileSize: 20 * 1024 * 1024, maxTotalSize: 24 * 1024 * 1024 }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, site } = await ownImportSite(request, params)
  const listed = await listImportsOf(actor.organisationId, site.id)
  return {
    site: { id: site.id, name: site.name },
    id: newId(),
    listed: listed.map(({ id, fileName, createdAtMs, rowCount, status }) => ({
      ...{ id, fileName, rowCount, status, day: isoDayOf(createdAtMs) },
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, site } = await ownImportSite(request, params)
  const sent: { file: SentFile | null } = { file: null }
  const form = await readSent(request, (file) => void (sent.file = file))
  const id = form?.get('id')
  if (!form || typeof id !== 'string' || !isId(id)) return refusal(request, { code: 'invalid' })
  if (!sent.file) {
    const message = translator(await localeOf(request), imports)('send.missing')
    return data({ field: 'file', message }, { status: 400 })
  }
  const started = await startImport({ actor, siteId: site.id, id, file: sent.file })
  if (!started.ok) return refusal(request, { field: 'file', ...started.error })
  return redirect(paths.importColumns(site.id, id))
}

async function readSent(request: Request, take: (file: SentFile) => void): Promise<FormData | null> {
  try {
    return await readFilesForm(request, { file: take }, LIMITS)
  } catch {
    // A body that is neither of the two kinds of form.
    return null
  }
}

export default function NewImport() {
  const t = useT(imports)
  const format = useFormat()
  const { site, id, listed } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const fileError = reply?.field === 'file' ? reply.message : undefined
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        eyebrow={site.name}
        title={t('title')}
        lead={t('lead')}
        back={{ to: `${paths.site(site.id)}#inventaire`, label: t('back') }}
      />
      <Form method="post" encType="multipart/form-data" noValidate className="flex max-w-3xl flex-col gap-6">
        <ErrorSummary errors={reply ? [{ fieldId: fileError && 'file', message: reply.message }] : []} />
        <input type="hidden" name="id" value={id} />
        <FileInput
          id="file"
          name="file"
          label={t('send.file')}
          hint={t('send.hint', { rows: MAX_IMPORT_ROWS })}
          accept=".xlsx,.csv,.txt,.tsv,text/csv"
          error={fileError}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button wide>{t('send.submit')}</Button>
          <a
            href={paths.importExample()}
            download
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('send.example')}
          </a>
        </div>
      </Form>
      <FieldsHelp />
      {listed.length > 0 && (
        <DataTable
          caption={t('list.title')}
          rows={listed}
          rowKey={(one) => one.id}
          csvHref={paths.importsCsv(site.id)}
          columns={[
            {
              key: 'file',
              header: t('list.file'),
              rowHeader: true,
              cell: (one) => (
                <Link to={paths.oneImport(site.id, one.id)} className="wrap-anywhere">
                  {one.fileName}
                </Link>
              ),
            },
            { key: 'day', header: t('list.day'), cell: ({ day }) => format.day(day) },
            {
              key: 'rows',
              header: t('list.rows'),
              figure: true,
              cell: ({ rowCount }) => format.number(rowCount),
            },
            { key: 'state', header: t('list.state'), cell: ({ status }) => t(`status.${status}`) },
          ]}
        />
      )}
    </div>
  )
}
