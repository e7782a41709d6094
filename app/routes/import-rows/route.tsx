import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { unknownWordings } from '~/features/imports/model/read-rows'
import { askedView, isInView, ROW_VIEWS, shownRow } from '~/features/imports/model/row-views'
import { readImport } from '~/features/imports/read-import.server'
import { RowFields } from '~/features/imports/ui/row-fields'
import { rowsHref, RowsTable } from '~/features/imports/ui/rows-table'
import { ownImport } from '~/http/own-import.server'
import { pageTitle } from '~/http/page-title'
import { importRows } from '~/messages/import-rows'
import { imports } from '~/messages/imports'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { correctFromForm } from './row-acts.server'
import { WordingForm } from './wording-form'

export const meta: MetaFunction = pageTitle(importRows, 'title')

/** Rows of a page: with all of their fields, and without. */
const WITH_FIELDS = 15
const WITHOUT = 40
const MOST_WORDINGS = 15

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { site, view } = await ownImport(request, params)
  if (view.status !== 'checking' || view.rowCount === 0) throw redirect(paths.oneImport(site.id, view.id))
  const read = await readImport(view)
  const search = new URL(request.url).searchParams
  const vue = askedView(search.get('vue'), read.count.faulty)
  const counts = ROW_VIEWS.map((one) => ({
    view: one,
    count: read.rows.filter((row) => isInView(row, one, read)).length,
  }))
  const inView = read.rows.filter((row) => isInView(row, vue, read))
  const perPage = vue === 'a-corriger' ? WITH_FIELDS : WITHOUT
  const pages = Math.max(1, Math.ceil(inView.length / perPage))
  const page = Math.min(pages, Math.max(1, Math.floor(Number(search.get('page'))) || 1))
  const opened = read.rows.find(({ row }) => row === Number(search.get('ligne')))
  const wordings = unknownWordings(read.rows)
  return {
    ...{ site: { id: site.id }, importId: view.id, fileName: view.fileName, vue, counts, page, pages },
    revision: view.revision,
    faulty: read.count.faulty,
    rows: inView.slice((page - 1) * perPage, page * perPage).map((row) => shownRow(row, read)),
    opened: opened ? shownRow(opened, read) : null,
    wordings: vue === 'a-corriger' && !opened ? wordings.slice(0, MOST_WORDINGS) : [],
    isSaved: search.get('fait') === 'corrige',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, view } = await ownImport(request, params)
  return correctFromForm({ request, actor, view })
}

export default function ImportRows() {
  const t = useT(importRows)
  const tImports = useT(imports)
  const { site, importId, fileName, vue, page, pages, rows, opened, ...shown } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const at = { siteId: site.id, importId }
  const withFields = opened ? [opened] : vue === 'a-corriger' ? rows : []
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        eyebrow={fileName}
        title={t('title')}
        lead={t('lead')}
        back={{ to: paths.oneImport(site.id, importId), label: tImports('backToImport') }}
        actions={
          shown.faulty === 0 && (
            <ButtonLink to={paths.oneImport(site.id, importId)} wide>
              {t('next')}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary errors={reply ? [{ message: reply.message }] : []} />
      {shown.isSaved && !reply && <Notice tone="success" live title={t('saved')} />}
      <nav aria-label={t('views')}>
        <ul className="flex flex-wrap gap-2">
          {shown.counts
            .filter(({ view, count }) => count > 0 || view === vue || view === 'a-corriger')
            .map(({ view, count }) => (
              <li key={view}>
                <Link
                  to={rowsHref(at, { vue: view })}
                  className="chip"
                  aria-current={view === vue ? 'true' : undefined}
                >
                  {t('viewCount', { view: t(`view.${view}`), count })}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {shown.wordings.length > 0 && <WordingForm key={shown.revision} wordings={shown.wordings} />}
      {withFields.length > 0 && (
        <Form method="post" key={`${shown.revision}-${page}`} className="flex flex-col gap-6" noValidate>
          <input type="hidden" name="intent" value="rows" />
          <input type="hidden" name="vue" value={vue} />
          {withFields.map((row) => (
            <RowFields key={row.row} shown={row} />
          ))}
          <div>
            <Button wide>{t('save')}</Button>
          </div>
        </Form>
      )}
      {vue === 'a-corriger' && !opened && rows.length === 0 && (
        <Notice tone="success" title={t('emptyFaulty')} />
      )}
      {(vue !== 'a-corriger' || opened) && (
        <RowsTable
          caption={t(`view.${vue}`)}
          rows={rows}
          csvHref={paths.importRowsCsv(site.id, importId)}
          hrefOf={(row) => rowsHref(at, { vue, page, ligne: row })}
        />
      )}
      <Pagination page={page} pages={pages} hrefOf={(one) => rowsHref(at, { vue, page: one })} />
    </div>
  )
}
