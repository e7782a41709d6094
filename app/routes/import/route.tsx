import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { UNDO_MS } from '~/features/imports/model/limits'
import {
  countDraftsLeft,
  countImported,
  findSameFile,
  listLotsOfImport,
} from '~/features/imports/queries.server'
import { readImport } from '~/features/imports/read-import.server'
import { DiscardForm, ImportOutcome, UndoForm } from '~/features/imports/ui/import-outcome'
import { DraftsLeft, ImportProgress } from '~/features/imports/ui/import-progress'
import { can } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import { ownImport } from '~/http/own-import.server'
import { localised } from '~/http/page-title'
import { importRun } from '~/messages/import-run'
import { imports } from '~/messages/imports'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { DryRun } from './dry-run'
import { actOnImport } from './import-acts.server'
import { LaunchForm } from './launch-form'

export const meta: MetaFunction<typeof loader> = (args) => [
  { title: `${localised(args, importRun)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, site, view } = await ownImport(request, params)
  const isReady = view.status === 'checking' && view.rowCount > 0
  const isWritten = view.status === 'done' || view.status === 'undone'
  const [read, same, inventory, imported, lots, draftsLeft] = await Promise.all([
    isReady ? readImport(view) : null,
    isReady ? findSameFile(view) : null,
    isReady ? findInventory(site.id) : null,
    isWritten ? countImported(view.id) : null,
    view.status === 'done' ? listLotsOfImport(view.id) : [],
    countDraftsLeft(view),
  ])
  const { id, fileName, status, revision, rowCount, doneCount } = view
  return {
    ...{
      site: { id: site.id, name: site.name },
      importId: id,
      fileName,
      status,
      revision,
      rowCount,
      doneCount,
    },
    count: read?.count ?? null,
    sameDay: same && isoDayOf(same.createdAtMs),
    hasInventory: inventory !== null,
    survey: inventory
      ? { kind: inventory.kind, surveyedOn: inventory.surveyedOn, surveyor: inventory.surveyor }
      : { kind: 'pemd' as const, surveyedOn: isoDayOf(nowMs()), surveyor: '' },
    imported,
    lots,
    draftsLeft,
    undoUntilMs:
      status === 'done' && nowMs() - (view.finishedAtMs ?? 0) <= UNDO_MS
        ? (view.finishedAtMs ?? 0) + UNDO_MS
        : null,
    mayDraft: can(actor, 'lot:create'),
    today: isoDayOf(nowMs()),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, site, view } = await ownImport(request, params)
  return actOnImport({ request, actor, siteId: site.id, view })
}

const TITLES = {
  running: 'running',
  done: 'done',
  undone: 'undone',
  checking: 'title',
  failed: 'title',
} as const

export default function Import() {
  const t = useT(importRun)
  const tImports = useT(imports)
  const { site, importId, fileName, status, count, imported, ...shown } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        eyebrow={fileName}
        title={t(TITLES[status])}
        back={{ to: paths.importInventory(site.id), label: tImports('list.title') }}
      />
      <ErrorSummary errors={reply ? [{ fieldId: reply.field ?? undefined, message: reply.message }] : []} />
      {status === 'running' && <ImportProgress doneCount={shown.doneCount} rowCount={shown.rowCount} />}
      {count && (
        <>
          <DryRun siteId={site.id} importId={importId} count={count} />
          {count.faulty === 0 && count.lines + count.wastes > 0 && (
            <LaunchForm
              revision={shown.revision}
              count={count}
              sameDay={shown.sameDay}
              survey={shown.survey}
              hasInventory={shown.hasInventory}
              mayDraft={shown.mayDraft}
              today={shown.today}
            />
          )}
        </>
      )}
      {status !== 'running' && !count && !imported && <Notice tone="warning">{tImports('broken')}</Notice>}
      <DraftsLeft count={shown.draftsLeft} />
      {imported && <ImportOutcome siteId={site.id} imported={imported} isUndone={status === 'undone'} />}
      {shown.undoUntilMs !== null && <UndoForm untilMs={shown.undoUntilMs} lots={shown.lots} />}
      {(status === 'checking' || status === 'failed') && <DiscardForm />}
    </div>
  )
}
