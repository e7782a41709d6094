import { useId, useState, type ReactNode } from 'react'
import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'
import { fieldPost } from '~/messages/field-post'
import { FieldGroup } from '~/ui/field'
import { useT } from '~/ui/i18n'
import { CameraIcon, CheckIcon, ClockIcon, CrossIcon, ImageIcon, WarningIcon } from '~/ui/icons'
import type { FieldPhoto } from '../../model/field-draft'
import type { OpenDraft } from '../store/use-field-drafts'

const STATUS = {
  waiting: { Icon: ClockIcon, text: 'photo.waiting' },
  sent: { Icon: CheckIcon, text: 'photo.sent' },
  refused: { Icon: WarningIcon, text: 'photo.refused' },
} as const

/** The camera before all else, and the photos taken so far. */
export function PostPhotos({ id, open, error }: { id: string; open: OpenDraft; error?: readonly string[] }) {
  const t = useT(fieldPost)
  const [lost, setLost] = useState(0)
  const { photos } = open.draft
  const add = (files: readonly File[]) => {
    void open.addPhotos(files).then((kept) => setLost(Math.max(0, files.length - kept)))
  }
  const isFull = photos.length >= MAX_PHOTOS_PER_LOT
  return (
    <FieldGroup id={id} label={t('section.photos')} hideLabel error={error}>
      {photos.length > 0 && (
        <ul aria-label={t('photo.list')} className="grid grid-cols-2 gap-2 min-[32rem]:grid-cols-3">
          {photos.map((photo, at) => (
            <TakenPhoto key={photo.id} photo={photo} number={at + 1} open={open} />
          ))}
        </ul>
      )}
      {isFull ? (
        <p>{t('photo.full', { max: MAX_PHOTOS_PER_LOT })}</p>
      ) : (
        <PhotoButtons take={photos.length > 0 ? t('photo.takeMore') : t('photo.take')} onFiles={add} />
      )}
      <p role="status" className="font-semibold text-danger">
        {lost > 0 && !isFull && t('photo.notKept', { count: lost })}
      </p>
    </FieldGroup>
  )
}

function TakenPhoto({ photo, number, open }: { photo: FieldPhoto; number: number; open: OpenDraft }) {
  const t = useT(fieldPost)
  const { Icon, text } = STATUS[photo.status]
  const url = open.photosUrls[photo.id]
  return (
    <li className="overflow-hidden rounded-md border-2 border-edge bg-sunken">
      <div className="grid aspect-4/3 place-items-center">
        {url ? (
          <img src={url} alt={t('photo.number', { number })} className="h-full w-full object-cover" />
        ) : (
          <ImageIcon title={t('photo.number', { number })} />
        )}
      </div>
      <div className="flex items-center justify-between gap-1 bg-card pl-2">
        <p className="flex min-w-0 items-center gap-1 text-sm font-semibold">
          <Icon className="flex-none" />
          <span className="truncate">{t(text)}</span>
        </p>
        <button
          type="button"
          onClick={() => void open.removePhoto(photo.id)}
          aria-label={t('photo.remove', { number })}
          className="grid h-11 w-11 flex-none place-items-center"
        >
          <CrossIcon />
        </button>
      </div>
    </li>
  )
}

/** «Prendre une photo» opens the camera at once, «Choisir» the gallery: phones offer only one of both in one field. */
export function PhotoButtons({ take, onFiles }: { take: string; onFiles: (files: readonly File[]) => void }) {
  const t = useT(fieldPost)
  return (
    <div className="grid grid-cols-[3fr_2fr] gap-2">
      <FileFace look="button-action" capture label={take} onFiles={onFiles}>
        <CameraIcon className="flex-none" />
      </FileFace>
      <FileFace look="button-secondary" label={t('photo.choose')} onFiles={onFiles}>
        <ImageIcon className="flex-none" />
      </FileFace>
    </div>
  )
}

function FileFace({
  look,
  capture = false,
  label,
  onFiles,
  children,
}: {
  look: string
  capture?: boolean
  label: string
  onFiles: (files: readonly File[]) => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <div className="relative">
      <input
        id={id}
        type="file"
        className="peer sr-only"
        accept="image/*"
        multiple={!capture}
        capture={capture ? 'environment' : undefined}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <label
        htmlFor={id}
        className={`button h-full min-h-16 w-full px-3 text-lg ${look} peer-focus-visible:outline-3 peer-focus-visible:outline-mark peer-focus-visible:[box-shadow:0_0_0_6px_var(--focus-outer)]`}
      >
        {children}
        {label}
      </label>
    </div>
  )
}
