import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MAX_NAME_LENGTH } from '~/features/alerts/model/limits'
import { PaceChoice } from '~/features/alerts/ui/pace-choice'
import { alerts } from '~/messages/alerts'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

/** Keeps the search of the page for who is signed in. */
export function SaveForm({
  id,
  name: proposed,
  lastResult,
}: {
  id: string
  name: string
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(alerts)
  const [form, { name, pace }] = useForm<{ name: string; pace: string }>({
    id: 'save-search',
    lastResult,
    defaultValue: { name: proposed, pace: 'daily' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, name, pace])} />
      <input type="hidden" name="id" value={id} />
      <TextInput
        {...getInputProps(name, { type: 'text' })}
        key="name"
        label={t('name')}
        hint={t('nameHint')}
        error={name.errors}
        maxLength={MAX_NAME_LENGTH}
        autoComplete="off"
      />
      <PaceChoice id={pace.id} chosen={pace.initialValue} error={pace.errors} />
      <div>
        <Button wide>{t('new.save')}</Button>
      </div>
    </Form>
  )
}
