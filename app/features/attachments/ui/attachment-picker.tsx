import { useEffect, useState } from 'react'
import { attachments as texts } from '~/messages/attachments'
import { FieldGroup } from '~/ui/field'
import { useFormat, useT } from '~/ui/i18n'
import { CrossIcon } from '~/ui/icons'
import { FileInput, Select } from '~/ui/inputs'
import {
  ATTACHMENT_KINDS,
  attachmentKindOf,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENTS_PER_LOT,
  type AttachmentView,
} from '../model/attachment'
import { useAttachments } from './use-attachments'

/**
 * The documents of a lot, inside its form. With JavaScript each is sent as it is chosen; without, the form posts them
 * (`attachments`, all of one `attachmentKind`). Those that the server has are posted as `attachmentIds`.
 */
export function AttachmentPicker({
  id,
  sent,
  error,
}: {
  id: string
  /** Documents that the server already has. */
  sent: readonly AttachmentView[]
  error?: readonly string[]
}) {
  const t = useT(texts)
  const format = useFormat()
  const { kept, sending, faults, send, remove } = useAttachments(sent)
  const [kind, setKind] = useState('technical-sheet')
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const isFull = kept.length >= MAX_ATTACHMENTS_PER_LOT
  const limits = { max: MAX_ATTACHMENTS_PER_LOT, size: format.bytes(MAX_ATTACHMENT_BYTES) }
  const said = faults.length > 0 ? faults : error
  return (
    <FieldGroup id={id} label={t('label')} hint={t('hint', limits)} optional error={said?.join(' ')}>
      {kept.length > 0 && !live && <p className="text-muted">{t('keptHint')}</p>}
      <ul aria-label={t('list')} className="flex flex-col gap-2 empty:hidden">
        {kept.map((attachment) => (
          <li key={attachment.id} className="rounded-md border-2 border-field bg-card px-3 py-1">
            <KeptDocument attachment={attachment} live={live} onRemove={() => remove(attachment.id)} />
          </li>
        ))}
      </ul>
      <p role="status">{sending && t('sending', { name: sending })}</p>
      {isFull && <p>{t('full', limits)}</p>}
      {!isFull && (
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
          <Select
            id={`${id}-kind`}
            name="attachmentKind"
            label={t('kindLabel')}
            placeholder={null}
            value={kind}
            onChange={({ currentTarget }) => setKind(attachmentKindOf(currentTarget.value))}
            options={ATTACHMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <FileInput
            id={`${id}-files`}
            name="attachments"
            label={t('choose')}
            accept="application/pdf,.pdf"
            multiple
            onChange={({ currentTarget }) => void send(currentTarget, kind)}
          />
        </div>
      )}
    </FieldGroup>
  )
}

function KeptDocument({
  attachment: { id, kind, fileName, sizeBytes },
  live,
  onRemove,
}: {
  attachment: AttachmentView
  live: boolean
  onRemove: () => void
}) {
  const t = useT(texts)
  const format = useFormat()
  const about = t('about', { kind: t(`kind.${kind}`), size: format.bytes(sizeBytes) })
  if (!live) {
    return (
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" className="tick" name="attachmentIds" value={id} defaultChecked />
        {t('kept', { name: fileName })}
      </label>
    )
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <input type="hidden" name="attachmentIds" value={id} />
      <p className="min-w-0">
        <span className="block truncate font-semibold">{fileName}</span>
        <span className="text-sm text-muted">{about}</span>
      </p>
      <button
        type="button"
        aria-label={t('remove', { name: fileName })}
        onClick={onRemove}
        className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-link underline"
      >
        <CrossIcon />
        {t('removeShort')}
      </button>
    </div>
  )
}
