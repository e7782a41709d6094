import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef, useState } from 'react'
import type { AttachmentView } from '~/features/attachments/model/attachment'
import type { Suggestion } from '~/features/classifier/model/suggest'
import { SuggestionBox } from '~/features/classifier/ui/suggestion-box'
import { useSuggestion } from '~/features/classifier/ui/use-suggestion'
import { pendingOf, type Upload } from '~/features/photos/model/upload-queue'
import { PhotoPicker } from '~/features/photos/ui/photo-picker'
import { usePhotoUploads } from '~/features/photos/ui/use-photo-uploads'
import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'
import { myLots } from '~/messages/my-lots'
import { posting } from '~/messages/posting'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import type { PostingAnswers } from '../model/posting-answers'
import { DraftButton } from './draft-button'
import { PostingDates, PostingMaterial, PostingMore } from './posting-fields'
import {
  PostingDocuments,
  PostingLoading,
  PostingOrigin,
  PostingRight,
  PostingSplitting,
  PostingVisibility,
} from './posting-terms'
import { PostingSection } from './posting-section'
import { PostingSheet } from './posting-sheet'
import { SendingNotice } from './sending-notice'
import { useLotDraft, type PostingSite } from './use-lot-draft'
import { givenAnswers, usePostingForm } from './use-posting-form'
import { useAutosave } from './use-autosave'
import { usePublishWhenSent } from './use-publish-when-sent'
import { useRecalled } from './use-recalled'

const NOTHING_RECALLED: Readonly<Record<string, PostingAnswers>> = {}

export type PostingDefaults = { id: string; siteId: string; today: string }

/** What the form of a lot already published has besides its answers. */
export type LotEditing = {
  /** The instant of its last change when the form was opened. */
  seen: number
  /** What is held or handed over of it, as text; null while nothing is: then everything may change. */
  held: string | null
}

/**
 * The form that publishes a lot, or changes one: photos, material and quantity, site and dates, condition, right, and
 * what is optional. Only a new one is kept as a draft.
 */
export function PostingForm({
  sites,
  defaults,
  answers = {},
  recalled = NOTHING_RECALLED,
  editing = null,
  result,
  photos,
  attachments,
  suggestion: initialSuggestion,
}: {
  sites: readonly PostingSite[]
  defaults: PostingDefaults
  /** Answers that it starts from. */
  answers?: PostingAnswers
  /** What the last lot of each site says that this one may say again. */
  recalled?: Readonly<Record<string, PostingAnswers>>
  editing?: LotEditing | null
  result: SubmissionResult<string[]> | undefined
  /** Photos that the server already has, after a form that came back. */
  photos: readonly Upload[]
  /** Documents that the server already has, likewise. */
  attachments: readonly AttachmentView[]
  suggestion: Suggestion | null
}) {
  const t = useT(posting)
  const tMine = useT(myLots)
  const { form, fields, sheet, summary, ids } = usePostingForm(result, { defaults, answers })
  const element = useRef<HTMLFormElement>(null)
  const photoUploads = usePhotoUploads(photos, MAX_PHOTOS_PER_LOT)
  const sentIds = photoUploads.uploads.filter(({ status }) => status === 'sent').map(({ id }) => id)
  // The photos that a published lot has already were judged when it was posted.
  const [knownIds] = useState(editing ? photos.map(({ id }) => id) : [])
  const newIds = sentIds.filter((id) => !knownIds.includes(id))
  const said = useSuggestion(newIds, initialSuggestion)
  const [given] = useState(() => givenAnswers(fields))
  const draft = useLotDraft(element, given, { sites, today: defaults.today, suggestion: said.suggestion })
  const draftId = editing ? null : fields.id.initialValue || defaults.id
  const saved = useAutosave(element, draftId, sentIds.join())
  const isRecalled = useRecalled(element, recalled, draft.values.siteId)
  const held = editing?.held ?? null
  const intent = editing ? 'save' : 'publish'
  const sending = usePublishWhenSent(element, pendingOf(photoUploads.uploads))
  return (
    <>
      <ErrorSummary errors={summary} />
      <Form
        method="post"
        encType="multipart/form-data"
        {...getFormProps(form)}
        ref={element}
        onSubmit={sending.onSubmit}
        className="flex flex-col gap-10"
      >
        {/* The first button is what the Enter key presses: saving, never the moving of a photo. */}
        <button name="intent" value={intent} className="sr-only" tabIndex={-1} aria-hidden="true" />
        {draftId && <input type="hidden" name="id" value={draftId} />}
        {editing && <input type="hidden" name="seen" value={editing.seen} />}
        {fields.inventoryLineId.initialValue && (
          <input type="hidden" name="inventoryLineId" value={fields.inventoryLineId.initialValue} />
        )}
        {draft.accepted && <input type="hidden" name="suggested" value={draft.accepted} />}
        <PostingSection title={t('section.photos')}>
          <PhotoPicker id={ids.photos} photoUploads={photoUploads} error={fields.photoIds.errors} />
          {!held && <SuggestionBox said={said} chosen={draft.material} onChoose={draft.acceptSuggestion} />}
        </PostingSection>
        <PostingSection title={t('section.material')}>
          <PostingMaterial fields={fields} draft={draft} held={held} />
          <PostingSheet id={ids.sheet} material={draft.material} answers={sheet} />
        </PostingSection>
        <PostingSection title={t('section.dates')}>
          <PostingDates fields={fields} draft={draft} sites={sites} isFixed={held !== null} />
        </PostingSection>
        <PostingSection title={t('section.more')}>
          <PostingMore fields={fields} />
        </PostingSection>
        <PostingSection title={t('section.right')}>
          <PostingRight field={fields.cedingRight} recalled={isRecalled} />
        </PostingSection>
        <div className="flex flex-col">
          <PostingSplitting fields={fields} />
          <PostingLoading fields={fields} recalled={isRecalled} />
          <PostingOrigin fields={fields} recalled={isRecalled} />
          <PostingDocuments id={ids.documents} field={fields.attachmentIds} sent={attachments} />
          <PostingVisibility fields={fields} />
        </div>
        <SendingNotice state={sending.held} />
        <Button main name="intent" value={intent} className="w-full text-lg">
          {editing ? tMine('edit.save') : t('submit')}
        </Button>
        {!editing && <DraftButton saved={saved} />}
      </Form>
    </>
  )
}
