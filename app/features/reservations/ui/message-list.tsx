import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Sighting } from '~/core/sighting'
import { RENDITION_WIDTHS } from '~/features/photos/model/limits'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { spottedIn } from '~/features/photos/model/spotting'
import { photoBlur } from '~/messages/photo-blur'
import { threads } from '~/messages/threads'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import type { Side } from '../model/machine'
import type { ThreadMessage } from '../model/thread'

/** What the two sides wrote, oldest first; one's own side stands out. */
export function MessageList({
  reservationId,
  messages,
  names,
  side,
  sightings,
}: {
  reservationId: string
  messages: readonly ThreadMessage[]
  /** Organisation on each side. */
  names: Readonly<Record<Side, string>>
  side: Side
  /** What was spotted in one's own photos and nobody has decided of, by photo. */
  sightings: Readonly<Record<string, readonly Sighting[]>>
}) {
  const t = useT(threads)
  const format = useFormat()
  return (
    <ol aria-label={t('list')} className="flex flex-col gap-4">
      {messages.map((message) => (
        <li
          key={message.id}
          className={`flex flex-col gap-2 rounded-md border-2 border-edge bg-card p-4 ${message.side === side ? 'ml-6' : 'mr-6'}`}
        >
          <p className="flex flex-wrap gap-x-3 text-sm text-muted">
            <strong className="text-ink">
              {t('by', { who: message.who, organisation: names[message.side] })}
            </strong>
            <time dateTime={new Date(message.sentAtMs).toISOString()}>
              {format.instant(message.sentAtMs)}
            </time>
          </p>
          {message.text && <p className="whitespace-pre-line wrap-anywhere">{message.text}</p>}
          {message.photos.length > 0 && (
            <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
              {message.photos.map((photo, index) => (
                <li key={photo.id}>
                  <MessagePhoto
                    reservationId={reservationId}
                    photo={photo}
                    alt={t('photo', { who: message.who, index: index + 1, count: message.photos.length })}
                  />
                  {message.side === side && <ToBlur id={photo.id} sightings={sightings[photo.id]} />}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The way to blur a photo of one's own, with a warning where somebody or a vehicle was spotted. */
function ToBlur({ id, sightings }: { id: string; sightings?: readonly Sighting[] }) {
  const t = useT(photoBlur)
  const what = sightings && spottedIn(sightings)
  return (
    <p className="flex flex-wrap items-center gap-x-3" data-screen-only>
      <Link to={paths.photoBlur(id)} className="inline-flex min-h-11 items-center">
        {t('title')}
      </Link>
      {what && <Badge tone="warning">{t(`short.${what}`)}</Badge>}
    </p>
  )
}

/** A photo that opens at its largest; its files are served to the two sides alone. */
function MessagePhoto({
  reservationId,
  photo,
  alt,
}: {
  reservationId: string
  photo: PhotoView
  alt: string
}) {
  const fileOf = (width: number, format: 'webp' | 'jpg' = 'webp') =>
    paths.messagePhoto(reservationId, `${photo.id}-${width}.${format}`)
  return (
    <a href={fileOf(1600)} className="block">
      <picture>
        <source
          type="image/webp"
          sizes="(min-width: 40rem) 10rem, 50vw"
          srcSet={RENDITION_WIDTHS.map((width) => `${fileOf(width)} ${Math.min(width, photo.width)}w`).join(
            ', ',
          )}
        />
        <img
          src={fileOf(960, 'jpg')}
          alt={alt}
          loading="lazy"
          decoding="async"
          className="aspect-4/3 w-full rounded-sm object-cover"
        />
      </picture>
    </a>
  )
}
