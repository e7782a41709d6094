import { getTextareaProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { PHOTO_TYPES } from '~/features/photos/model/limits'
import { threads } from '~/messages/threads'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { FileInput, Textarea } from '~/ui/inputs'
import { MAX_MESSAGE_PHOTOS } from '../model/thread'
import type { FormResult } from './decision-forms'

/** Writes to the other side, with photos. */
export function MessageForm({ id, lastResult }: { id: string; lastResult: FormResult }) {
  const t = useT(threads)
  const [form, fields] = useForm<{ text: string; photos: string; photoIds: string[] }>({
    id: 'message',
    lastResult,
    defaultValue: { text: '' },
  })
  const kept = keptPhotos(lastResult)
  return (
    <Form
      method="post"
      id={form.id}
      encType="multipart/form-data"
      noValidate
      className="flex flex-col gap-5"
      data-screen-only
    >
      <ErrorSummary id="message-errors" errors={summaryOf([form, fields.text, fields.photos])} />
      <input type="hidden" name="id" value={id} />
      {kept.map((photoId) => (
        <input key={photoId} type="hidden" name="photoIds" value={photoId} />
      ))}
      <Textarea
        {...getTextareaProps(fields.text)}
        key="text"
        label={t('text')}
        error={fields.text.errors}
        rows={4}
      />
      <FileInput
        id={fields.photos.id}
        name="photos"
        label={t('photos')}
        hint={
          kept.length > 0 ? t('kept', { count: kept.length }) : t('photosHint', { count: MAX_MESSAGE_PHOTOS })
        }
        error={fields.photos.errors}
        accept={PHOTO_TYPES.join(',')}
        multiple
        optional
      />
      <div>
        <Button wide>{t('send')}</Button>
      </div>
    </Form>
  )
}

/** Photos that were stored from a form that is shown again. */
function keptPhotos(lastResult: FormResult): string[] {
  const sent: unknown = lastResult?.initialValue?.['photoIds']
  return (Array.isArray(sent) ? sent : [sent]).filter((id) => typeof id === 'string')
}
