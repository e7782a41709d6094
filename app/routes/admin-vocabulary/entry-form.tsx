import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { VocabularyEntry } from '~/features/vocabulary/model/entries'
import { vocabulary as texts } from '~/messages/vocabulary'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Textarea, TextInput } from '~/ui/inputs'

type Values = { words: string; broader: string; tried: string; reason: string; at: string }

/** An entry of the table, new or in force: its words, a search to try it on, and the acts. */
export function EntryForm({
  current,
  edited,
  lastResult,
}: {
  current: string
  edited: (VocabularyEntry & { at: number }) | null
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(texts)
  const [form, fields] = useForm<Values>({
    id: 'entry',
    lastResult,
    defaultValue: { words: edited?.words.join(', ') ?? '', broader: edited?.broader.join(', ') ?? '' },
  })
  const place = edited === null ? '' : String(edited.at)
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-4xl flex-col gap-5">
      <ErrorSummary errors={summaryOf([form, fields.words, fields.broader, fields.tried, fields.reason])} />
      <h2>{edited ? t('form.change', { word: edited.words[0] ?? '' }) : t('form.add')}</h2>
      <input type="hidden" name="seen" value={current} />
      <input type="hidden" name="at" value={place} />
      <Textarea
        {...getTextareaProps(fields.words)}
        key={fields.words.key}
        rows={3}
        label={t('form.words')}
        hint={t('form.wordsHint')}
        error={fields.words.errors}
      />
      <TextInput
        {...getInputProps(fields.broader, { type: 'text' })}
        key={fields.broader.key}
        label={t('form.broader')}
        hint={t('form.broaderHint')}
        error={fields.broader.errors}
        optional
      />
      <TextInput
        {...getInputProps(fields.tried, { type: 'text' })}
        key={fields.tried.key}
        label={t('form.tried')}
        hint={t('form.triedHint')}
        error={fields.tried.errors}
        optional
      />
      <TextInput
        {...getInputProps(fields.reason, { type: 'text' })}
        key={fields.reason.key}
        label={t('form.reason')}
        hint={t('form.reasonHint')}
        error={fields.reason.errors}
        maxLength={500}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview">
          {t('form.preview')}
        </Button>
        <Button name="intent" value="save" look="secondary">
          {t('form.save')}
        </Button>
        {edited && (
          <>
            <Button name="intent" value="remove" look="danger">
              {t('form.remove')}
            </Button>
            <ButtonLink to={paths.vocabulary()} look="quiet">
              {t('form.another')}
            </ButtonLink>
          </>
        )}
      </div>
    </Form>
  )
}
