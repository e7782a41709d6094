import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { importVocabulary } from '~/features/vocabulary/commands/set-vocabulary.server'
import { MOST_ENTRIES, type VocabularyEntry } from '~/features/vocabulary/model/entries'
import { tableDifferences, type TableDifference } from '~/features/vocabulary/model/table-differences'
import { vocabularyInForce } from '~/features/vocabulary/queries/versions.server'
import { readVocabularyFile } from '~/features/vocabulary/read-vocabulary-file.server'
import { requireAdministration } from '~/http/administration.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { STATUS } from '~/http/status'
import { carriedTableOf, readTableForm } from '~/http/vocabulary-form.server'
import { translator } from '~/messages/catalogue'
import { vocabulary as texts } from '~/messages/vocabulary'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { FileInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { ImportPreview } from './import-preview'

export const meta: MetaFunction = pageTitle(texts, 'import.title')

const MOST_REASON = 500

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'vocabulary:manage')
  return null
}

type Fault = { step: 'file'; message: string }
/** What a file would change, before it does. */
type Preview = {
  step: 'preview'
  /** The version that the changes are told against: the one that a person agrees to replace. */
  seen: string
  entries: VocabularyEntry[]
  changes: TableDifference[]
  reason: string
  /** Why it was not put in force. */
  fault: { field: 'reason' | null; message: string } | null
}

/** Reads the file and shows what it would change; puts the table in force once a person has said so. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'vocabulary:manage')
  const t = translator(await localeOf(request), texts)
  const fault = (message: string) => data<Fault>({ step: 'file', message }, { status: 400 })
  const sent = await readTableForm(request)
  const text = (name: string) => {
    const value = sent?.form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const reason = text('reason').slice(0, MOST_REASON)
  const preview = async (entries: VocabularyEntry[], refusal: Preview['fault'] = null, status = 200) => {
    const { version: seen, entries: former } = await vocabularyInForce()
    const changes = tableDifferences(former, entries)
    return data<Preview>({ step: 'preview', seen, entries, changes, reason, fault: refusal }, { status })
  }
  if (text('intent') === 'keep') {
    const entries = sent && carriedTableOf(sent.form)
    if (!entries) return fault(t('import.missing'))
    const put = await importVocabulary({ actor, seen: text('seen'), reason, entries })
    if (put.ok) return redirect(paths.vocabulary('?fait=importee'))
    const { error } = put
    const message = domainMessage(await localeOf(request), error)
    const field = error.field === 'reason' ? 'reason' : null
    return preview(entries, { field, message }, STATUS[error.code])
  }
  if (!sent?.file) return fault(t('import.missing'))
  const table = readVocabularyFile(sent.file.bytes)
  if (!table.ok) return fault(t(`import.${table.fault}`, { row: table.row ?? 0, most: MOST_ENTRIES }))
  return preview(table.entries)
}

export default function ImportVocabulary() {
  const t = useT(texts)
  const reply = useActionData<typeof action>()
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('import.title')}
        lead={t(reply?.step === 'preview' ? 'import.previewLead' : 'import.lead')}
        back={{ to: paths.vocabulary(), label: t('import.back') }}
      />
      {reply?.step === 'preview' ? (
        <ImportPreview {...reply} mostReason={MOST_REASON} />
      ) : (
        <FileStep message={reply?.message} />
      )}
    </div>
  )
}

function FileStep({ message }: { message: string | undefined }) {
  const t = useT(texts)
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={message ? [{ fieldId: 'file', message }] : []} />
      <FileInput
        id="file"
        name="file"
        label={t('import.file')}
        hint={t('import.fileHint', { most: MOST_ENTRIES })}
        accept=".csv,.txt,.tsv,text/csv"
        error={message}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button name="intent" value="preview" wide>
          {t('import.preview')}
        </Button>
        <a href={paths.vocabularyCsv()} download className="inline-flex min-h-11 items-center font-semibold">
          {t('import.example')}
        </a>
      </div>
    </Form>
  )
}
