import type { ReactNode } from 'react'
import { photos } from '~/messages/photos'
import { useT } from '~/ui/i18n'
import { CheckIcon, ClockIcon, CrossIcon, ImageIcon, RetryIcon, UploadIcon, WarningIcon } from '~/ui/icons'
import type { Upload, UploadStatus } from '../model/upload-queue'
import type { PhotoUploads } from './use-photo-uploads'

const STATUS_LOOK = {
  waiting: { Icon: ClockIcon, tone: 'text-muted' },
  sending: { Icon: UploadIcon, tone: 'text-info' },
  sent: { Icon: CheckIcon, tone: 'text-success' },
  failed: { Icon: WarningIcon, tone: 'text-danger' },
} satisfies Record<UploadStatus, unknown>

/** Each photo with where it stands. Those sent post their id; without JavaScript a box keeps or drops each. */
export function PhotoList({ photoUploads, live }: { photoUploads: PhotoUploads; live: boolean }) {
  const t = useT(photos)
  const { uploads } = photoUploads
  if (uploads.length === 0) return null
  const sent = uploads.filter(({ status }) => status === 'sent').length
  return (
    <div className="flex flex-col gap-2">
      {live ? (
        <p role="status" className="font-semibold">
          {t('progress', { sent, all: uploads.length })}
        </p>
      ) : (
        <p className="text-muted">{t('keptHint')}</p>
      )}
      <ul aria-label={t('list')} className="grid gap-2 sm:grid-cols-2">
        {uploads.map((upload) => (
          <li
            key={upload.id}
            className="flex min-w-0 items-start gap-3 rounded-md border-2 border-field bg-card p-2"
          >
            <Thumbnail upload={upload} />
            <div className="flex min-w-0 grow flex-col gap-0.5">
              {live ? <LiveEntry upload={upload} photoUploads={photoUploads} /> : <KeepBox upload={upload} />}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Thumbnail({ upload: { preview } }: { upload: Upload }) {
  return (
    <span className="grid h-18 w-24 flex-none place-items-center overflow-hidden bg-sunken">
      {preview ? <img src={preview} alt="" className="h-full w-full object-cover" /> : <ImageIcon />}
    </span>
  )
}

function LiveEntry({ upload, photoUploads }: { upload: Upload; photoUploads: PhotoUploads }) {
  const t = useT(photos)
  const { id, name, status, error, canRetry } = upload
  const { Icon, tone } = STATUS_LOOK[status]
  return (
    <>
      {status === 'sent' && <input type="hidden" name="photoIds" value={id} />}
      <p className="truncate font-semibold">{name}</p>
      <p className={`flex items-center gap-1.5 font-semibold ${tone}`}>
        <Icon />
        {t(status)}
      </p>
      {error && <p className="text-sm text-danger">{error}</p>}
      <div className="flex flex-wrap gap-x-4">
        {status === 'failed' && canRetry && (
          <EntryButton
            label={t('retry', { name })}
            text={t('retryShort')}
            onClick={() => photoUploads.retry(id)}
          >
            <RetryIcon />
          </EntryButton>
        )}
        <EntryButton
          label={t('remove', { name })}
          text={t('removeShort')}
          onClick={() => photoUploads.remove(id)}
        >
          <CrossIcon />
        </EntryButton>
      </div>
    </>
  )
}

function EntryButton({
  label,
  text,
  onClick,
  children,
}: {
  label: string
  text: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-link underline"
    >
      {children}
      {text}
    </button>
  )
}

function KeepBox({ upload: { id, name } }: { upload: Upload }) {
  const t = useT(photos)
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" className="tick" name="photoIds" value={id} defaultChecked />
      {t('kept', { name })}
    </label>
  )
}
