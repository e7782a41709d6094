import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { importVocabulary } from '~/features/vocabulary/commands/set-vocabulary.server'
import { MOST_ENTRIES, type Vocabulary } from '~/features/vocabulary/model/entries'
import { vocabularyInForce } from '~/features/vocabulary/queries/versions.server'
import { readVocabularyFile } from '~/features/vocabulary/read-vocabulary-file.server'
import { requireAdministration } from '~/http/administration.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'
import { STATUS } from '~/http/status'
import { translator } from '~/messages/catalogue'
import { vocabulary as texts } from '~/messages/vocabulary'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { FileInput, TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(texts, 'import.title')

const MEBIBYTE = 1024 * 1024
const LIMITS = { maxParts: 10, maxFiles: 1, maxFileSize: 2 * MEBIBYTE, maxTotalSize: 3 * MEBIBYTE }
const MOST_REASON = 500

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'vocabulary:manage')
  return { current: (await vocabularyInForce()).version }
}

type Fault = { field: 'file' | 'reason' | null; message: string }

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'vocabulary:manage')
  const t = translator(await localeOf(request), texts)
  const fault = (field: Fault['field'], message: string, status = 400) =>
    data<Fault>({ field, message }, { status })
  const sent: { file: SentFile | null } = { file: null }
  const form = await readSent(request, (file) => void (sent.file = file))
  if (!form || !sent.file) return fault('file', t('import.missing'))
  const table = readVocabularyFile(sent.file.bytes)
  if (!table.ok) return fault('file', t(`import.${table.fault}`, { row: table.row ?? 0, most: MOST_ENTRIES }))
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const put = await keep(actor, { seen: text('seen'), reason: text('reason'), entries: table.entries })
  if (put.ok) return redirect(paths.vocabulary('?fait=importee'))
  const { error } = put
  const message = domainMessage(await localeOf(request), error)
  return fault(error.field === 'reason' ? 'reason' : null, message, STATUS[error.code])
}

async function keep(
  actor: Actor,
  { reason, ...asked }: Omit<Parameters<typeof importVocabulary>[0], 'actor'>,
): Promise<Result<Vocabulary>> {
  return importVocabulary({ actor, ...asked, reason: reason.slice(0, MOST_REASON) })
}

async function readSent(request: Request, take: (file: SentFile) => void): Promise<FormData | null> {
  try {
    return await readFilesForm(request, { file: take }, LIMITS)
  } catch {
    // A body that is neither of the two kinds of form, or heavier than any table of words.
    return null
  }
}

export default function ImportVocabulary() {
  const t = useT(texts)
  const { current } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const errorOf = (field: Fault['field']) => (fault?.field === field ? fault.message : undefined)
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('import.title')}
        lead={t('import.lead')}
        back={{ to: paths.vocabulary(), label: t('import.back') }}
      />
      <Form method="post" encType="multipart/form-data" noValidate className="flex max-w-3xl flex-col gap-6">
        <ErrorSummary errors={fault ? [{ fieldId: fault.field ?? undefined, message: fault.message }] : []} />
        <input type="hidden" name="seen" value={current} />
        <FileInput
          id="file"
          name="file"
          label={t('import.file')}
          hint={t('import.fileHint', { most: MOST_ENTRIES })}
          accept=".csv,.txt,.tsv,text/csv"
          error={errorOf('file')}
        />
        <TextInput
          id="reason"
          name="reason"
          label={t('form.reason')}
          maxLength={MOST_REASON}
          error={errorOf('reason')}
          optional
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button wide>{t('import.submit')}</Button>
          <a
            href={paths.vocabularyCsv()}
            download
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('import.example')}
          </a>
        </div>
      </Form>
    </div>
  )
}
