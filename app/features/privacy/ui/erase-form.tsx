import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { privacy } from '~/messages/privacy'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Select, TextInput } from '~/ui/inputs'
import type { Standing } from '../model/standing'

/** Confirms by a typed word; each organisation without another owner is given one. */
export function EraseForm({
  standings,
  lastResult,
}: {
  standings: readonly Standing[]
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(privacy)
  const [form, { word }] = useForm<{ word: string }>({ id: 'erase', lastResult })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <h2 className="text-2xl">{t('erase.confirm')}</h2>
      <ErrorSummary id="erase-errors" errors={summaryOf([form, word])} />
      {standings
        .filter(({ outcome }) => outcome === 'hand-over')
        .map(({ id, name, others }) => (
          <Select
            key={id}
            id={`heir-${id}`}
            name="heirs"
            label={t('erase.heir', { name })}
            placeholder={t('erase.choose')}
            options={others.map((other) => ({ value: `${id}:${other.userId}`, label: other.name }))}
          />
        ))}
      <TextInput
        {...getInputProps(word, { type: 'text' })}
        key="word"
        label={t('erase.word')}
        error={word.errors}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <div>
        <Button look="danger" wide>
          {t('erase.submit')}
        </Button>
      </div>
    </Form>
  )
}
