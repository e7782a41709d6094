import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { movesOfRow } from '~/features/closing/model/moves-of-row'
import { readClosing } from '~/features/closing/read-closing.server'
import { closingPageSchema } from '~/features/closing/schema'
import { EntryForm, GapForm, GapNotice } from '~/features/closing/ui/row-forms'
import { RowEntries, RowHandovers } from '~/features/closing/ui/row-tables'
import { can } from '~/features/organisations/model/permissions'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { requireSiteEditor, requireSiteReader } from '~/http/read-site.server'
import { orNotFound } from '~/http/replies.server'
import { closing } from '~/messages/closing'
import { closingRow } from '~/messages/closing-row'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { actOnRow } from './row-acts.server'
import { RowFacts } from './row-facts'

export const meta: MetaFunction = pageTitle(closing, 'title')

// A refusal because the record changed meanwhile shows it as it is now.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, site } = await requireSiteReader(request, params)
  const { record, sums, handovers, entries } = await readClosing(site.id)
  const row = orNotFound(sums.rows.find(({ id }) => id === params.rowId))
  const mayEdit = can(actor, 'closing:edit', { ownerOrganisationIds: [site.organisationId] })
  return {
    site: { id: site.id, name: site.name },
    row,
    handovers: movesOfRow(handovers, row, sums.rows),
    entries: movesOfRow(entries, row, sums.rows),
    revision: record.revision,
    isReady: record.state === 'ready',
    mayEdit: mayEdit && record.state === 'draft',
    isOwner: mayEdit,
    entryId: newId(),
    done: parseSearch(request, closingPageSchema).fait,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, site } = await requireSiteEditor(request, params)
  return actOnRow({ request, actor, siteId: site.id, rowId: params.rowId ?? '' })
}

const DONE = ['sortie', 'retiree', 'ecart'] as const

export default function ClosingRowPage() {
  const t = useT(closing)
  const tRow = useT(closingRow)
  const format = useFormat()
  const { site, row, handovers, entries, revision, isReady, mayEdit, isOwner, entryId, done } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.result
  const known = reply ? undefined : DONE.find((one) => one === done)
  return (
    <>
      <PageHeader
        eyebrow={site.name}
        title={row.line?.product ?? row.waste?.label ?? t('outside')}
        lead={tRow('balance', {
          surveyed: format.mass(row.surveyedG ?? 0),
          handedOver: format.mass(row.handedOverG),
          declared: format.mass(row.declaredG),
        })}
        back={{ to: paths.closing(site.id), label: tRow('back') }}
      />
      <div className="flex flex-col gap-10">
        {known && <Notice tone="success" live title={t(`done.${known}`)} />}
        {reply?.initialValue?.intent === 'remove' && (
          <ErrorSummary errors={summaryOf([{ errors: reply.error?.[''] ?? undefined }])} />
        )}
        {isOwner && isReady && <Notice>{tRow('readOnly')}</Notice>}
        <GapNotice row={row} />
        <RowFacts siteId={site.id} row={row} mayEdit={mayEdit} />
        <section id="remises" aria-labelledby="handovers-title" className="flex flex-col gap-3">
          <h2 id="handovers-title">{tRow('handovers.title')}</h2>
          <p className="prose-width text-muted">{tRow('handovers.text')}</p>
          <RowHandovers handovers={handovers} />
        </section>
        <section aria-labelledby="entries-title" className="flex flex-col gap-3">
          <h2 id="entries-title">{tRow('entries.title')}</h2>
          <RowEntries entries={entries} revision={mayEdit ? revision : null} />
          <CsvLink href={paths.closingMovesCsv(site.id, row.id)} />
        </section>
        {mayEdit && (
          <section aria-labelledby="add-title" className="flex flex-col gap-5">
            <h2 id="add-title">{tRow('add.title')}</h2>
            <EntryForm
              key={`${revision}-${entries.length}`}
              {...{ entryId, revision, row }}
              reply={replyTo(reply, 'entry')}
            />
          </section>
        )}
        {mayEdit && row.gapG !== null && row.gapG !== 0 && (
          <section id="ecart" aria-labelledby="gap-title" className="flex flex-col gap-5">
            <h2 id="gap-title">{tRow('gap.title')}</h2>
            <GapForm key={revision} revision={revision} row={row} reply={replyTo(reply, 'gap')} />
          </section>
        )}
        <p data-screen-only>
          <ButtonLink to={paths.closing(site.id, '?filtre=a-expliquer')} look="secondary" wide>
            {t('ready.openRows')}
          </ButtonLink>
        </p>
      </div>
    </>
  )
}

type Reply = SubmissionResult<string[]> | undefined

function replyTo(reply: Reply, intent: string): Reply {
  return reply?.initialValue?.intent === intent ? reply : undefined
}
