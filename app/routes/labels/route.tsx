import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { makeBlankLabels } from '~/features/labels/commands/make-blank-labels.server'
import { MOST_LABELS, type BatchView } from '~/features/labels/model/label'
import { DEFAULT_FORMAT, labelsPerPage, sheetFormat } from '~/features/labels/model/sheet-format'
import { listBatches } from '~/features/labels/queries.server'
import { blankLabelsSchema } from '~/features/labels/schema'
import { FormatField } from '~/features/labels/ui/format-field'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { labels } from '~/messages/labels'
import { Button, ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { ScanIcon } from '~/ui/icons'
import { NumberInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(labels, 'blanks.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const batches = await listBatches(actor.organisationId)
  const asked = new URL(request.url).searchParams
  const made = batches.find(({ id }) => id === asked.get('planche')) ?? null
  return { batches, made, format: asked.get('format') ?? DEFAULT_FORMAT, newBatchId: newId() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const form = await parseForm(request, blankLabelsSchema)
  if (!form.ok) return form.reply
  const { batchId, count, format } = form.value
  const made = await makeBlankLabels({ actor, batchId, count })
  if (!made.ok) return form.refuse(made.error)
  return redirect(paths.labels(`?planche=${batchId}&format=${format}`))
}

export default function Labels() {
  const t = useT(labels)
  const { batches, made, format } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={t('blanks.title')}
        lead={t('blanks.lead')}
        actions={
          <>
            <ButtonLink to={paths.scanner()} wide>
              <ScanIcon />
              {t('blanks.scan')}
            </ButtonLink>
            <ButtonLink to={paths.myLots()} look="secondary" wide>
              {t('blanks.myLots')}
            </ButtonLink>
          </>
        }
      />
      {made && (
        <Notice
          tone="success"
          live
          title={t('blanks.done')}
          action={
            <ButtonLink
              to={paths.labelSheetPdf(`?planche=${made.id}&format=${format}`)}
              reloadDocument
              target="_blank"
            >
              {t('blanks.openPdf')}
            </ButtonLink>
          }
        >
          {t('blanks.doneText')}
        </Notice>
      )}
      <NewBatch />
      <section aria-labelledby="printed" className="flex flex-col gap-4">
        <h2 id="printed">{t('blanks.listTitle')}</h2>
        {batches.length === 0 ? (
          <EmptyState level="h3" title={t('blanks.none')}>
            {t('blanks.noneText')}
          </EmptyState>
        ) : (
          <BatchTable batches={batches} />
        )}
      </section>
    </div>
  )
}

function NewBatch() {
  const t = useT(labels)
  const { newBatchId } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const typed = reply?.result.initialValue
  const count = typeof typed?.count === 'string' ? typed.count : null
  return (
    <section aria-labelledby="new" className="flex flex-col gap-4">
      <h2 id="new">{t('blanks.newTitle')}</h2>
      <Form method="post" key={newBatchId} className="flex flex-col items-start gap-6">
        <input type="hidden" name="batchId" value={newBatchId} />
        <NumberInput
          label={t('blanks.count')}
          hint={t('blanks.countHint', { most: MOST_LABELS })}
          name="count"
          width="max-w-40"
          error={reply?.result.error?.count}
          defaultValue={count ?? String(labelsPerPage(sheetFormat(DEFAULT_FORMAT)) * 3)}
        />
        <FormatField error={reply?.result.error?.format} />
        <Button>{t('blanks.submit')}</Button>
      </Form>
    </section>
  )
}

function BatchTable({ batches }: { batches: readonly BatchView[] }) {
  const t = useT(labels)
  const format = useFormat()
  const dayOf = ({ createdAtMs }: BatchView) => format.day(isoDayOf(createdAtMs))
  return (
    <DataTable
      caption={t('blanks.caption')}
      hideCaption
      rows={batches}
      rowKey={({ id }) => id}
      csvHref={paths.labelsCsv()}
      columns={[
        { key: 'printed', header: t('blanks.printed'), cell: (batch) => dayOf(batch), rowHeader: true },
        { key: 'total', header: t('blanks.total'), cell: ({ count }) => format.number(count), figure: true },
        {
          key: 'claimed',
          header: t('blanks.claimed'),
          cell: ({ claimed }) => format.number(claimed),
          figure: true,
        },
        {
          key: 'left',
          header: t('blanks.left'),
          cell: ({ count, claimed }) => format.number(count - claimed),
          figure: true,
        },
        {
          key: 'act',
          header: t('blanks.act'),
          acts: true,
          cell: (batch) => (
            <ButtonLink
              small
              look="quiet"
              to={paths.printLabels(`?planche=${batch.id}`)}
              aria-label={t('blanks.againOf', { day: dayOf(batch) })}
            >
              {t('blanks.again')}
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}
