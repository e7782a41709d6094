import { paths } from '~/core/paths'
import { photoBlur } from '~/messages/photo-blur'
import { useT } from '~/ui/i18n'
import { WarningIcon } from '~/ui/icons'
import { spottedIn } from '../model/spotting'
import { useSpotting } from './use-spotting'

/**
 * The way from a form that is being filled in to the page that blurs a photo, beside it, so that no answer is lost; and
 * a warning once somebody or a vehicle was spotted in the photo.
 */
export function BlurLink({ id, name }: { id: string; name: string }) {
  const t = useT(photoBlur)
  const spotting = useSpotting(id)
  const what = spotting?.status === 'done' ? spottedIn(spotting.sightings) : null
  return (
    <div>
      <p role="status" className={what ? 'flex items-start gap-1.5 font-semibold text-warning' : undefined}>
        {what && (
          <>
            <WarningIcon className="mt-0.5 flex-none" />
            {t('seen.some', { what: t(`what.${what}`) })}
          </>
        )}
      </p>
      <a
        href={paths.photoBlur(id)}
        target="_blank"
        rel="noreferrer"
        aria-label={`${t('linkOf', { name })} (${t('newTab')})`}
        className="inline-flex min-h-11 items-center"
      >
        {t('linkShort')}
      </a>
    </div>
  )
}
