import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef, useState, type ReactNode } from 'react'
import type { AttachmentView } from '~/features/attachments/model/attachment'
import { AttachmentPicker } from '~/features/attachments/ui/attachment-picker'
import type { Suggestion } from '~/features/classifier/model/suggest'
import { SuggestionBox } from '~/features/classifier/ui/suggestion-box'
import { useSuggestion } from '~/features/classifier/ui/use-suggestion'
import { pendingOf, type Upload } from '~/features/photos/model/upload-queue'
import { PhotoPicker } from '~/features/photos/ui/photo-picker'
import { usePhotoUploads } from '~/features/photos/ui/use-photo-uploads'
import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'
import { posting } from '~/messages/posting'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PostingDates, PostingMaterial, PostingMore } from './posting-fields'
import { SendingNotice } from './sending-notice'
import { useLotDraft, type PostingSite } from './use-lot-draft'
import { usePublishWhenSent } from './use-publish-when-sent'

export type PostingDefaults = { id: string; siteId: string; today: string }

/** The form that publishes a lot: photos, material and quantity, site and dates, condition and price. */
export function PostingForm({
  sites,
  defaults,
  result,
  photos,
  attachments,
  suggestion: initialSuggestion,
}: {
  sites: readonly PostingSite[]
  defaults: PostingDefaults
  result: SubmissionResult<string[]> | undefined
  /** Photos that the server already has, after a form that came back. */
  photos: readonly Upload[]
  /** Documents that the server already has, likewise. */
  attachments: readonly AttachmentView[]
  suggestion: Suggestion | null
}) {
  const t = useT(posting)
  const [form, fields] = useForm({
    id: 'publish-lot',
    lastResult: result,
    defaultValue: { ...EMPTY, id: defaults.id, siteId: defaults.siteId, availableFrom: defaults.today },
  })
  const element = useRef<HTMLFormElement>(null)
  const photoUploads = usePhotoUploads(photos, MAX_PHOTOS_PER_LOT)
  const sentIds = photoUploads.uploads.filter(({ status }) => status === 'sent').map(({ id }) => id)
  const said = useSuggestion(sentIds, initialSuggestion)
  const [given] = useState(() => ({
    siteId: fields.siteId.initialValue || undefined,
    material: fields.material.initialValue || undefined,
    title: fields.title.initialValue || undefined,
    quantity: fields.quantity.initialValue || undefined,
    unit: fields.unit.initialValue || undefined,
    until: fields.availableUntil.initialValue || undefined,
  }))
  const draft = useLotDraft(given, { sites, today: defaults.today, suggestion: said.suggestion })
  const sending = usePublishWhenSent(element, pendingOf(photoUploads.uploads))
  const photoErrors = [...(fields.photoIds.errors ?? []), ...(fields.photos.errors ?? [])]
  const photosId = `${form.id}-photos`
  const documentErrors = [...(fields.attachments.errors ?? []), ...(fields.attachmentIds.errors ?? [])]
  const documentsId = `${form.id}-documents`
  return (
    <>
      <ErrorSummary
        errors={[
          ...photoErrors.map((message) => ({ fieldId: photosId, message })),
          ...summaryOf([form, fields.material, fields.title, fields.quantity, fields.unit, fields.massKg]),
          ...summaryOf([fields.siteId, fields.availableFrom, fields.availableUntil, fields.condition]),
          ...documentErrors.map((message) => ({ fieldId: documentsId, message })),
          ...summaryOf([fields.unitPrice, fields.description, fields.rightToCede]),
        ]}
      />
      <Form
        method="post"
        encType="multipart/form-data"
        {...getFormProps(form)}
        ref={element}
        onSubmit={sending.onSubmit}
        className="flex flex-col gap-10"
      >
        <input type="hidden" name="id" value={fields.id.initialValue ?? defaults.id} />
        {draft.accepted && <input type="hidden" name="suggested" value={draft.accepted} />}
        <FormSection title={t('section.photos')}>
          <PhotoPicker id={photosId} photoUploads={photoUploads} error={photoErrors} />
          <SuggestionBox said={said} chosen={draft.material} onChoose={draft.acceptSuggestion} />
        </FormSection>
        <FormSection title={t('section.material')}>
          <PostingMaterial fields={fields} draft={draft} />
        </FormSection>
        <FormSection title={t('section.dates')}>
          <PostingDates fields={fields} draft={draft} sites={sites} />
        </FormSection>
        <FormSection title={t('section.more')}>
          <PostingMore fields={fields} />
        </FormSection>
        <FormSection title={t('section.documents')}>
          <AttachmentPicker id={documentsId} sent={attachments} error={documentErrors} />
        </FormSection>
        <SendingNotice state={sending.held} />
        <Button name="intent" value="publish" className="w-full text-lg">
          {t('submit')}
        </Button>
      </Form>
    </>
  )
}

function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5 border-t-4 border-edge pt-4">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </section>
  )
}

const EMPTY = {
  photos: '',
  photoIds: '',
  attachments: '',
  attachmentIds: '',
  material: '',
  title: '',
  description: '',
  quantity: '',
  unit: '',
  massKg: '',
  condition: '',
  availableUntil: '',
  unitPrice: '',
  rightToCede: '',
}
