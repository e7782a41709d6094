import { useEffect, useState, type ReactNode } from 'react'
import { photos } from '~/messages/photos'
import { Button } from '~/ui/button'
import { FieldGroup } from '~/ui/field'
import { useT } from '~/ui/i18n'
import { CameraIcon, ImageIcon } from '~/ui/icons'
import { FileInput } from '~/ui/inputs'
import { MAX_PHOTOS_PER_LOT, PHOTO_TYPES } from '../model/limits'
import { roomLeft } from '../model/upload-queue'
import { PhotoList } from './photo-list'
import type { PhotoUploads } from './use-photo-uploads'

const ACCEPTED = PHOTO_TYPES.join(',')
/** Phones convert or decode their own formats (HEIC) when any image is asked for; the server still checks. */
const ANY_IMAGE = 'image/*'

/**
 * The photos of a lot. With JavaScript: camera or gallery, each photo sent at once. Without: a file field, and a
 * button (`intent=photos`) that sends the form and brings it back. Sent photos are posted as `photoIds`.
 */
export function PhotoPicker({
  id,
  photoUploads,
  error,
}: {
  id: string
  photoUploads: PhotoUploads
  error?: readonly string[]
}) {
  const t = useT(photos)
  const { uploads, add } = photoUploads
  const [live, setLive] = useState(false)
  useEffect(() => {
    if (live) return
    // On a slow network a photo may be chosen, or its dialog be open, before the script runs: it is sent like any other.
    const early = document.getElementById(`${id}-files`)
    if (early instanceof HTMLInputElement) {
      const take = () => {
        const chosen = [...(early.files ?? [])]
        // Emptied at once: this may run several times before the field gives way to the buttons.
        early.value = ''
        if (chosen.length > 0) add(chosen)
      }
      take()
      early.addEventListener('change', take)
    }
    setLive(true)
  }, [live, id, add])
  const isFull = roomLeft(uploads, MAX_PHOTOS_PER_LOT) === 0
  return (
    <FieldGroup id={id} label={t('label')} hint={t('hint', { max: MAX_PHOTOS_PER_LOT })} error={error}>
      <PhotoList photoUploads={photoUploads} live={live} />
      {isFull && <p>{t('full', { max: MAX_PHOTOS_PER_LOT })}</p>}
      {!isFull && live && (
        <div className="grid gap-3 sm:grid-cols-2">
          <FileButton id={`${id}-camera`} look="button-action" capture onFiles={add} label={t('take')}>
            <CameraIcon />
          </FileButton>
          <FileButton id={`${id}-gallery`} look="button-secondary" onFiles={add} label={t('choose')}>
            <ImageIcon />
          </FileButton>
        </div>
      )}
      {!isFull && !live && (
        <div className="flex flex-col gap-3">
          <FileInput id={`${id}-files`} name="photos" label={t('chooseFiles')} accept={ACCEPTED} multiple />
          <Button look="secondary" name="intent" value="photos" wide>
            {t('analyse')}
          </Button>
        </div>
      )}
    </FieldGroup>
  )
}

/** A file field that looks like a button; it has no name, so that the form posts ids and never files. */
function FileButton({
  id,
  look,
  capture = false,
  label,
  onFiles,
  children,
}: {
  id: string
  look: 'button-action' | 'button-secondary'
  capture?: boolean
  label: string
  onFiles: (files: readonly File[]) => void
  children: ReactNode
}) {
  return (
    <div className="relative">
      <input
        id={id}
        type="file"
        className="peer sr-only"
        accept={ANY_IMAGE}
        multiple={!capture}
        capture={capture ? 'environment' : undefined}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <label
        htmlFor={id}
        className={`button w-full ${look} peer-focus-visible:outline-3 peer-focus-visible:outline-mark peer-focus-visible:[box-shadow:0_0_0_6px_var(--focus-outer)]`}
      >
        {children}
        {label}
      </label>
    </div>
  )
}
