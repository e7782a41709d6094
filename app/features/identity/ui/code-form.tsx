import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { security } from '~/messages/security'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

/** A code of the application or a recovery code, as second step. */
export function CodeForm({
  hasTotp,
  lastResult,
}: {
  hasTotp: boolean
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(security)
  const [form, { code }] = useForm<{ code: string }>({ id: 'step', lastResult })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, code])} />
      <input type="hidden" name="intent" value="code" />
      <TextInput
        {...getInputProps(code, { type: 'text', value: false })}
        key="code"
        label={t('step.code')}
        hint={t(hasTotp ? 'step.codeHint' : 'step.codeHintRecovery')}
        error={code.errors}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        width="max-w-64"
      />
      <div>
        <Button wide>{t('step.submit')}</Button>
      </div>
    </Form>
  )
}
