import { getFormProps, getInputProps, getSelectProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { PHOTO_TYPES } from '~/features/photos/model/limits'
import { stories } from '~/messages/stories'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, FileInput, Select, Textarea, type Option } from '~/ui/inputs'

export type TellAsked = {
  id: string
  fileId: string
  today: IsoDay
  handedOverOn: IsoDay
  communeCode: string
  communes: readonly Option[]
}

/** When, where and as what it serves again, with a photo of it in place. */
export function TellForm({
  asked,
  lastResult,
}: {
  asked: TellAsked
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(stories)
  const format = useFormat()
  const { id, fileId, today, handedOverOn, communeCode } = asked
  const [form, fields] = useForm({
    id: 'tell',
    lastResult,
    defaultValue: { id, fileId, reinstalledOn: '', communeCode, words: '', photo: '' },
  })
  const { reinstalledOn, words, photo } = fields
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      {...getFormProps(form)}
      className="flex max-w-xl flex-col gap-5"
      data-screen-only
    >
      <ErrorSummary
        id="tell-errors"
        errors={summaryOf([form, reinstalledOn, fields.communeCode, words, photo])}
      />
      <input type="hidden" name="intent" value="reinstall" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="fileId" value={fileId} />
      <DateInput
        {...getInputProps(reinstalledOn, { type: 'date' })}
        key="on"
        label={t('tell.on')}
        hint={t('tell.onHint', { day: format.dayLong(handedOverOn) })}
        error={reinstalledOn.errors}
        min={handedOverOn}
        max={today}
      />
      <Select
        {...getSelectProps(fields.communeCode)}
        key="commune"
        label={t('tell.commune')}
        error={fields.communeCode.errors}
        options={asked.communes}
      />
      <Textarea
        {...getTextareaProps(words)}
        key="words"
        label={t('tell.words')}
        hint={t('tell.wordsHint')}
        error={words.errors}
        rows={3}
      />
      <FileInput
        id={photo.id}
        name="photo"
        label={t('tell.photo')}
        hint={t('tell.photoHint')}
        error={photo.errors}
        accept={PHOTO_TYPES.join(',')}
      />
      <Button wide main>
        {t('tell.submit')}
      </Button>
    </Form>
  )
}
