import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { VocabularyEntry } from '~/features/vocabulary/model/entries'
import type { TableDifference } from '~/features/vocabulary/model/table-differences'
import { vocabulary as texts } from '~/messages/vocabulary'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { CsvForm } from '~/ui/csv-form'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'

/** Changes that a page shows; all are in the file. */
const SHOWN = 200
const KINDS = ['added', 'changed', 'removed'] as const
const TONES = { added: 'success', changed: 'warning', removed: 'danger' } as const

/** What a table would change of the one in force, and the button that puts it in its place. */
export function ImportPreview({
  seen,
  entries,
  changes,
  reason,
  fault,
  mostReason,
}: {
  /** The version that the changes are told against. */
  seen: string
  entries: readonly VocabularyEntry[]
  changes: readonly TableDifference[]
  reason: string
  fault: { field: 'reason' | null; message: string } | null
  mostReason: number
}) {
  const t = useT(texts)
  const table = JSON.stringify(entries)
  const countOf = (kind: TableDifference['kind']) => changes.filter((one) => one.kind === kind).length
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <p className="flex flex-wrap gap-2" role="status">
        <Badge>{t('import.size', { count: entries.length })}</Badge>
        {KINDS.filter((kind) => countOf(kind) > 0).map((kind) => (
          <Badge key={kind} tone={TONES[kind]}>
            {t(`import.${kind}Count`, { count: countOf(kind) })}
          </Badge>
        ))}
      </p>
      {changes.length === 0 && <Notice title={t('import.nothing')} />}
      {changes.length > 0 && <Changes changes={changes} />}
      <CsvForm action={paths.vocabularyPreviewCsv()} fields={{ table }} />
      <Form method="post" encType="multipart/form-data" noValidate className="flex max-w-3xl flex-col gap-6">
        <ErrorSummary errors={fault ? [{ fieldId: fault.field ?? undefined, message: fault.message }] : []} />
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="table" value={table} />
        <TextInput
          id="reason"
          name="reason"
          label={t('form.reason')}
          defaultValue={reason}
          maxLength={mostReason}
          error={fault?.field === 'reason' ? fault.message : undefined}
          optional
        />
        <div className="flex flex-wrap gap-3">
          {changes.length > 0 && (
            <Button name="intent" value="keep" wide>
              {t('import.submit')}
            </Button>
          )}
          <ButtonLink to={paths.vocabularyImport()} look="secondary" reloadDocument wide>
            {t('import.another')}
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}

function Changes({ changes }: { changes: readonly TableDifference[] }) {
  const t = useT(texts)
  const listOf = (words: readonly string[] | undefined) => words?.join(', ') ?? ''
  return (
    <section aria-labelledby="changes" className="flex min-w-0 flex-col gap-4">
      <h2 id="changes">{t('import.changes')}</h2>
      <DataTable
        caption={t('import.changes')}
        hideCaption
        dense
        rows={changes.slice(0, SHOWN).map((change, at) => ({ ...change, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            key: 'kind',
            header: t('import.change'),
            cell: ({ kind }) => <Badge tone={TONES[kind]}>{t(`import.${kind}`)}</Badge>,
          },
          {
            key: 'words',
            header: t('list.words'),
            rowHeader: true,
            cell: ({ entry, before }) => listOf((entry ?? before)?.words),
          },
          {
            key: 'broader',
            header: t('list.broader'),
            cell: ({ entry, before }) => listOf((entry ?? before)?.broader),
          },
          {
            key: 'before',
            header: t('import.wordsBefore'),
            cell: ({ kind, before }) => (kind === 'changed' ? listOf(before?.words) : ''),
          },
          {
            key: 'broaderBefore',
            header: t('import.broaderBefore'),
            cell: ({ kind, before }) => (kind === 'changed' ? listOf(before?.broader) : ''),
          },
        ]}
      />
      {changes.length > SHOWN && <p>{t('import.more', { shown: SHOWN, all: changes.length })}</p>}
    </section>
  )
}
