import { interfaceTexts } from '~/messages/interface'
import { useT } from './i18n'
import { ImageIcon } from './icons'
import { TapeRule } from './marks'

export type PhotoSource = {
  /** The JPEG that every browser reads. */
  src: string
  /** JPEG widths, as `srcset` writes them: `…-320.jpg 320w, …-960.jpg 960w`. */
  srcSet?: string
  webpSrcSet?: string
  avifSrcSet?: string
  alt: string
  /** Made by a computer for the demonstration; said on the picture. */
  synthetic?: boolean
}

/** A 4:3 picture over its tape rule, or the place kept for one. `priority` loads it first (the largest of a page). */
export function Photo({
  photo,
  sizes = '100vw',
  priority = false,
  rule = true,
  spanText,
}: {
  photo: PhotoSource | null
  sizes?: string
  priority?: boolean
  rule?: boolean
  /** The length that the width of the photo covers, once somebody gave it: «120 cm». */
  spanText?: string
}) {
  const t = useT(interfaceTexts)
  return (
    <figure>
      <div className="frame">
        {photo ? (
          <Picture photo={photo} sizes={sizes} priority={priority} />
        ) : (
          <p className="hatch grid h-full place-items-center">
            <span className="flex items-center gap-2 rounded-sm bg-card px-3 py-1.5 text-ink">
              <ImageIcon />
              {t('photo.missing')}
            </span>
          </p>
        )}
        {photo?.synthetic && (
          <p className="badge absolute bottom-2 left-2 text-ink">{t('photo.synthetic')}</p>
        )}
      </div>
      {rule && <TapeRule />}
      {spanText && (
        <figcaption className="px-3 pt-1.5 text-sm text-muted">
          {t('photo.scale', { length: spanText })}
        </figcaption>
      )}
    </figure>
  )
}

function Picture({ photo, sizes, priority }: { photo: PhotoSource; sizes: string; priority: boolean }) {
  return (
    <picture>
      {photo.avifSrcSet && <source type="image/avif" srcSet={photo.avifSrcSet} sizes={sizes} />}
      {photo.webpSrcSet && <source type="image/webp" srcSet={photo.webpSrcSet} sizes={sizes} />}
      <img
        src={photo.src}
        srcSet={photo.srcSet}
        sizes={sizes}
        alt={photo.alt}
        width={960}
        height={720}
        decoding="async"
        loading={priority ? 'eager' : 'lazy'}
        {...(priority ? { fetchpriority: 'high' } : {})}
      />
    </picture>
  )
}
