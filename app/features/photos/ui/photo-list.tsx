import { useEffect, useRef, useState } from 'react'
import { photos } from '~/messages/photos'
import { Badge } from '~/ui/badge'
import { useT } from '~/ui/i18n'
import { CheckIcon, ClockIcon, CrossIcon, ImageIcon, RetryIcon, UploadIcon, WarningIcon } from '~/ui/icons'
import type { PhotoMove } from '../model/photo-order'
import type { Upload, UploadStatus } from '../model/upload-queue'
import { EntryButton } from './entry-button'
import { BlurLink } from './blur-link'
import { PhotoOrderButtons } from './photo-order-buttons'
import type { PhotoUploads } from './use-photo-uploads'

const STATUS_LOOK = {
  waiting: { Icon: ClockIcon, tone: 'text-muted' },
  sending: { Icon: UploadIcon, tone: 'text-info' },
  sent: { Icon: CheckIcon, tone: 'text-success' },
  failed: { Icon: WarningIcon, tone: 'text-danger' },
} satisfies Record<UploadStatus, unknown>

/**
 * Each photo with where it stands, in the order of the lot: the first is its cover. Those sent post their id; without
 * JavaScript a box keeps or drops each.
 */
export function PhotoList({ photoUploads, live }: { photoUploads: PhotoUploads; live: boolean }) {
  const t = useT(photos)
  const { uploads } = photoUploads
  const list = useRef<HTMLUListElement>(null)
  const [moved, setMoved] = useState<{ id: string } | null>(null)
  useEffect(() => {
    // The button that was used may be gone: the photo it moved takes the focus.
    if (moved) list.current?.querySelector<HTMLElement>(`[data-photo="${moved.id}"]`)?.focus()
  }, [moved])
  const place = moved ? uploads.findIndex(({ id }) => id === moved.id) : -1
  const move = (id: string) => (how: PhotoMove) => {
    photoUploads.move(id, how)
    setMoved({ id })
  }
  if (uploads.length === 0) return null
  const sent = uploads.filter(({ status }) => status === 'sent').length
  return (
    <div className="flex flex-col gap-2">
      {live ? (
        <p role="status" className="font-semibold">
          {t('progress', { sent, all: uploads.length })}
          {place >= 0 && ` ${t('order.done', { name: uploads[place]?.name ?? '', place: place + 1 })}`}
        </p>
      ) : (
        <p className="text-muted">{t('keptHint')}</p>
      )}
      <ul ref={list} aria-label={t('list')} className="grid gap-2 sm:grid-cols-2">
        {uploads.map((upload, at) => (
          <li
            key={upload.id}
            data-photo={upload.id}
            tabIndex={-1}
            className="flex min-w-0 items-start gap-3 rounded-md border-2 border-field bg-card p-2"
          >
            <Thumbnail upload={upload} />
            <div className="flex min-w-0 grow flex-col gap-0.5">
              {at === 0 && (
                <p>
                  <Badge>{t('order.cover')}</Badge>
                </p>
              )}
              {live ? <LiveEntry upload={upload} photoUploads={photoUploads} /> : <KeepBox upload={upload} />}
              {upload.status === 'sent' && <BlurLink id={upload.id} name={upload.name} />}
              {uploads.length > 1 && (
                <div className="flex flex-wrap gap-x-4">
                  <PhotoOrderButtons
                    id={upload.id}
                    name={upload.name}
                    at={at}
                    onMove={live ? move(upload.id) : null}
                  />
                </div>
              )}
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

function KeepBox({ upload: { id, name } }: { upload: Upload }) {
  const t = useT(photos)
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" className="tick" name="photoIds" value={id} defaultChecked />
      {t('kept', { name })}
    </label>
  )
}
