import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { photoBlur } from '~/messages/photo-blur'
import { useT } from '~/ui/i18n'
import { Badge } from '~/ui/badge'
import { Notice } from '~/ui/notice'
import type { Sighting } from '~/core/sighting'
import { spottedIn } from '../model/spotting'
import type { PhotoView } from '../model/photo-view'
import { photoSourceOf } from './photo-source'

/** The photos of a lot, each with the way to blur it; `isShort` leaves the pictures out, where they stand above. */
export function PhotosToBlur({
  photos,
  sightings = {},
  reported = [],
  isShort = false,
}: {
  photos: readonly PhotoView[]
  /** What was spotted and nobody has decided of, by photo. */
  sightings?: Readonly<Record<string, readonly Sighting[]>>
  /** Photos that somebody reported. */
  reported?: readonly string[]
  isShort?: boolean
}) {
  const t = useT(photoBlur)
  if (photos.length === 0) return null
  return (
    <section aria-labelledby="to-blur" className="flex flex-col gap-2" data-screen-only>
      <h2 id="to-blur" className={isShort ? 'text-lg' : undefined}>
        {t('link')}
      </h2>
      {isShort && Object.keys(sightings).length > 0 && (
        <Notice tone="warning" title={t('seen.lot')}>
          {t('seen.lotText')}
        </Notice>
      )}
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {photos.map((photo, at) => (
          <li key={photo.id} className="flex items-center gap-3">
            {!isShort && (
              <img
                src={photoSourceOf(photo, '').src}
                alt=""
                width={96}
                height={72}
                loading="lazy"
                className="h-18 w-24 bg-sunken object-cover"
              />
            )}
            <Link to={paths.photoBlur(photo.id)} className="inline-flex min-h-11 items-center">
              {t('photoOf', { number: at + 1 })}
            </Link>
            {sightings[photo.id] && (
              <Badge tone="warning">{t(`short.${spottedIn(sightings[photo.id]!)!}`)}</Badge>
            )}
            {reported.includes(photo.id) && <Badge tone="warning">{t('reported')}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  )
}
