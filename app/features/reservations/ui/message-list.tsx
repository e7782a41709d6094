import { paths } from '~/core/paths'
import { RENDITION_WIDTHS } from '~/features/photos/model/limits'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { threads } from '~/messages/threads'
import { useFormat, useT } from '~/ui/i18n'
import type { Side } from '../model/machine'
import type { ThreadMessage } from '../model/thread'

/** What the two sides wrote, oldest first; one's own side stands out. */
export function MessageList({
  reservationId,
  messages,
  names,
  side,
}: {
  reservationId: string
  messages: readonly ThreadMessage[]
  /** Organisation on each side. */
  names: Readonly<Record<Side, string>>
  side: Side
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
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
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
