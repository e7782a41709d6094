import { paths } from '~/core/paths'
import { renditionKey } from '~/features/photos/model/limits'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { lots } from '~/messages/lots'
import { useT } from '~/ui/i18n'
import { Photo } from '~/ui/photo'

/** The photos of a lot: the first one large, each opening at full size. */
export function LotGallery({ title, photos }: { title: string; photos: readonly PhotoView[] }) {
  const t = useT(lots)
  if (photos.length === 0) {
    return (
      <div className="border-2 border-edge">
        <Photo photo={null} />
      </div>
    )
  }
  const total = photos.length
  return (
    <section aria-label={t('page.photos')} className="grid grid-cols-3 gap-3 print:grid-cols-4">
      {photos.map((photo, index) => (
        <a
          key={photo.id}
          href={paths.photoFile(renditionKey(photo.storageKey, 1600))}
          className={`block border-2 border-edge ${index === 0 ? 'col-span-3 print:col-span-2 print:row-span-2 print:self-start' : ''}`}
        >
          <Photo
            photo={photoSourceOf(photo, t('page.photo', { title, number: index + 1, total }))}
            sizes={index === 0 ? '(min-width: 64rem) 42rem, 100vw' : '(min-width: 64rem) 14rem, 33vw'}
            priority={index === 0}
            rule={index === 0}
          />
        </a>
      ))}
    </section>
  )
}
